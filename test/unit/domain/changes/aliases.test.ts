import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasesOf, closesCircle, type Aliases } from '#domain/changes/aliases.ts';
import { applyEvent } from '#domain/changes/apply-event.ts';
import { stampOf } from '#domain/changes/stamp.ts';
import { joinProgress } from '#domain/mastery/progress.ts';
import type { BodyOf, ProgressBody } from '#domain/model/documents.ts';
import type { Placed } from '#domain/model/event.ts';
import { asId } from '#domain/model/ids.ts';
import { addStudent, at, course, mark, smallWorld } from '#test/support/small-world.ts';

type World = ReturnType<typeof smallWorld>;

const merge = (from: string, into: string | null, moment = 10_000): Placed =>
  at(moment, 'student.merge', `student/${from}`, { into: into === null ? null : asId(into) });
const erase = (student: string, moment = 20_000): Placed =>
  at(moment, 'student.erase', `student/${student}`, {});

function aliases({ documents }: World): Aliases {
  const records = new Map<string, BodyOf['student']>();
  for (const { key, kind, body } of documents.values())
    if (kind === 'student') records.set(key.slice('student/'.length), body);
  return aliasesOf(records);
}

/** What a screen shows of a child in the one course. */
function progressOf(world: World, student: string): ProgressBody | undefined {
  const bodies = aliases(world)
    .recordsOf(student)
    .flatMap((id) => world.read('progress', id, 'math') ?? []);
  return joinProgress(course, bodies, world.facts.day);
}

function after(events: readonly Placed[]): World {
  const world = smallWorld();
  for (const event of events) world.apply(event);
  expect(world.parked).toEqual([]);
  return world;
}

describe('two records of one child', () => {
  const children = ['a', 'b', 'c'].map((id) => addStudent(id, `Child ${id}`));

  it('evidence of both counts for the record that stays, wherever the merge comes between', () => {
    const events = [
      mark('a', 1000, false),
      mark('b', 2000, true),
      merge('a', 'b'),
      mark('a', 30_000, false),
    ];
    const shown = after([...children, ...events]);
    expect(aliases(shown).rootOf('a')).toBe('b');
    expect(aliases(shown).recordsOf('a')).toEqual(['b', 'a']);
    expect(progressOf(shown, 'b')?.d.match(/,m/g)).toHaveLength(3);
    expect(progressOf(shown, 'b')?.st).toBe('M');
    expect(progressOf(shown, 'a')).toEqual(progressOf(shown, 'b'));
  });

  it('joined evidence folds to what it would be had there been one record from the start', () => {
    const taps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(50), fc.boolean()), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(taps, (list) => {
        const split = list.map(([who, moment, met]) => mark(who, moment * 1000, met));
        const whole = split.map((one) => ({
          ...one,
          event: { ...one.event, about: 'student/b' as const },
        }));
        const joined = after([...children, ...split, merge('a', 'b'), merge('c', 'b')]);
        expect(progressOf(joined, 'b')).toEqual(
          after([...children, ...whole]).read('progress', 'b', 'math'),
        );
      }),
    );
  });

  it('what was taken back on the joined child stays taken back as long as they are joined', () => {
    const wrong = mark('a', 0, true);
    const takeBack = at(
      12_000,
      'attempt.withdraw',
      'student/b',
      { course: asId('math'), objective: asId('mul'), reason: 'undo' },
      { refs: [`event/${wrong.event.id}`] },
    );
    const world = after([...children, takeBack, merge('a', 'b'), wrong]);
    expect(progressOf(world, 'b')?.st).toBe('-');
    world.apply(merge('a', null, 13_000));
    expect(progressOf(world, 'a')?.st).toBe('M');
  });

  it('a chain of merges ends at the last record', () => {
    const world = after([merge('a', 'b'), merge('b', 'c'), ...children, mark('a', 0, true)]);
    expect(['a', 'b', 'c'].map(aliases(world).rootOf)).toEqual(['c', 'c', 'c']);
    expect(progressOf(world, 'c')?.st).toBe('M');
  });

  it('a merge that is taken back gives both records back as they were', () => {
    const before = after([...children, mark('a', 0, true), mark('b', 0, false)]);
    const back = after([
      ...children,
      mark('a', 0, true),
      merge('a', 'b', 10_000),
      mark('b', 0, false),
      merge('a', null, 11_000),
    ]);
    expect(aliases(back).recordsOf('b')).toEqual(['b']);
    for (const id of ['a', 'b']) expect(progressOf(back, id)?.st).toBe(progressOf(before, id)?.st);
    expect(back.read('student', 'a')).toMatchObject({ name: 'Child a', avatar: 'fox' });
  });

  it('of merges that close a circle the newest has no effect, and has one when another is taken back', () => {
    const [first, second] = [merge('a', 'b', 10_000), merge('b', 'a', 11_000)];
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      const world = after([...children, ...order]);
      expect(['a', 'b'].map(aliases(world).rootOf)).toEqual(['b', 'b']);
      const lookup = (id: string) => world.read('student', id);
      expect(closesCircle(lookup, 'b', stampOf(second))).toBe(true);
      expect(closesCircle(lookup, 'a', stampOf(first))).toBe(false);
      world.apply(merge('a', null, 12_000));
      expect(['a', 'b'].map(aliases(world).rootOf)).toEqual(['a', 'a']);
    }
  });

  it('nobody stands for themselves', () => {
    const { read, facts } = after(children);
    expect(applyEvent(merge('a', 'a'), read, facts)).toMatchObject({
      error: { code: 'merge-cycle' },
    });
  });

  it('a merge into a record that has not come waits for it; the child stands for itself meanwhile', () => {
    const world = after([...children, mark('a', 0, true), merge('a', 'late')]);
    expect(aliases(world).rootOf('a')).toBe('a');
    world.apply(addStudent('late', 'Late'));
    expect(aliases(world).rootOf('a')).toBe('late');
    expect(progressOf(world, 'late')?.st).toBe('M');
  });
});

describe('an erased student', () => {
  it('leaves a bare tombstone, whatever comes before or after', () => {
    const events = [
      addStudent('a', 'Ana'),
      mark('a', 0, true),
      at(0, 'student.rename', 'student/a', { set: 'Anna', was: 'Ana' }),
      at(0, 'student.secret', 'student/a', { set: [3, 4, 5], was: null }),
      merge('a', 'b'),
      erase('a'),
    ];
    const order = fc.shuffledSubarray(events, { minLength: events.length });
    fc.assert(
      fc.property(order, fc.subarray(events), (shuffled, again) => {
        const world = after([...shuffled, ...again]);
        expect([...world.documents.keys()].toSorted()).toEqual(['course/math', 'student/a']);
        expect(world.read('student', 'a')).toEqual({ erased: true });
      }),
    );
  });

  it('stands for nobody: a record that was joined with it stands for itself again', () => {
    const world = after([
      addStudent('a', 'A'),
      addStudent('b', 'B'),
      merge('a', 'b'),
      mark('a', 0, true),
      erase('b'),
    ]);
    expect(aliases(world).rootOf('a')).toBe('a');
    expect(progressOf(world, 'a')?.st).toBe('M');
  });
});

describe('merges, marks and erasures of four records', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const who = fc.constantFrom(...ids);
  const moment = fc.integer({ min: 0, max: 40 }).map((seconds) => seconds * 1000);
  const event = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(who, moment, fc.boolean()).map(([id, t, met]) => mark(id, t, met)),
    },
    { weight: 4, arbitrary: fc.tuple(who, who, moment).map(([a, b, t]) => merge(a, b, t)) },
    { weight: 2, arbitrary: fc.tuple(who, moment).map(([a, t]) => merge(a, null, t)) },
    { weight: 1, arbitrary: fc.tuple(who, moment).map(([a, t]) => erase(a, t)) },
  );
  const all = fc
    .array(event, { maxLength: 14 })
    .map((events) => [...ids.map((id) => addStudent(id, id)), ...events]);
  const shown = (world: World) => ({
    documents: new Map([...world.documents].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    children: ids.map((id) => [aliases(world).recordsOf(id), progressOf(world, id)]),
  });

  it('give the same children in any order of arrival and however often they come', () => {
    fc.assert(
      fc.property(
        all.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(events, { minLength: events.length }),
            fc.subarray(events),
          ),
        ),
        ([events, shuffled, again]) => {
          expect(shown(after([...shuffled, ...again]))).toEqual(shown(after(events)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('every record stands for a child or is stood for by exactly one', () => {
    fc.assert(
      fc.property(all, (events) => {
        const { rootOf, recordsOf } = aliases(after(events));
        for (const id of ids) {
          expect(rootOf(rootOf(id))).toBe(rootOf(id));
          expect(recordsOf(rootOf(id))).toContain(id);
        }
      }),
    );
  });
});
