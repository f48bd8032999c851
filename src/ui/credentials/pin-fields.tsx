import { useLingui } from '@lingui/react/macro';
import { Row } from '../layout/stack.tsx';
import { TextField } from '../controls/text-field.tsx';
import css from './credentials.module.css';

export interface PinFieldsProps {
  readonly pin: string;
  readonly repeated: string;
  readonly onChange: (pin: string, repeated: string) => void;
  readonly error?: string | undefined;
  readonly repeatedError?: string | undefined;
}

const digits = (text: string): string => text.replaceAll(/\D/gu, '').slice(0, 6);

/** A new PIN, twice. */
export function PinFields({ pin, repeated, onChange, error, repeatedError }: PinFieldsProps) {
  const { t } = useLingui();
  const common = { type: 'password', inputMode: 'numeric', autoComplete: 'off' } as const;
  return (
    <Row gap={4} align="start" className={css['pins'] ?? ''}>
      <TextField
        {...common}
        label={t`PIN`}
        hint={t`4 to 6 digits. Unlocks this device, also without a network.`}
        value={pin}
        onChange={(text) => onChange(digits(text), repeated)}
        error={error}
      />
      <TextField
        {...common}
        label={t`PIN again`}
        hint={t`The same digits once more.`}
        value={repeated}
        onChange={(text) => onChange(pin, digits(text))}
        error={repeatedError}
      />
    </Row>
  );
}
