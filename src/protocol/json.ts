import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';

/** `text` as JSON, or the fault `code`. */
export function parseJson(text: string, code = 'not-json'): Result<unknown, Fault> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ code });
  }
}
