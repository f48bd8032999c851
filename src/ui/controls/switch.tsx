import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import css from './switch.module.css';

export interface SwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
  /** A sentence under the label. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** A setting that takes effect at once. */
export function Switch({ isOn, onChange, isDisabled = false, hint, children }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
      className={css['switch'] ?? ''}
    >
      <span className={css['label']}>
        {children}
        {hint === undefined ? null : <span className={css['hint']}>{hint}</span>}
      </span>
      <span className={css['track']} aria-hidden>
        <span className={css['thumb']} />
      </span>
    </AriaSwitch>
  );
}
