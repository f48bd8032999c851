import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { cx } from '../cx.ts';
import css from './choice-buttons.module.css';

export interface Choice<Id extends string> {
  readonly id: Id;
  /** Text, or a drawing with its own accessible name. */
  readonly label: ReactNode;
}

export interface ChoiceButtonsProps<Id extends string> {
  /** The question the choices answer, for screen readers. */
  readonly label: string;
  readonly options: ReadonlyArray<Choice<Id>>;
  /** null: nothing chosen. Nothing is ever chosen by itself. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  /** `row` for short signs (<, =, >); `list` for sentences; `pictures` two by two. */
  readonly layout?: 'row' | 'list' | 'pictures';
  readonly isDisabled?: boolean;
}

/** Answers to choose from, 64 px and more. The chosen one is marked by a filled ring and an edge. */
export function ChoiceButtons<Id extends string>(props: ChoiceButtonsProps<Id>) {
  const { label, options, value, onChange, layout = 'list', isDisabled = false } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection={value !== null}
      isDisabled={isDisabled}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen !== undefined) onChange(chosen.id);
      }}
      className={cx(css['choices'], css[layout])}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={css['choice'] ?? ''}>
          <span className={css['ring']} aria-hidden />
          <span className={css['label']}>{option.label}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
