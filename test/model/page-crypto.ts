/**
 * WebCrypto of a page, done at once: the same results as the browser's (but for PBKDF2, which takes one round here), and no
 * thread whose answer comes when it likes. Keys can be stored, as CryptoKeys can.
 */
import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHash,
  createHmac,
  hkdfSync,
} from 'node:crypto';
import { fillRandom, type Random } from './random.ts';

interface Key {
  readonly type: 'secret' | 'private' | 'public';
  readonly algorithm: string;
  readonly bytes: Uint8Array;
}

type Bytes = ArrayBuffer | ArrayBufferView;

interface Parameters {
  readonly name: string;
  readonly salt?: Bytes;
  readonly info?: Bytes;
  readonly iv?: Bytes;
  readonly public?: Key;
}

const TAG = 16;

function bytesOf(data: Bytes): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
    : new Uint8Array(data).slice();
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const nameOf = (algorithm: string | { readonly name: string }): string =>
  typeof algorithm === 'string' ? algorithm : algorithm.name;
const none = new Uint8Array();

function derived(parameters: Parameters, base: Key, bytes: number): Uint8Array {
  const salt = bytesOf(parameters.salt ?? none);
  switch (parameters.name) {
    case 'HKDF':
      return new Uint8Array(
        hkdfSync('sha256', base.bytes, salt, bytesOf(parameters.info ?? none), bytes),
      );
    case 'PBKDF2':
      return createHmac('sha256', salt).update(base.bytes).digest().subarray(0, bytes);
    case 'ECDH': {
      const own = createECDH('prime256v1');
      own.setPrivateKey(base.bytes);
      return own.computeSecret(parameters.public?.bytes ?? none).subarray(0, bytes);
    }
    default:
      throw new DOMException(`No such derivation: ${parameters.name}`, 'NotSupportedError');
  }
}

function encrypted({ iv = none }: Parameters, key: Key, data: Bytes): ArrayBuffer {
  const cipher = createCipheriv('aes-256-gcm', key.bytes, bytesOf(iv));
  return bufferOf(
    Buffer.concat([cipher.update(bytesOf(data)), cipher.final(), cipher.getAuthTag()]),
  );
}

function decrypted({ iv = none }: Parameters, key: Key, data: Bytes): ArrayBuffer {
  const bytes = bytesOf(data);
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytesOf(iv));
  try {
    decipher.setAuthTag(bytes.subarray(-TAG));
    return bufferOf(Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]));
  } catch {
    throw new DOMException('The operation failed', 'OperationError'); // as every engine says it, without a reason
  }
}

/** `crypto` of a page. */
export function pageCrypto(random: Random): object {
  const key = (type: Key['type'], algorithm: string, bytes: Uint8Array): Key => ({
    type,
    algorithm,
    bytes,
  });
  const subtle = {
    importKey: async (_format: string, data: Bytes, algorithm: string | { name: string }) =>
      key(nameOf(algorithm) === 'ECDH' ? 'public' : 'secret', nameOf(algorithm), bytesOf(data)),
    exportKey: async (_format: string, exported: Key) => bufferOf(exported.bytes),
    sign: async (_algorithm: unknown, signing: Key, data: Bytes) =>
      bufferOf(createHmac('sha256', signing.bytes).update(bytesOf(data)).digest()),
    digest: async (_algorithm: unknown, data: Bytes) =>
      bufferOf(createHash('sha256').update(bytesOf(data)).digest()),
    deriveKey: async (parameters: Parameters, base: Key, made: { name: string }) =>
      key('secret', made.name, derived(parameters, base, 32)),
    deriveBits: async (parameters: Parameters, base: Key, bits: number) =>
      bufferOf(derived(parameters, base, bits / 8)),
    encrypt: async (parameters: Parameters, with_: Key, data: Bytes) =>
      encrypted(parameters, with_, data),
    decrypt: async (parameters: Parameters, with_: Key, data: Bytes) =>
      decrypted(parameters, with_, data),
    async generateKey(algorithm: { name: string }) {
      if (algorithm.name !== 'ECDH')
        return key('secret', algorithm.name, fillRandom(new Uint8Array(32), random));
      const pair = createECDH('prime256v1');
      pair.setPrivateKey(fillRandom(new Uint8Array(32), random));
      return {
        privateKey: key('private', 'ECDH', pair.getPrivateKey()),
        publicKey: key('public', 'ECDH', pair.getPublicKey()),
      };
    },
  };
  return { subtle, getRandomValues: (bytes: Uint8Array) => fillRandom(bytes, random) };
}
