/** The school's key pair that free text is sealed to (ECDH P-256). The private half never leaves the server's data. */
import { generateKeyPairSync } from 'node:crypto';

export interface SealingKey {
  /** Raw point, 65 bytes, base64url. */
  readonly publicKey: string;
  /** PKCS 8, base64url. */
  readonly privateKey: string;
}

export function newSealingKey(): SealingKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([
    Buffer.of(4),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ]);
  return {
    publicKey: point.toString('base64url'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  };
}
