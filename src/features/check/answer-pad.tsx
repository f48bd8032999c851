import { useLingui } from '@lingui/react/macro';
import { decimalMark } from '#domain/items/digits-text.ts';
import type { AnswerSpec } from '#domain/items/item.ts';
import { Keypad, type Hand } from '#ui/answer/keypad.tsx';
import type { KeypadKey } from '#ui/answer/keypad-keys.ts';
import { useHardwareKeys } from '#ui/answer/use-hardware-keys.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { layoutOf, partKeyOf } from './answer-layout.ts';

export interface AnswerPadProps {
  readonly answer: AnswerSpec;
  /** The answer stands as it is: there is only Next. */
  readonly isDisabled: boolean;
  readonly canGoOn: boolean;
  readonly hand: Hand;
  /** What the key says that goes on; left out: Next. */
  readonly next?: string;
  readonly onKey: (key: KeypadKey) => void;
}

/** The keys of this kind of answer, and Next; for choices only Next. */
export function AnswerPad({ answer, isDisabled, canGoOn, hand, next, onKey }: AnswerPadProps) {
  const { t } = useLingui();
  const label = next ?? t`Next`;
  const language = useLanguage();
  const layout = layoutOf(answer);
  if (layout === null || isDisabled) {
    return (
      <GoOn
        label={label}
        canGoOn={canGoOn}
        // Where there is something to choose from, its keys see to Enter.
        hardware={isDisabled}
        onPress={() => onKey('next')}
      />
    );
  }
  const part = partKeyOf(layout);
  return (
    <Keypad
      onKey={onKey}
      hand={hand}
      isFlat
      next={{ label, isDisabled: !canGoOn }}
      {...(layout === 'decimal' ? { decimalMark: decimalMark(language) } : {})}
      {...(part === null ? {} : { part })}
    />
  );
}

interface GoOnProps {
  readonly label: string;
  readonly canGoOn: boolean;
  readonly hardware: boolean;
  readonly onPress: () => void;
}

/** Only Next; Enter on a hardware keyboard means it as well, as beside the pad. */
function GoOn({ label, canGoOn, hardware, onPress }: GoOnProps) {
  useHardwareKeys((key) => {
    if (key === 'next') onPress();
  }, hardware && canGoOn);
  return (
    <Button kind="primary" size="xl" wide isDisabled={!canGoOn} onPress={onPress}>
      {label}
    </Button>
  );
}
