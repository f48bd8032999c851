import type { ReactNode, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { cx } from '../cx.ts';
import css from './field.module.css';

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  'children' | 'className' | 'style' | 'isInvalid'
> {
  readonly label: ReactNode;
  /** A sentence under the label: what belongs here and why. */
  readonly hint?: ReactNode;
  /** What is wrong, in words; its presence marks the field as invalid. */
  readonly error?: ReactNode;
  readonly placeholder?: string;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text with a visible label. `onChange` gives the string. */
export function TextField({
  label,
  hint,
  error,
  placeholder,
  className,
  inputRef,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined && error !== null}
      className={cx(css['field'], className)}
    >
      <Label className={css['label'] ?? ''}>{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className={css['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <Input
        className={css['input'] ?? ''}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      <FieldError className={css['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
