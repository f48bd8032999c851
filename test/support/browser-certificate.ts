/** A self-signed certificate for a name, made here: no tool of the machine is needed. Only as much DER as that takes. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Certificate {
  /** Files in PEM. */
  readonly cert: string;
  readonly key: string;
  /** What Chromium's `--ignore-certificate-errors-spki-list` wants: base64 of SHA-256 of the public key. */
  readonly spki: string;
}

const DAY_MS = 24 * 3_600_000;
const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const SUBJECT_ALT_NAME = '2.5.29.17';

/** @param folder where the two files are written */
export function makeCertificate(name: string, folder: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = sequence(oid(ECDSA_SHA256));
  const person = sequence(tag(0x31, sequence(oid(COMMON_NAME), tag(0x0c, Buffer.from(name)))));
  const alternatives = sequence(tag(0x82, Buffer.from(name)));
  const body = sequence(
    tag(0xa0, tag(0x02, Buffer.from([2]))),
    tag(0x02, Buffer.from([1])),
    algorithm,
    person,
    sequence(time(Date.now() - DAY_MS), time(Date.now() + 90 * DAY_MS)),
    person,
    spki,
    tag(0xa3, sequence(sequence(oid(SUBJECT_ALT_NAME), tag(0x04, alternatives)))),
  );
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, algorithm, tag(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').match(/.{1,64}/gu) ?? [];
  const cert = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  writeFileSync(
    cert,
    ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  );
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { cert, key, spki: createHash('sha256').update(spki).digest('base64') };
}

function tag(id: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : [0x82, Math.floor(length / 0x100), length % 0x100];
  return Buffer.concat([Buffer.from([id, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tag(0x30, Buffer.concat(parts));

/** Dotted numbers: the first two in one byte, the others in groups of seven bits, high ones first. */
function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((value) => {
    const groups = [value % 0x80];
    for (let left = Math.floor(value / 0x80); left > 0; left = Math.floor(left / 0x80))
      groups.unshift((left % 0x80) + 0x80);
    return groups;
  });
  return tag(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

/** UTCTime: YYMMDDhhmmssZ. */
function time(ms: number): Buffer {
  const text = new Date(ms).toISOString().replaceAll(/[-:T]/gu, '').slice(2, 14);
  return tag(0x17, Buffer.from(`${text}Z`));
}
