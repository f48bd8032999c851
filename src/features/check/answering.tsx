/** How one question is answered, whatever it is asked for: boxes and keys, or what there is to choose from, and the voice. */
import { Volume2 } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { decimalMark } from '#domain/items/digits-text.ts';
import type { AnswerSpec, Item } from '#domain/items/item.ts';
import { shownOption } from '#domain/items/shown.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { useVoice } from '#state/use-voice.ts';
import { AnswerBoxes } from '#ui/answer/answer-boxes.tsx';
import { ChoiceButtons } from '#ui/answer/choice-buttons.tsx';
import { Keypad } from '#ui/answer/keypad.tsx';
import type { KeypadKey } from '#ui/answer/keypad-keys.ts';
import { useHardwareKeys } from '#ui/answer/use-hardware-keys.ts';
import { OptionFace } from '#ui/answer/option-face.tsx';
import { Button } from '#ui/controls/button.tsx';
import { IconButton } from '#ui/controls/icon-button.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { besideBox, layoutOf } from './answer-layout.ts';
import type { AnswerEntry } from './use-answer-entry.ts';

export interface BoxesProps {
  readonly item: Item;
  readonly text: string;
  readonly entry: AnswerEntry;
  readonly isDisabled: boolean;
  readonly size: 'line' | 'big';
}

/** The boxes of an answer that is typed. A sign that is chosen is shown in a box as well, where the question has a blank for it. */
export function Boxes({ item, text, entry, isDisabled, size }: BoxesProps) {
  const language = useLanguage();
  return (
    <AnswerBoxes
      layout={layoutOf(item.answer) ?? 'number'}
      value={text}
      active={isDisabled ? null : entry.box}
      onActivate={entry.setBox}
      size={size}
      decimalMark={decimalMark(language)}
      {...besideBox(item.answer, language)}
    />
  );
}

interface OwnFieldProps extends Omit<BoxesProps, 'size'> {
  /** The question itself has a blank for the answer. */
  readonly inPrompt: boolean;
  /** The whole answer, where it is chosen. */
  readonly onChoose: (text: string) => void;
}

/** The answer under the question: boxes where the question has no blank, or what there is to choose from. */
export function OwnField({ item, inPrompt, text, entry, isDisabled, onChoose }: OwnFieldProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { answer } = item;
  if (answer.kind !== 'choice' && answer.kind !== 'sign') {
    return inPrompt ? null : (
      <Boxes item={item} text={text} entry={entry} isDisabled={isDisabled} size="big" />
    );
  }
  const shown =
    answer.kind === 'sign'
      ? ['<', '=', '>'].map((sign) => ({ id: sign, text: sign }))
      : answer.options.map((option) => shownOption(option, language));
  const drawn = shown.some((option) => 'drawing' in option);
  return (
    <ChoiceButtons
      label={t`Your answer`}
      layout={answer.kind === 'sign' ? 'row' : drawn ? 'pictures' : 'list'}
      options={shown.map((option) => ({ id: option.id, label: <OptionFace option={option} /> }))}
      value={text === '' ? null : text}
      isDisabled={isDisabled}
      onChange={onChoose}
    />
  );
}

interface AnsweringProps {
  readonly answer: AnswerSpec;
  readonly isDisabled: boolean;
  readonly canGoOn: boolean;
  /** What the key says that goes on. */
  readonly next: string;
  readonly onKey: (key: KeypadKey) => void;
}

/** The pad and Next; for choices only Next. */
export function Answering({ answer, isDisabled, canGoOn, next, onKey }: AnsweringProps) {
  const language = useLanguage();
  const layout = layoutOf(answer);
  if (layout !== null && !isDisabled) {
    return (
      <Keypad
        onKey={onKey}
        next={{ label: next, isDisabled: !canGoOn }}
        {...(layout === 'decimal' ? { decimalMark: decimalMark(language) } : {})}
      />
    );
  }
  return <GoOn canGoOn={canGoOn} next={next} onPress={() => onKey('next')} />;
}

interface GoOnProps {
  readonly canGoOn: boolean;
  readonly next: string;
  readonly onPress: () => void;
}

/** Only Next; Enter on a hardware keyboard means it as well, as beside the pad. */
function GoOn({ canGoOn, next, onPress }: GoOnProps) {
  useHardwareKeys((key) => {
    if (key === 'next') onPress();
  }, canGoOn);
  return (
    <Button kind="primary" size="xl" wide isDisabled={!canGoOn} onPress={onPress}>
      {next}
    </Button>
  );
}

export function ReadToMe({ item }: { readonly item: Item }) {
  const { t } = useLingui();
  const language = useLanguage();
  const read = useVoice(language);
  if (read === null) return null;
  return (
    <IconButton label={t`Read to me`} size="l" onPress={() => read(speakItem(item, language))}>
      <Volume2 aria-hidden />
    </IconButton>
  );
}
