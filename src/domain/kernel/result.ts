/**
 * An expected failure, as data. `code` crosses layers (text for people lives in the UI), `path` says where in the
 * input it was found ("units[1].rule.of"), `detail` is for a log or a developer, never for a child.
 */
export type Fault = { readonly code: string; readonly path?: string; readonly detail?: string };

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E> = { readonly ok: false; readonly error: E };

/** What a function returns when it can fail in an expected way. Bugs throw instead. */
export type Result<T, E = Fault> = Ok<T> | Err<E>;

/** Wraps a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a failure of any shape. */
export function err<E>(error: E): Err<E> {
  return { ok: false, error };
}

/** Shorthand for `err({code, path, detail})` that leaves out what is not known. */
export function fault(code: string, path?: string, detail?: string): Err<Fault> {
  return err({
    code,
    ...(path === undefined ? {} : { path }),
    ...(detail === undefined ? {} : { detail }),
  });
}
