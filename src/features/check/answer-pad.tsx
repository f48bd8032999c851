import { useLingui } from '@lingui/react/macro';
import { decimalMark } from '#domain/items/digits-text.ts';
import type { AnswerSpec } from '#domain/items/item.ts';
import { Keypad, type Hand } from '#ui/answer/keypad.tsx';
import type { KeypadKey } from '#ui/answer/keypad-keys.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { layoutOf, partKeyOf } from './answer-layout.ts';

export interface AnswerPadProps {
  readonly answer: AnswerSpec;
  /** The answer stands as it is: there is only Next. */
  readonly isDisabled: boolean;
  readonly canGoOn: boolean;
  readonly hand: Hand;
  readonly onKey: (key: KeypadKey) => void;
}

/** The keys of this kind of answer, and Next; for choices only Next. */
export function AnswerPad({ answer, isDisabled, canGoOn, hand, onKey }: AnswerPadProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const layout = layoutOf(answer);
  if (layout === null || isDisabled) {
    return (
      <Button kind="primary" size="xl" wide isDisabled={!canGoOn} onPress={() => onKey('next')}>
        {t`Next`}
      </Button>
    );
  }
  const part = partKeyOf(layout);
  return (
    <Keypad
      onKey={onKey}
      hand={hand}
      isFlat
      next={{ label: t`Next`, isDisabled: !canGoOn }}
      {...(layout === 'decimal' ? { decimalMark: decimalMark(language) } : {})}
      {...(part === null ? {} : { part })}
    />
  );
}
