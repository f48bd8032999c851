import Volume2 from 'lucide-react/icons/volume-2';
import { useLingui } from '@lingui/react/macro';
import { IconButton } from '#ui/controls/icon-button.tsx';

export interface ReadButtonProps {
  /** What is read. */
  readonly text: string;
  /** Null where no voice of this device speaks the language: then there is no button. */
  readonly read: ((text: string) => void) | null;
}

/** Reads one sentence aloud. */
export function ReadButton({ text, read }: ReadButtonProps) {
  const { t } = useLingui();
  if (read === null) return null;
  return (
    <IconButton label={t`Read to me: ${text}`} size="l" onPress={() => read(text)}>
      <Volume2 aria-hidden />
    </IconButton>
  );
}
