import type { ReactNode } from 'react';
import { OneOf } from '../controls/one-of.tsx';
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
    <OneOf
      label={label}
      options={options.map((option) => ({
        id: option.id,
        face: (
          <>
            <span className={css['ring']} aria-hidden />
            <span className={css['label']}>{option.label}</span>
          </>
        ),
      }))}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      className={cx(css['choices'], css[layout])}
      optionClassName={css['choice'] ?? ''}
    />
  );
}
