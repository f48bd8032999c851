import type { ReactNode } from 'react';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { Button } from 'react-aria-components/Button';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { useLingui } from '@lingui/react/macro';
import { cx } from '../cx.ts';
import css from './field.module.css';
import own from './select.module.css';

export interface SelectOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

export interface SelectProps<Id extends string> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly options: ReadonlyArray<SelectOption<Id>>;
  /** null: nothing chosen yet. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean;
}

/** One of a longer list. For two to four choices use SegmentedControl. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, hint, error, options, value, onChange, isDisabled = false } = props;
  const { t } = useLingui();
  return (
    <AriaSelect
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      isDisabled={isDisabled}
      isInvalid={error !== undefined && error !== null}
      placeholder={t`Choose`}
      className={css['field'] ?? ''}
    >
      <Label className={cx(css['label'], props.labelHidden === true && 'visually-hidden')}>
        {label}
      </Label>
      {hint === undefined ? null : (
        <Text slot="description" className={css['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <Button className={cx(css['input'], own['button'])}>
        <SelectValue className={own['value'] ?? ''} />
        <ChevronDown aria-hidden className={own['chevron'] ?? ''} />
      </Button>
      <FieldError className={css['error'] ?? ''}>{error}</FieldError>
      <Popover className={own['popover'] ?? ''}>
        <ListBox items={options} className={own['list'] ?? ''}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={own['item'] ?? ''}>
              <Check aria-hidden className={own['check'] ?? ''} />
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
