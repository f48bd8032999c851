import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { cx } from '../cx.ts';
import css from './segmented-control.module.css';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
}

export interface SegmentedControlProps<Id extends string> {
  /** Name of the choice; shown above when `labelShown`. */
  readonly label: string;
  readonly labelShown?: boolean;
  readonly options: ReadonlyArray<Segment<Id>>;
  /** null: nothing chosen; nothing is ever chosen by itself. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly wide?: boolean;
}

/** One of two to four, all in sight. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>) {
  const { label, labelShown = false, options, value, onChange, wide = false } = props;
  return (
    <div className={cx(css['field'], wide && css['wide'])}>
      {labelShown ? (
        <span className={css['label']} aria-hidden>
          {label}
        </span>
      ) : null}
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection={value !== null}
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => {
          const chosen = options.find((option) => keys.has(option.id));
          if (chosen !== undefined) onChange(chosen.id);
        }}
        className={css['group'] ?? ''}
      >
        {options.map((option) => (
          <ToggleButton key={option.id} id={option.id} className={css['segment'] ?? ''}>
            {option.icon}
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
