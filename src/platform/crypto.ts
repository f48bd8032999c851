/** Keys and seals, all by the browser's own WebCrypto. Needs a secure context. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A signing key from base64url bytes. It cannot be read out again. */
export function importMacKey(base64url: string): Promise<CryptoKey> {
  return importMacBytes(fromBase64url(base64url));
}

function importMacBytes(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign']);
}

/** HMAC-SHA-256 of the UTF-8 bytes of `text`, base64url (43 characters). */
export async function macOf(text: string, key: CryptoKey): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))));
}

/** A signing key wrapped by a PIN. The PIN is short: the iterations and the back-off make trying slow, no more. */
export interface WrappedKey {
  readonly salt: string;
  readonly iterations: number;
  readonly iv: string;
  readonly data: string;
}

/** The least that OWASP's cheat sheet of 2023 asked for with HMAC-SHA-256 was 600,000; below 300,000 is never used. */
export const LEAST_ITERATIONS = 300_000;
const MOST_ITERATIONS = 3_000_000;
/** How long one try may take on this device, ms: slow for who tries all, bearable for who knows the PIN. */
const TRY_MS = 500;

/** Iterations for which one try takes about half a second here, between 300,000 and 3,000,000. */
export async function measuredIterations(): Promise<number> {
  const probe = 100_000;
  const begin = performance.now();
  await pinKey('0000', new Uint8Array(16), probe);
  const took = Math.max(1, performance.now() - begin);
  return Math.round(Math.min(MOST_ITERATIONS, Math.max(LEAST_ITERATIONS, (probe * TRY_MS) / took)));
}

async function pinKey(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', encoder.encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** PBKDF2-SHA-256 over the PIN, then AES-GCM over the key's bytes. */
export async function wrapMacKey(
  keyBase64url: string,
  pin: string,
  iterations: number,
): Promise<WrappedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await pinKey(pin, salt, iterations);
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    key,
    fromBase64url(keyBase64url),
  );
  return {
    salt: toBase64url(salt),
    iterations,
    iv: toBase64url(iv),
    data: toBase64url(new Uint8Array(data)),
  };
}

/** The key, not to be read out; fault `wrong-pin`. */
export async function unwrapMacKey(
  wrapped: WrappedKey,
  pin: string,
): Promise<Result<CryptoKey, Fault>> {
  const key = await pinKey(pin, fromBase64url(wrapped.salt), wrapped.iterations);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const iv = fromBase64url(wrapped.iv);
    bytes = new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, fromBase64url(wrapped.data)),
    );
  } catch (error) {
    // An OperationError is how AES-GCM says that the key, and so the PIN, is another one.
    if (error instanceof DOMException && error.name === 'OperationError')
      return err({ code: 'wrong-pin' });
    throw error;
  }
  const unwrapped = await importMacBytes(bytes);
  bytes.fill(0);
  return ok(unwrapped);
}

const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const;
const SEAL_INFO = encoder.encode('nineoften seal 1');

/**
 * Free text for the holder of the school's private key alone: an ephemeral ECDH key on P-256, HKDF-SHA-256, AES-GCM.
 * `1.<ephemeral public point>.<iv>.<ciphertext>`, each base64url.
 * @param schoolKey raw uncompressed point, base64url
 */
export async function seal(text: string, schoolKey: string): Promise<string> {
  const recipient = await crypto.subtle.importKey('raw', fromBase64url(schoolKey), P256, false, []);
  const pair = await crypto.subtle.generateKey(P256, false, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const key = await sealKey(pair.privateKey, recipient, point, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, encoder.encode(text)),
  );
  return ['1', toBase64url(point), toBase64url(iv), toBase64url(data)].join('.');
}

/** Opens what `seal` made. Fault `not-sealed-to-this-key` for anything else. */
export async function unseal(
  sealed: string,
  privateKey: CryptoKey,
): Promise<Result<string, Fault>> {
  const [version, point, iv, data] = sealed.split('.');
  if (version !== '1' || point === undefined || iv === undefined || data === undefined) {
    return err({ code: 'not-sealed-to-this-key', detail: 'form' });
  }
  try {
    const ephemeral = await crypto.subtle.importKey('raw', fromBase64url(point), P256, false, []);
    const key = await sealKey(privateKey, ephemeral, fromBase64url(point), ['decrypt']);
    const clear = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64url(iv) },
      key,
      fromBase64url(data),
    );
    return ok(decoder.decode(clear));
  } catch (error) {
    if (error instanceof DOMException)
      return err({ code: 'not-sealed-to-this-key', detail: error.name });
    throw error;
  }
}

async function sealKey(
  own: CryptoKey,
  other: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt, info: SEAL_INFO };
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, usages);
}
