import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { OneOf } from './one-of.tsx';
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
      <OneOf
        label={label}
        options={options.map((option) => ({
          id: option.id,
          face: (
            <>
              {option.icon}
              {option.label}
            </>
          ),
        }))}
        value={value}
        onChange={onChange}
        className={css['group'] ?? ''}
        optionClassName={css['segment'] ?? ''}
      />
    </div>
  );
}
