/**
 * From a schema to a function that reads `unknown`: one schema is the type, the validator and the JSON Schema.
 */
import type Type from 'typebox';
import { Compile } from 'typebox/compile';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';

/**
 * A parser for `schema`. Faults carry `code` and the path of the first thing that is wrong.
 * (Where a content security policy forbids generated code, the library checks by walking the schema instead.)
 */
export function parserOf<S extends Type.TSchema>(
  schema: S,
  code = 'malformed',
): (value: unknown) => Result<Type.Static<S>, Fault> {
  let compiled: ReturnType<typeof Compile<S>> | undefined;
  return (value) => {
    compiled ??= Compile(schema);
    if (compiled.Check(value)) return ok(value as Type.Static<S>); // Check has just said so; its guard does not carry generics
    const [first] = compiled.Errors(value);
    return err({
      code,
      path: first?.instancePath ?? '',
      detail: first?.message ?? 'does not match',
    });
  };
}
