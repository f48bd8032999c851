/**
 * What `parser.ts` needs of the schema library. `#checker` in package.json picks the implementation: compiled where there
 * is Node, walking elsewhere.
 */
import type { TSchema } from 'typebox';

export interface Checker {
  readonly check: (value: unknown) => boolean;
  readonly errors: (
    value: unknown,
  ) => readonly { readonly instancePath: string; readonly message: string }[];
}

export type CheckerOf = (schema: TSchema) => Checker;
