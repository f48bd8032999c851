/** A CSV file as text. Spreadsheets on Windows still write it in Windows-1252 or UTF-16: guessing wrong would spoil names. */
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';

/** Bytes; a list of 400 names is about 20 kB. */
const MAX_FILE = 512 * 1024;

/** Faults: `file-too-large`, `file-not-text` (a picture, a spreadsheet that was not saved as CSV). */
export async function readRosterFile(file: Blob): Promise<Result<string, Fault>> {
  if (file.size > MAX_FILE) return fault('file-too-large', '', String(file.size));
  return decodeRoster(new Uint8Array(await file.arrayBuffer()));
}

/** The text of the bytes of a file; faults as above. */
export function decodeRoster(bytes: Uint8Array): Result<string, Fault> {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return ok(new TextDecoder('utf-16le').decode(bytes));
  if (a === 0xfe && b === 0xff) return ok(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.includes(0)) return fault('file-not-text');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Not UTF-8: every byte sequence is something in Windows-1252, which is what is left in practice.
    return ok(new TextDecoder('windows-1252').decode(bytes));
  }
}
