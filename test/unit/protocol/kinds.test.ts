import { expect, test } from 'vitest';
import { BODIES } from '#protocol/bodies.ts';
import { KINDS } from '#protocol/kinds.ts';

test('the short table of kinds says what the schemas say', () => {
  const said = Object.entries(BODIES).map(([kind, { type, versions }]) => [
    kind,
    { type, version: Math.max(...Object.keys(versions).map(Number)) },
  ]);
  expect(KINDS).toEqual(Object.fromEntries(said));
});
