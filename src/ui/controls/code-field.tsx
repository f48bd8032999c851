import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { cx } from '../cx.ts';
import css from './code-field.module.css';
import field from './field.module.css';

const LENGTH = 8;

/** What is left of typed or pasted text: letters and digits in upper case, eight at most. */
export function cleanCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '')
    .slice(0, LENGTH);
}

export interface CodeFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** Up to eight characters, already clean. */
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** Called once the eighth character is there. */
  readonly onComplete?: (code: string) => void;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** An eight-character code, drawn as two groups of four; paste, spaces and lower case are fine. */
export function CodeField(props: CodeFieldProps) {
  const { label, hint, error, value, onChange, onComplete } = props;
  const { isDisabled = false, autoFocus = false } = props;
  return (
    <AriaTextField
      value={value}
      onChange={(text) => {
        const code = cleanCode(text);
        if (code === value) return;
        onChange(code);
        if (code.length === LENGTH) onComplete?.(code);
      }}
      isDisabled={isDisabled}
      isInvalid={error !== undefined && error !== null}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the caller says so where the code is all there is to do
      autoFocus={autoFocus}
      className={field['field'] ?? ''}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className={field['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <div className={css['code']} dir="ltr">
        <Cells code={value} />
        <Input
          className={css['input'] ?? ''}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
        />
      </div>
      <FieldError className={field['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}

/** The same code to read aloud or copy: large, two groups of four. */
export function CodeDisplay({ code, label }: { readonly code: string; readonly label: string }) {
  return (
    <div
      role="img"
      aria-label={`${label}: ${cleanCode(code).split('').join(' ')}`}
      dir="ltr"
      className={css['code']}
    >
      <Cells code={cleanCode(code)} />
    </div>
  );
}

function Cells({ code }: { readonly code: string }) {
  return (
    <span className={css['cells']} aria-hidden>
      {Array.from({ length: LENGTH }, (_, index) => (
        <span key={index} className={cx(css['cell'], index === code.length && css['next'])}>
          {code[index] ?? ''}
        </span>
      ))}
    </span>
  );
}
