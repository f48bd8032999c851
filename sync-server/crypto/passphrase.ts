/** Passphrases and PINs at rest: scrypt with a salt each (RFC 7914; N = 2^15, r = 8, p = 1: 32 MB and some 80 ms). */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const BYTES = 32;

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((done, failed) => {
    // NFKC: the same passphrase typed on another keyboard gives the same bytes.
    scrypt(secret.normalize('NFKC'), salt, BYTES, COST, (error, key) => {
      if (error === null) done(key);
      else failed(error);
    });
  });
}

/** `scrypt1.<salt>.<hash>`. */
export async function hashPassphrase(secret: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(secret, salt);
  return ['scrypt1', salt.toString('base64url'), hash.toString('base64url')].join('.');
}

/** Whether the secret is the hashed one. Without a hash the same time is spent and the answer is no. */
export async function checkPassphrase(
  secret: string,
  stored: string | undefined,
): Promise<boolean> {
  const [, salt = '', hash = ''] = (stored ?? '').split('.');
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive(secret, Buffer.from(salt, 'base64url'));
  return expected.length === BYTES && timingSafeEqual(expected, given);
}
