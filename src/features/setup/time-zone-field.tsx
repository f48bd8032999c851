import { useMemo } from 'react';
import { useLingui } from '@lingui/react/macro';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { zoneLabel, zones } from './time-zones.ts';
import css from './setup.module.css';

export interface TimeZoneFieldProps {
  /** IANA name, or null while nothing is chosen. */
  readonly value: string | null;
  readonly onChange: (zone: string | null) => void;
  readonly error?: string | undefined;
}

/** The school's time zone: typing a city or a continent finds it. */
export function TimeZoneField({ value, onChange, error }: TimeZoneFieldProps) {
  const { t } = useLingui();
  const options = useMemo(() => zones().map((id) => ({ id, label: zoneLabel(id) })), []);
  return (
    <ComboBox
      className={css['field'] ?? ''}
      defaultItems={options}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      isInvalid={error !== undefined}
      menuTrigger="focus"
    >
      <Label className={css['label'] ?? ''}>{t`Time zone`}</Label>
      <Text slot="description" className={css['hint'] ?? ''}>
        {t`Days in reports follow it. Type a city to find another one.`}
      </Text>
      <Input className={css['input'] ?? ''} />
      {error === undefined ? null : (
        <span role="alert" className={css['error']}>
          {error}
        </span>
      )}
      <Popover className={css['popover'] ?? ''}>
        <ListBox<{ id: string; label: string }> className={css['list'] ?? ''}>
          {({ id, label }) => (
            <ListBoxItem id={id} textValue={label} className={css['option'] ?? ''}>
              {label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
