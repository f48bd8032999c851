import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { cx } from '../cx.ts';
import css from './field.module.css';

export interface TextAreaProps extends Omit<
  AriaTextFieldProps,
  'children' | 'className' | 'style' | 'isInvalid' | 'type'
> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly rows?: number;
  readonly className?: string;
}

/** Several lines of text, for example names to paste or a note. */
export function TextArea({ label, hint, error, rows = 6, className, ...rest }: TextAreaProps) {
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
      <AriaTextArea rows={rows} className={cx(css['input'], css['area'])} />
      <FieldError className={css['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
