import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Press } from './press.tsx';

export interface OneOfProps<Id extends string> {
  /** What is chosen here, for screen readers. */
  readonly label: string;
  readonly options: ReadonlyArray<{ readonly id: Id; readonly face: ReactNode }>;
  /** null: nothing chosen. Nothing is ever chosen by itself. */
  readonly value: Id | null;
  /** Another one than before. */
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
  readonly className: string;
  readonly optionClassName: string;
}

/**
 * Buttons of which one is chosen, without a look; the chosen one is `[aria-checked='true']`. Tab comes to the chosen one (or the
 * first) and leaves them all; arrows go along them and choose nothing, Space and Enter choose.
 */
export function OneOf<Id extends string>(props: OneOfProps<Id>) {
  const { label, options, value, onChange, isDisabled = false, className, optionClassName } = props;
  const [focused, setFocused] = useState<Id | null>(null);
  const entry = focused ?? value ?? options[0]?.id;
  return (
    <div role="radiogroup" aria-label={label} className={className}>
      {options.map(({ id, face }) => (
        <Press
          key={id}
          role="radio"
          aria-checked={id === value}
          tabIndex={id === entry ? 0 : -1}
          isDisabled={isDisabled}
          onKeyDown={goAlong}
          onFocus={() => setFocused(id)}
          onBlur={() => setFocused(null)}
          onPress={() => (id === value ? undefined : onChange(id))}
          className={optionClassName}
        >
          {face}
        </Press>
      ))}
    </div>
  );
}

/** From one button to its neighbour; it stops at the ends. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: button, key } = event;
  const onward = getComputedStyle(button).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const isArrow = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(key);
  if (!isArrow || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const isOnward = key === onward || key === 'ArrowDown';
  const neighbour = isOnward ? button.nextElementSibling : button.previousElementSibling;
  if (neighbour instanceof HTMLElement) neighbour.focus();
}
