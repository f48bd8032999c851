/** How good a new passphrase is, as far as a device can tell without asking anybody. */
export type PassphraseStrength = 'empty' | 'too-short' | 'weak' | 'fair' | 'good';

/** The server takes eight characters and more. */
export const MIN_PASSPHRASE = 8;

const COMMON =
  /^(?:password|passphrase|contrase|qwerty|12345|teacher|maestr|school|escuela|letmein|welcome)/iu;

/**
 * Length counts most (NIST SP 800-63B, appendix A: length over composition rules). Few different characters and well-known
 * beginnings make it weak whatever its length.
 */
export function passphraseStrength(text: string): PassphraseStrength {
  if (text.length === 0) return 'empty';
  if (text.length < MIN_PASSPHRASE) return 'too-short';
  if (new Set(text).size < 5 || COMMON.test(text)) return 'weak';
  return text.length < 14 ? 'fair' : 'good';
}
