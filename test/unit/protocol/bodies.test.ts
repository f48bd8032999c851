import { describe, expectTypeOf, it } from 'vitest';
import type { Static } from 'typebox';
import type { Bodies, Kind } from '#domain/model/event.ts';
import type { BODIES } from '#protocol/bodies.ts';

/** What a schema lets through, as the domain writes it: read-only all the way down. */
type Frozen<T> = T extends object ? { readonly [key in keyof T]: Frozen<T[key]> } : T;
type Newest = { check: 2 };
type Versions<K extends Kind> = (typeof BODIES)[K]['versions'];
type NewestOf<K extends Kind> = K extends keyof Newest ? Versions<K>[Newest[K]] : Versions<K>[1];
type Parsed<K extends Kind> = Frozen<Static<NewestOf<K>>>;
type AllKinds<T extends Record<Kind, unknown>> = T;
type Written = AllKinds<{ [K in Kind]: Bodies[K] extends Parsed<K> ? true : K }>;
type SameKeys = AllKinds<{
  [K in Kind]: [keyof Bodies[K], keyof Parsed<K>] extends [keyof Parsed<K>, keyof Bodies[K]]
    ? true
    : K;
}>;

describe('bodies of events', () => {
  it('what the domain writes is what the schema of its kind lets through, field by field', () => {
    expectTypeOf<Written[Kind]>().toEqualTypeOf<true>();
    expectTypeOf<SameKeys[Exclude<Kind, 'stream.close' | 'student.erase'>]>().toEqualTypeOf<true>();
  });
});
