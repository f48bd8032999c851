import { useLingui } from '@lingui/react/macro';
import { Press } from '../controls/press.tsx';
import { cx } from '../cx.ts';
import { NumberText } from './number-text.tsx';
import css from './answer-box.module.css';

export interface AnswerBoxProps {
  /** Plain ASCII as typed ("-3.5"); shown with a true minus and the given decimal mark. */
  readonly value: string;
  readonly decimalMark?: string;
  /** Replaces "Your answer", for example "Numerator". */
  readonly label?: string;
  /** The pad writes here: shows a caret. */
  readonly isActive?: boolean;
  /** For several boxes: tapping makes this one active. */
  readonly onPress?: () => void;
  /** `line` fits into an equation; `big` stands alone. */
  readonly size?: 'line' | 'big';
}

/** Where the answer appears. Not a text field: the system keyboard never opens. */
export function AnswerBox(props: AnswerBoxProps) {
  const { value, decimalMark, label, isActive = true, onPress, size = 'big' } = props;
  const { t } = useLingui();
  const name = label ?? t`Your answer`;
  const shown = (
    <>
      <NumberText value={value} decimalMark={decimalMark} />
      {isActive ? <span className={css['caret']} aria-hidden /> : null}
    </>
  );
  const look = cx(css['box'], css[size], isActive && css['active']);
  if (onPress !== undefined) {
    return (
      <Press
        preventFocusOnPress
        onPress={onPress}
        aria-label={value === '' ? t`${name}, empty` : `${name}, ${value}`}
        className={cx(look, css['tap'])}
      >
        {shown}
      </Press>
    );
  }
  return (
    <output aria-label={name} dir="ltr" className={look}>
      {shown}
    </output>
  );
}
