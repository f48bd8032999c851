/**
 * From a schema to a function that reads `unknown`: one schema is the type, the validator and the JSON Schema.
 */
import type * as Type from 'typebox';
import { checkerOf } from '#checker';
import type { Checker } from './checker.ts';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';

/**
 * A parser for `schema`. Faults carry `code` and the path of the first thing that is wrong.
 */
export function parserOf<S extends Type.TSchema>(
  schema: S,
  code = 'malformed',
): (value: unknown) => Result<Type.Static<S>, Fault> {
  let checker: Checker | undefined;
  return (value) => {
    checker ??= checkerOf(schema);
    if (checker.check(value)) return ok(value as Type.Static<S>); // Check has just said so; its guard does not carry generics
    const [first] = checker.errors(value);
    return err({
      code,
      path: first?.instancePath ?? '',
      detail: first?.message ?? 'does not match',
    });
  };
}
