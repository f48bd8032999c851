/** The key of a right follows from the school's own key and from whose right it is, so that it can be found again (SPEC G7). */
import { hkdfSync } from 'node:crypto';
import type { GrantRow } from '../store/rows.ts';

const INFO = 'nineoften grant 1';

/**
 * 256 bits, base64url: HKDF-SHA-256 (RFC 5869).
 * @param sealingKey the private half of the school's key pair, base64url
 */
export function grantKey(
  sealingKey: string,
  { id, holder, member }: Pick<GrantRow, 'id' | 'holder' | 'member'>,
): string {
  const info = `${INFO} ${JSON.stringify([id, holder, member])}`;
  const key = hkdfSync('sha256', Buffer.from(sealingKey, 'base64url'), '', info, 32);
  return Buffer.from(key).toString('base64url');
}
