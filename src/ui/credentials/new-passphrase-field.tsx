import { useLingui } from '@lingui/react/macro';
import { PassphraseField } from '../controls/passphrase-field.tsx';
import { passphraseStrength } from './passphrase-strength.ts';
import css from './credentials.module.css';

export interface NewPassphraseFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it, once the person tried to go on. */
  readonly error?: string | undefined;
}

/** A passphrase that is being chosen, with a word on how good it is. */
export function NewPassphraseField({ value, onChange, error }: NewPassphraseFieldProps) {
  const { t } = useLingui();
  const words = useStrengthWords(value);
  return (
    <div className={css['field']}>
      <PassphraseField
        label={t`Passphrase`}
        hint={t`For signing in on a new device. Four words that do not belong together are good and easy to remember.`}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={error}
      />
      <p role="status" className={css['strength']}>
        {words}
      </p>
    </div>
  );
}

function useStrengthWords(value: string): string {
  const { t } = useLingui();
  switch (passphraseStrength(value)) {
    case 'empty':
      return t`At least 8 characters.`;
    case 'too-short':
      return t`Too short yet: at least 8 characters.`;
    case 'weak':
      return t`Easy to guess. Use words that nobody would expect.`;
    case 'fair':
      return t`Good enough. One more word would make it strong.`;
    case 'good':
      return t`Strong.`;
  }
}
