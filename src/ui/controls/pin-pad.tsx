import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Keypad } from '../answer/keypad.tsx';
import type { Hand, KeypadProps } from '../answer/keypad.tsx';
import { editNumber } from '../answer/keypad-keys.ts';
import type { KeypadKey } from '../answer/keypad-keys.ts';
import { cx } from '../cx.ts';
import css from './pin-pad.module.css';

export interface PinPadProps {
  /** "Your PIN", "New PIN" ... */
  readonly label: string;
  /** 4 to 6. When both are equal, the last digit completes by itself. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly onComplete: (pin: string) => void;
  /** What was wrong with the last one, in words. Change `attempt` to clear the dots. */
  readonly error?: ReactNode;
  /** Counts tries: a new number clears the pad. */
  readonly attempt?: number;
  readonly isDisabled?: boolean;
  readonly order?: KeypadProps['order'];
  readonly hand?: Hand;
}

/** A PIN on the product's own keys: dots instead of digits, hardware keyboard too. */
export function PinPad(props: PinPadProps) {
  return <Pad key={props.attempt ?? 0} {...props} />;
}

function Pad(props: PinPadProps) {
  const { label, minLength = 4, maxLength = 6, onComplete, error, isDisabled = false } = props;
  const { order = 'phone', hand = 'both' } = props;
  const { t } = useLingui();
  const [pin, setPin] = useState('');
  const fixed = minLength === maxLength;
  const count = pin.length;

  const press = (key: KeypadKey) => {
    if (key === 'next') {
      if (pin.length >= minLength) onComplete(pin);
      return;
    }
    const text = editNumber(pin, key, { maxDigits: maxLength });
    if (text === pin) return;
    setPin(text);
    if (fixed && text.length === maxLength) onComplete(text);
  };

  return (
    <div role="group" aria-label={label} className={css['pad']}>
      <span className={css['label']} aria-hidden>
        {label}
      </span>
      <div role="img" aria-label={t`${count} digits entered`} className={css['dots']}>
        {Array.from({ length: maxLength }, (_, index) => (
          <span
            key={index}
            className={cx(
              css['dot'],
              index < count && css['filled'],
              index >= Math.max(minLength, count) && css['spare'],
            )}
          />
        ))}
      </div>
      <div role="alert" className={css['error']}>
        {error}
      </div>
      <Keypad
        onKey={press}
        order={order}
        hand={hand}
        isDisabled={isDisabled}
        {...(fixed ? {} : { next: { label: t`OK`, isDisabled: count < minLength } })}
      />
    </div>
  );
}
