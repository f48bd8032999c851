/** Checks values against a schema with generated code: for the server, where events are checked by the thousand. */
import { Compile } from 'typebox/schema';
import type { CheckerOf } from './checker.ts';

export const checkerOf: CheckerOf = (schema) => {
  const compiled = Compile(schema);
  return {
    check: (value) => compiled.Check(value),
    errors: (value) => compiled.Errors(value)[1],
  };
};
