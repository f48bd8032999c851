import { Delete } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components/Button';
import { cx } from '../cx.ts';
import type { KeypadKey } from './keypad-keys.ts';
import css from './keypad.module.css';
import { useHardwareKeys } from './use-hardware-keys.ts';

export type Hand = 'left' | 'right' | 'both';

export interface KeypadProps {
  readonly onKey: (key: KeypadKey) => void;
  /** phone: 1 2 3 on top; calculator: 7 8 9 on top. */
  readonly order?: 'phone' | 'calculator';
  readonly withMinus?: boolean;
  /** The decimal mark to show, "." or ","; leave out when no item needs it. */
  readonly decimalMark?: string;
  /** Which thumb: moves the pad to that edge. */
  readonly hand?: Hand;
  /** The Next key; `onKey` gets "next". Leave out where something else goes on. */
  readonly next?: { readonly label: ReactNode; readonly isDisabled?: boolean };
  readonly isDisabled?: boolean;
  /** Listen to a hardware keyboard too (default). Off while a dialog covers the pad. */
  readonly hardware?: boolean;
}

const orders = {
  phone: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  calculator: ['7', '8', '9', '4', '5', '6', '1', '2', '3'],
} as const;

/**
 * The product's own number keys, 72 px and more: the system keyboard never opens. Keys do not take the focus on touch,
 * so that Enter on a hardware keyboard keeps meaning "next".
 */
export function Keypad(props: KeypadProps) {
  const {
    onKey,
    order = 'phone',
    hand = 'both',
    next,
    isDisabled = false,
    hardware = true,
  } = props;
  const { withMinus = false, decimalMark } = props;
  const { t } = useLingui();
  useHardwareKeys((key) => {
    if (key === 'next' && (next === undefined || next.isDisabled === true)) return;
    if (key === 'minus' && !withMinus) return;
    if (key === 'decimal' && decimalMark === undefined) return;
    onKey(key);
  }, hardware && !isDisabled);

  const key = (id: KeypadKey, label: ReactNode, name?: string, extra?: string) => (
    <Button
      key={id}
      preventFocusOnPress
      isDisabled={isDisabled}
      onPress={() => onKey(id)}
      className={cx(css['key'], extra)}
      {...(name === undefined ? {} : { 'aria-label': name })}
    >
      {label}
    </Button>
  );
  const both = withMinus && decimalMark !== undefined;
  return (
    <div
      role="group"
      aria-label={t`Number keys`}
      dir="ltr"
      // The library gives focus back only where something had it: this keeps it from moving at all.
      onMouseDownCapture={(event) => event.preventDefault()}
      className={cx(css['keypad'], css[hand])}
    >
      {orders[order].map((digit) => key(digit, digit))}
      {withMinus ? key('minus', '\u2212', t`Minus`, css['tool']) : null}
      {!withMinus && decimalMark !== undefined ? decimalKey() : null}
      {!withMinus && decimalMark === undefined ? <span /> : null}
      {key('0', '0')}
      {key('backspace', <Delete aria-hidden />, t`Delete the last digit`, css['tool'])}
      {both ? decimalKey(css['across']) : null}
      {next === undefined ? null : (
        <Button
          preventFocusOnPress
          isDisabled={isDisabled || next.isDisabled === true}
          onPress={() => onKey('next')}
          className={cx(css['key'], css['next'])}
        >
          {next.label}
        </Button>
      )}
    </div>
  );

  function decimalKey(extra?: string) {
    return key('decimal', decimalMark, t`Decimal point`, cx(css['tool'], extra));
  }
}
