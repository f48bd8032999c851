/** The certificate: read, watched, and put to use again when its files change. */
import { X509Certificate } from 'node:crypto';
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { err, ok, type Result } from '#domain/kernel/result.ts';
import { nameOfError, type Log } from './log.ts';

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** When it runs out, ms. */
  readonly until: number;
}
type Files = { readonly cert: string; readonly key: string };

const POLL_MS = 2000;
const SOON_MS = 14 * 24 * 3_600_000;

/** @returns the certificate, or one sentence for the person who starts the server */
export function readCertificate(files: Files): Result<Certificate, string> {
  try {
    const [cert, key] = [readFileSync(files.cert), readFileSync(files.key)];
    return ok({ cert, key, until: new X509Certificate(cert).validToDate.getTime() });
  } catch (error) {
    return err(`TLS_CERT or TLS_KEY cannot be read: ${nameOfError(error)}`);
  }
}

/** Says in the log until when the certificate is good; as an error in its last two weeks, while there is time to act. */
export function noteCertificate({ until }: Certificate, log: Log, now: number): void {
  const fields = { until: new Date(until).toISOString() };
  if (until - now < SOON_MS) log.error('The certificate runs out soon', fields);
  else log.info('Certificate in use', fields);
}

/** Calls `apply` with the new certificate whenever its files change. A half-written pair is tried again at the next change. */
export function watchCertificate(
  files: Files,
  log: Log,
  apply: (certificate: Certificate) => void,
): () => void {
  const reload = (): void => {
    const found = readCertificate(files);
    try {
      if (found.ok) apply(found.value);
      else log.error('The new certificate cannot be used', { reason: found.error });
    } catch (error) {
      log.error('The new certificate cannot be used', { reason: nameOfError(error) });
    }
  };
  for (const file of [files.cert, files.key]) watchFile(file, { interval: POLL_MS }, reload);
  return () => {
    for (const file of [files.cert, files.key]) unwatchFile(file, reload);
  };
}
