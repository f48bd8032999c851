/** Checks values by walking the schema: for browsers, where the content security policy forbids generated code, and bytes count. */
import { Check, Errors } from 'typebox/schema';
import type { CheckerOf } from './checker.ts';

export const checkerOf: CheckerOf = (schema) => ({
  check: (value) => Check(schema, value),
  errors: (value) => Errors(schema, value)[1],
});
