import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEnvelope, readEvent } from '#protocol/event.ts';
import { formatSlot, parseSlot } from '#protocol/slot.ts';
import { makeEvent } from '#test/support/events.ts';

const rename = makeEvent('student.rename', 'student/s1', { set: 'Ana', was: 'Anna' });
const read = (change: Record<string, unknown>) => {
  const envelope = parseEnvelope(JSON.stringify({ ...rename, ...change }));
  return envelope.ok ? readEvent(envelope.value) : envelope;
};

describe('reading an event', () => {
  it('gives back what was written', () => {
    expect(read({})).toEqual({ ok: true, value: rename });
  });

  it('[P14] an unknown kind, version or envelope is named as such, so that it is held and not refused', () => {
    expect(read({ kind: 'student.colour' })).toMatchObject({ error: { code: 'unknown-kind' } });
    expect(read({ kv: 2 })).toMatchObject({ error: { code: 'unknown-version' } });
    expect(read({ v: 2 })).toMatchObject({ error: { code: 'unknown-envelope' } });
    expect(read({ kind: 'to-string' })).toMatchObject({ error: { code: 'unknown-kind' } });
    expect(read({ kind: 'constructor' })).toMatchObject({ error: { code: 'unknown-kind' } });
  });

  it('names the path of what is wrong', () => {
    expect(read({ body: { set: 5, was: null } })).toMatchObject({ error: { code: 'bad-body' } });
    expect(read({ refs: 'x' })).toMatchObject({ error: { code: 'bad-envelope', path: '/refs' } });
    expect(read({ type: 'attempt' })).toMatchObject({ error: { code: 'bad-body', path: '/type' } });
  });

  it('keeps fields that a later version added to the envelope', () => {
    expect(read({ later: 1 })).toMatchObject({ ok: true });
  });

  it('is total over any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const envelope = parseEnvelope(text);
        expect(typeof (envelope.ok ? readEvent(envelope.value) : envelope).ok).toBe('boolean');
      }),
    );
  });
});

describe('slots', () => {
  it('[P1] a slot reads back as stream and number, in the order of its numbers', () => {
    const number = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(parseSlot(formatSlot('stream-0123456789', a))).toEqual({
          ok: true,
          value: { stream: 'stream-0123456789', number: a },
        });
        expect(formatSlot('stream-0123456789', a) < formatSlot('stream-0123456789', b)).toBe(a < b);
      }),
    );
  });

  it('refuses anything else', () => {
    for (const text of [
      '',
      'abc.1',
      'stream-0123456789.000000000',
      'stream-0123456789.1234567890',
      '.000000001',
    ]) {
      expect(parseSlot(text)).toMatchObject({ ok: false, error: { code: 'bad-slot' } });
    }
  });
});
