import { describe, expect, test } from 'vitest';
import { asId } from '#domain/model/ids.ts';
import type { AnyEvent, Placed } from '#domain/model/event.ts';
import { createPresence, presentChecks, type PresencePorts } from '#data/presence.ts';
import type { CheckDraft } from '#data/services.ts';
import type { Outcome } from '#platform/network.ts';
import { course } from '#test/support/small-world.ts';

const NOW = 1_700_000_000_000;
const [objective] = course.objectives;

const draft = (change: Partial<CheckDraft> = {}): CheckDraft => ({
  id: asId('draft-1'),
  student: asId('ana'),
  course: course.id,
  objective: objective?.id ?? asId(''),
  rev: 'rev-1',
  form: { generator: 'g', version: 1, seed: 's', avoid: [], hash: 'h' },
  answers: [
    { key: '2', raw: '12', ms: 1 },
    { key: '1', raw: '7', ms: 1 },
    { key: '3', raw: '', ms: 1 },
  ],
  position: 3,
  entry: '5',
  activeMs: 9000,
  absences: [],
  supports: [],
  identifiedBy: 'secret',
  purpose: 'mastery',
  occasion: 'today',
  startedAt: NOW - 60_000,
  updatedAt: NOW,
  ...change,
});
const seen = (...drafts: CheckDraft[]) => ({
  drafts,
  course: () => course,
  pending: [],
  now: NOW,
});
const told = {
  student: 'ana',
  course: 'math',
  objective: 'mul',
  place: 4,
  of: 10,
  answered: [1, 2],
};

describe('what a device tells of its checks', () => {
  test('the question on screen and which have an answer, never what was answered', () => {
    expect(presentChecks(seen(draft()))).toEqual([{ ...told, state: 'working' }]);
  });

  test('nothing saved for some seconds is a pause, nothing for half an hour is nobody', () => {
    const old = (ms: number) => presentChecks(seen(draft({ updatedAt: NOW - ms })));
    expect(old(7000)).toMatchObject([{ state: 'working' }]);
    expect(old(8000)).toMatchObject([{ state: 'paused' }]);
    expect(old(30 * 60_000)).toEqual([]);
  });

  test('looking over is the place behind the last, a short look has as many as its form', () => {
    expect(presentChecks(seen(draft({ position: 10 })))).toMatchObject([{ place: 11, of: 10 }]);
    const form = { ...draft().form, count: 2 };
    expect(presentChecks(seen(draft({ form })))).toMatchObject([{ of: 2, answered: [1, 2] }]);
  });

  test('of many, the eight with the newest tap', () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      draft({ student: asId(`s${i}`), updatedAt: NOW - i }),
    );
    expect(presentChecks(seen(...many)).map(({ student }) => student)).toEqual(
      Array.from({ length: 8 }, (_, i) => `s${i}`),
    );
  });
});

/** A device whose clock and network the test turns. */
function device(answer: () => Outcome<never>) {
  const asked: unknown[] = [];
  let [drafts, pending]: [CheckDraft[], Placed<AnyEvent>[]] = [[], []];
  let now = NOW;
  const ports = {
    look: () => ({ drafts, course: () => course, pending }),
    enrolled: () => true,
    gate: { quiet: () => Promise.resolve() },
    clock: { wall: () => now, mono: () => now },
    network: {
      ask: (path: string, { fields }: { fields: { checks: unknown } }) => {
        asked.push([path, fields.checks]);
        return Promise.resolve(answer());
      },
    },
  } as unknown as PresencePorts; // only what it uses
  const step = createPresence(ports);
  return {
    asked,
    show: (next: CheckDraft[], own: Placed<AnyEvent>[] = []) => ([drafts, pending] = [next, own]),
    /** So many ms later, one step. */
    later: (ms: number) => {
      now += ms;
      return step(new AbortController().signal);
    },
  };
}
const answer = () => ({ type: 'answer', value: {} as never }) as const;

describe('how often', () => {
  test('nothing at all while nothing runs', async () => {
    const { asked, later } = device(answer);
    expect(await later(0)).toEqual({ next: 'idle', ms: 600_000 });
    expect(asked).toEqual([]);
  });

  test('when it changed, again before the server forgets, and once when it is over', async () => {
    const { asked, later, show } = device(answer);
    show([draft({ updatedAt: NOW })]);
    await later(0);
    await later(4000);
    expect(asked).toHaveLength(1);
    show([draft({ updatedAt: NOW + 20_000 })]);
    await later(16_000);
    expect(asked).toHaveLength(2);
    show([]);
    await later(4000);
    await later(4000);
    expect(asked.slice(2)).toEqual([['/api/presence', []]]);
  });

  test('a check that nobody touches is told less often, and one of before the clock was set back not at all', async () => {
    const { asked, later, show } = device(answer);
    show([draft({ updatedAt: NOW - 10_000 })]);
    await later(0);
    await later(20_000);
    expect(asked).toHaveLength(1);
    await later(25_000);
    expect(asked).toHaveLength(2);
    show([draft({ updatedAt: NOW + 10 ** 9 })]);
    await later(4000);
    expect(asked.slice(2)).toEqual([['/api/presence', []]]);
  });

  test('what was handed in is told for a minute, what was closed is not', async () => {
    const { asked, later, show } = device(answer);
    const other = draft({ id: asId('draft-2'), student: asId('ben') });
    show([draft(), other]);
    await later(0);
    const attempt = (id: string, finished: boolean) =>
      ({ event: { id, kind: 'check', body: { finished } } }) as Placed<AnyEvent>;
    show([], [attempt('draft-1', true), attempt('draft-2', false)]);
    await later(1000);
    expect(asked.at(-1)).toEqual(['/api/presence', [{ ...told, state: 'handed-in' }]]);
    await later(60_000);
    expect(asked.at(-1)).toEqual(['/api/presence', []]);
  });

  test('without a network it backs off, and an older server is left alone for long', async () => {
    const off = device(() => ({ type: 'unreachable' }));
    off.show([draft()]);
    expect(await off.later(0)).toEqual({ next: 'retry', afterMs: null });
    const old = device(() => ({
      type: 'refusal',
      code: 'not-found',
      status: 404,
      retryAfter: null,
    }));
    old.show([draft()]);
    expect(await old.later(0)).toEqual({ next: 'retry', afterMs: 600_000 });
    const busy = device(() => ({
      type: 'refusal',
      code: 'too-many',
      status: 429,
      retryAfter: 30_000,
    }));
    busy.show([draft()]);
    expect(await busy.later(0)).toEqual({ next: 'retry', afterMs: 30_000 });
  });
});
