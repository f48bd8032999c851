/** Opens what was sealed to the school's key (src/platform/crypto.ts, `seal`): ECDH on P-256, HKDF-SHA-256, AES-256-GCM. */
import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto';

const INFO = 'nineoften seal 1';
const TAG = 16;

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

/**
 * @param privateKey PKCS 8, base64url
 * @returns opens `1.<ephemeral public point>.<iv>.<ciphertext>`; undefined for anything that was not sealed to this key
 */
export function unsealer(privateKey: string): (sealed: string) => string | undefined {
  const own = createPrivateKey({ key: bytes(privateKey), format: 'der', type: 'pkcs8' });
  return (sealed) => {
    const [version, point = '', iv = '', data = '', more] = sealed.split('.');
    if (version !== '1' || more !== undefined) return undefined;
    const raw = bytes(point);
    const coded = bytes(data);
    if (raw.length !== 65 || raw[0] !== 4 || bytes(iv).length !== 12 || coded.length < TAG)
      return undefined;
    const [x, y] = [raw.toString('base64url', 1, 33), raw.toString('base64url', 33)];
    try {
      const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
      const shared = diffieHellman({ privateKey: own, publicKey });
      const key = Buffer.from(hkdfSync('sha256', shared, raw, INFO, 32));
      const opening = createDecipheriv('aes-256-gcm', key, bytes(iv));
      opening.setAuthTag(coded.subarray(-TAG));
      const clear = [opening.update(coded.subarray(0, -TAG)), opening.final()];
      return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(clear));
    } catch {
      // A point that is on no curve, another key, a changed byte: each of them throws, and all mean the same.
      return undefined;
    }
  };
}
