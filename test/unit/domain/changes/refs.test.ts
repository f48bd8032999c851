import { describe, expect, it } from 'vitest';
import { parseRef, refToEvent, refToPlace } from '#domain/changes/refs.ts';

describe('refs', () => {
  it('name an event by its id or by its place', () => {
    expect(parseRef(refToEvent('abc'))).toEqual({ type: 'event', id: 'abc' });
    const address = { stream: 12, slot: 345 };
    expect(parseRef(refToPlace(address))).toEqual({ type: 'slot', address });
  });

  it('of another form are not understood', () => {
    for (const text of ['', 'abc', 'slot/1', 'slot/a.b', 'slot/1.2.3', 'slot/-1.2']) {
      expect(parseRef(text)).toBeUndefined();
    }
  });
});
