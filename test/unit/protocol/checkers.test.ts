import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BODIES } from '#protocol/bodies.ts';
import { checkerOf as compiled } from '#protocol/checker-compiled.ts';
import { checkerOf as walking } from '#protocol/checker-walking.ts';
import { EnvelopeSchema, EventRowSchema } from '#protocol/event.ts';
import { LedgerAnswerSchema } from '#protocol/ledger.ts';
import { PullAnswerSchema } from '#protocol/pull.ts';
import { PushAnswerSchema } from '#protocol/push.ts';
import { makeEvent } from '#test/support/events.ts';
import { arbitraryOf } from '#test/support/fuzz/schema-arbitrary.ts';
import { spoiled } from '#test/support/fuzz/spoil.ts';

const schemas = [
  EnvelopeSchema,
  EventRowSchema,
  LedgerAnswerSchema,
  PullAnswerSchema,
  PushAnswerSchema,
  BODIES['student.add'].versions[1],
  BODIES['interview.mark'].versions[1],
];
const event = makeEvent('student.rename', 'student/s1', { set: 'Ana', was: null });
const mark = { type: 'rate', hits: 19, of: 20 };
const good: readonly unknown[] = [
  event,
  { slot: 'stream-0123456789.000000001', id: event.id, text: '{}', mac: '' },
  { name: 'Ana', avatar: 'fox', secret: [0, 1, 11], badge: 'abcdefgh' },
  {
    course: 'c',
    objective: 'o',
    rev: 'r',
    mark,
    occasion: 'x',
    purpose: 'mastery',
    role: 'teacher',
  },
];

/** Every word of a schema, of the schemas inside it too. */
function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([word, value]) => {
    if (word === 'properties') return [word, ...Object.values(Object(value)).flatMap(wordsOf)];
    return ['items', 'anyOf'].includes(word) ? [word, ...wordsOf(value)] : [word];
  });
}

const KNOWN = (
  'type required additionalProperties properties additionalItems items minItems maxItems minLength maxLength pattern ' +
  'minimum maximum const enum anyOf'
).split(' ');

describe('the two ways to check a value against a schema', () => {
  it('the walking one knows every word that our schemas use', () => {
    const bodies = Object.values(BODIES).flatMap(({ versions }) => Object.values(versions));
    const words = new Set([...schemas, ...bodies].flatMap(wordsOf));
    expect([...words].filter((word) => !KNOWN.includes(word))).toEqual([]);
  });

  it('agree on whole records', () => {
    const verdicts = (value: unknown) => schemas.map((schema) => walking(schema).check(value));
    for (const value of good) {
      expect(verdicts(value)).toContain(true);
      expect(schemas.map((schema) => compiled(schema).check(value))).toEqual(verdicts(value));
    }
  });

  it('agree on records with one field made something else, and on anything at all', () => {
    const pairs = schemas.map((schema) => [walking(schema), compiled(schema)] as const);
    const spoilt = fc
      .constantFrom(...good)
      .chain((value) =>
        fc
          .tuple(fc.constantFrom(...Object.keys(Object(value))), fc.jsonValue())
          .map(([field, other]) => ({ ...Object(value), [field]: other })),
      );
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.jsonValue()), (value) => {
        for (const [walk, compile] of pairs) {
          expect(compile.check(value)).toBe(walk.check(value));
          expect(compile.errors(value)[0]?.instancePath).toBe(walk.errors(value)[0]?.instancePath);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(Object.entries(BODIES))(
    'agree on every body of %s, right and with things wrong in it',
    (_, { versions }) => {
      for (const schema of Object.values(versions)) {
        const [walk, compile] = [walking(schema), compiled(schema)];
        const bodies = arbitraryOf(schema);
        fc.assert(
          fc.property(fc.oneof(bodies, spoiled(bodies)), (value) => {
            expect(walk.check(value)).toBe(compile.check(value));
            expect(walk.errors(value)[0]?.instancePath).toBe(
              compile.errors(value)[0]?.instancePath,
            );
          }),
          { numRuns: 200 },
        );
      }
    },
  );
});
