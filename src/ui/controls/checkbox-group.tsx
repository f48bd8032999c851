import type { ReactNode } from 'react';
import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { cx } from '../cx.ts';
import css from './checkbox-group.module.css';
import field from './field.module.css';

export interface CheckboxOption<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface CheckboxGroupProps<Id extends string> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly options: ReadonlyArray<CheckboxOption<Id>>;
  readonly value: readonly Id[];
  readonly onChange: (value: Id[]) => void;
  /** Columns share the width when there is room. */
  readonly columns?: 1 | 2;
}

/** Any number of a few. */
export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  const { label, hint, error, options, value, onChange, columns = 1 } = props;
  return (
    <AriaCheckboxGroup
      value={[...value]}
      onChange={(ids) =>
        onChange(options.map((option) => option.id).filter((id) => ids.includes(id)))
      }
      isInvalid={error !== undefined && error !== null}
      className={field['field'] ?? ''}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className={field['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <div className={cx(css['options'], columns === 2 && css['two'])}>
        {options.map((option) => (
          <AriaCheckbox
            key={option.id}
            value={option.id}
            isDisabled={option.isDisabled ?? false}
            className={css['checkbox'] ?? ''}
          >
            <Box />
            <OptionText label={option.label} hint={option.hint} />
          </AriaCheckbox>
        ))}
      </div>
      <FieldError className={field['error'] ?? ''}>{error}</FieldError>
    </AriaCheckboxGroup>
  );
}

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** One yes or no. */
export function Checkbox(props: CheckboxProps) {
  const {
    isSelected,
    isIndeterminate = false,
    isDisabled = false,
    onChange,
    hint,
    children,
  } = props;
  return (
    <AriaCheckbox
      isSelected={isSelected}
      isIndeterminate={isIndeterminate}
      isDisabled={isDisabled}
      onChange={onChange}
      className={css['checkbox'] ?? ''}
    >
      <Box />
      <OptionText label={children} hint={hint} />
    </AriaCheckbox>
  );
}

function Box() {
  return (
    <span className={css['box']} aria-hidden>
      <Check strokeWidth={3} className={css['check'] ?? ''} />
      <Minus strokeWidth={3} className={css['minus'] ?? ''} />
    </span>
  );
}

function OptionText({ label, hint }: { readonly label: ReactNode; readonly hint: ReactNode }) {
  return (
    <span className={css['text']}>
      {label}
      {hint === undefined ? null : <span className={css['hint']}>{hint}</span>}
    </span>
  );
}
