import { useState } from 'react';
import type { ReactNode } from 'react';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useLingui } from '@lingui/react/macro';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { cx } from '../cx.ts';
import css from './field.module.css';
import { IconButton } from './icon-button.tsx';

export interface PassphraseFieldProps extends Omit<
  AriaTextFieldProps,
  'children' | 'className' | 'style' | 'isInvalid' | 'type' | 'autoComplete'
> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** `new-password` when one is chosen, `current-password` when one is given. */
  readonly autoComplete: 'new-password' | 'current-password';
}

/** A passphrase, hidden until its owner asks to see it. Pasting is always allowed. */
export function PassphraseField({ label, hint, error, ...rest }: PassphraseFieldProps) {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      {...rest}
      type={shown ? 'text' : 'password'}
      isInvalid={error !== undefined && error !== null}
      className={css['field'] ?? ''}
    >
      <Label className={css['label'] ?? ''}>{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className={css['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <div className={css['group']}>
        <Input
          spellCheck={false}
          autoCapitalize="none"
          className={cx(css['input'], css['withEnd'])}
        />
        <IconButton
          label={shown ? t`Hide the passphrase` : t`Show the passphrase`}
          className={css['end'] ?? ''}
          onPress={() => setShown(!shown)}
        >
          {shown ? <EyeOff /> : <Eye />}
        </IconButton>
      </div>
      <FieldError className={css['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
