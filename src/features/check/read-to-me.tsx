import Volume2 from 'lucide-react/icons/volume-2';
import { useLingui } from '@lingui/react/macro';
import type { Form } from '#domain/items/form.ts';
import type { Item } from '#domain/items/item.ts';
import { speakDirections } from '#domain/items/speak-directions.ts';
import { speakQuestion } from '#domain/items/speak-item.ts';
import type { Language } from '#domain/kernel/local-text.ts';
import { useVoice } from '#state/use-voice.ts';
import { IconButton } from '#ui/controls/icon-button.tsx';
import { NoVoice } from '#ui/feedback/no-voice.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import type { OpenedCheck } from './use-running-check.ts';

/** Whether the screens of a check, and of what comes after it, are read to a child. */
export interface Hearing extends Pick<OpenedCheck, 'isRead' | 'directionsOnly'> {
  readonly draft: Pick<OpenedCheck['draft'], 'supports'>;
}

export interface ReadToMeProps {
  readonly opened: OpenedCheck;
  readonly item: Item;
}

/** For a child with this support, and in a course of children who are still learning to read: reads the question, or its directions alone where hearing it would answer it. */
export function ReadToMe({ opened, item }: ReadToMeProps) {
  const language = useLanguage();
  if (!opened.isRead) return null;
  return <ReadAloud lines={[questionWords(opened, item, opened.setup.form, language)]} />;
}

/** What is read of a question of this form: its directions alone where hearing it would answer it. */
export function questionWords(
  { directionsOnly }: Pick<Hearing, 'directionsOnly'>,
  item: Item,
  { items }: Pick<Form, 'items'>,
  language: Language,
): string {
  return directionsOnly ? speakDirections(item, items, language) : speakQuestion(item, language);
}

/** A button that reads sentences; nothing where no voice of this device speaks the language. */
export function ReadAloud({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useLingui();
  const read = useVoice(useLanguage());
  if (read === null) return null;
  return (
    <IconButton label={t`Read to me`} size="l" onPress={() => read(lines.map(ended).join(' '))}>
      <Volume2 aria-hidden />
    </IconButton>
  );
}

/** A voice makes a pause only where a sentence ends. */
function ended(line: string): string {
  return /[.!?:]$/u.test(line) ? line : `${line}.`;
}

/** Said where the button would be expected and there is no voice. */
export function NoVoiceNote({ hearing }: { readonly hearing: Hearing }) {
  const read = useVoice(useLanguage());
  return hearing.draft.supports.includes('read-aloud') && read === null ? <NoVoice /> : null;
}
