import { useLingui } from '@lingui/react/macro';
import { MIN_PASSPHRASE } from './passphrase-strength.ts';

export interface Credentials {
  readonly passphrase: string;
  readonly pin: string;
  readonly repeated: string;
}

/** What stands in the way, by field; all undefined when the credentials can be used. */
export interface CredentialFaults {
  readonly passphrase: string | undefined;
  readonly pin: string | undefined;
  readonly repeated: string | undefined;
}

/** Checks a new passphrase and a new PIN, in words. */
export function useCredentialFaults(): (credentials: Credentials) => CredentialFaults {
  const { t } = useLingui();
  return ({ passphrase, pin, repeated }) => ({
    passphrase: passphrase.length < MIN_PASSPHRASE ? t`Choose at least 8 characters.` : undefined,
    pin: pinFault(pin),
    repeated: repeated === pin ? undefined : t`The two PINs are not the same.`,
  });

  function pinFault(pin: string): string | undefined {
    if (!/^\d{4,6}$/u.test(pin)) return t`Choose 4 to 6 digits.`;
    if (/^(\d)\1+$/u.test(pin) || '0123456789'.includes(pin) || '9876543210'.includes(pin)) {
      return t`A child could guess this one. Choose digits that do not follow each other.`;
    }
    return undefined;
  }
}

/** True when nothing is wrong. */
export function isFaultless(faults: Readonly<Record<string, string | undefined>>): boolean {
  return Object.values(faults).every((fault) => fault === undefined);
}
