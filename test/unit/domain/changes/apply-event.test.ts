import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvent } from '#domain/changes/apply-event.ts';
import { overlay } from '#domain/changes/overlay.ts';
import { proofOf } from '#domain/changes/proof.ts';
import { membersIn } from '#domain/changes/stamp.ts';
import type { Course } from '#domain/model/course.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import type { Placed } from '#domain/model/event.ts';
import { asId, type StudentId, type UnitId } from '#domain/model/ids.ts';
import { place } from '#test/support/events.ts';
import { addStudent, at, mark, smallWorld } from '#test/support/small-world.ts';

const S1 = asId<StudentId>('s1');
const FACTS = asId<UnitId>('facts');

/** A school's history with renames, moves, marks, a withdrawal and two decisions, all about each other. */
function history(): Placed[] {
  const seen = mark('s1', 5000, true, { id: 'mark-1'.padEnd(22, '_') });
  const decision = at(
    9000,
    'judgement',
    'student/s1',
    {
      course: asId('math'),
      objective: asId('mul'),
      rev: 'rev-1',
      decision: 'excused',
      reason: 'away',
    },
    { id: 'decision-1'.padEnd(22, '_') },
  );
  return [
    at(0, 'group.add', 'group/g1', { name: 'Maple' }),
    at(0, 'group.add', 'group/g2', { name: 'Oak' }),
    addStudent('s1', 'Ana'),
    addStudent('s2', 'Bo'),
    at(1000, 'student.rename', 'student/s1', { set: 'Anna', was: 'Ana' }),
    at(2000, 'student.rename', 'student/s1', { set: 'Annie', was: 'Ana' }),
    at(1000, 'group.student', 'group/g1', { op: 'add', member: S1 }),
    at(3000, 'group.student', 'group/g1', { op: 'remove', member: S1 }),
    at(3000, 'group.student', 'group/g2', { op: 'add', member: S1 }),
    at(1000, 'course.use', 'group/g1', { course: asId('math'), set: [FACTS], was: null }),
    at(4000, 'course.use', 'group/g1', { course: asId('math'), set: [], was: [FACTS] }),
    at(2000, 'student.secret', 'student/s2', { set: [3, 4, 5], was: [0, 1, 2] }),
    seen,
    mark('s1', 6000, false),
    at(
      7000,
      'attempt.withdraw',
      'student/s1',
      { course: asId('math'), objective: asId('mul'), reason: 'undo' },
      { refs: [`event/${seen.event.id}`] },
    ),
    decision,
    at(
      9500,
      'judgement',
      'student/s1',
      {
        course: asId('math'),
        objective: asId('mul'),
        rev: 'rev-1',
        decision: 'none',
        reason: 'back',
      },
      { refs: [`event/${decision.event.id}`] },
    ),
  ];
}

const sorted = (documents: ReadonlyMap<string, AnyDocument>) =>
  Object.fromEntries([...documents].map(([key, { body }]) => [key, body]));

describe('what events do to the records', () => {
  it('[P13] any order and any repetition of the same events gives the same records', () => {
    const events = history();
    const expected = smallWorld();
    for (const event of events) expected.apply(event);
    const order = fc.shuffledSubarray(events, { minLength: events.length });
    fc.assert(
      fc.property(order, fc.subarray(events), (shuffled, again) => {
        const other = smallWorld();
        for (const event of [...shuffled, ...again]) other.apply(event);
        expect(other.parked).toEqual([]);
        expect(sorted(other.documents)).toEqual(sorted(expected.documents));
      }),
      { numRuns: 300 },
    );
  });

  it('the latest word on a name, a place in a group and the units in use stands', () => {
    const { apply, read } = smallWorld();
    for (const event of history()) apply(event);
    expect(read('student', 's1')).toMatchObject({ name: 'Annie' });
    expect(membersIn(read('group', 'g1')?.students ?? {})).toEqual([]);
    expect(membersIn(read('group', 'g2')?.students ?? {})).toEqual(['s1']);
    expect(read('use', 'g1')?.courses[asId<Course['id']>('math')]?.units).toEqual([]);
    expect(read('proof', 's2')).toEqual(proofOf('s2', { secret: [3, 4, 5], badge: 'badge-s2' }));
  });

  it('whoever makes a group belongs to its staff', () => {
    const { apply, read } = smallWorld();
    apply(at(0, 'group.add', 'group/g1', { name: 'Maple' }, { by: 'member/m7' }));
    expect(membersIn(read('group', 'g1')?.staff ?? {})).toEqual(['m7']);
  });

  it('a mark that was taken back no longer counts, and a mark of a child who has not arrived waits for it', () => {
    const { apply, read, parked } = smallWorld();
    const early = mark('s9', 10, true);
    expect(apply(early)).toBe(false);
    expect(parked).toHaveLength(1);
    apply(addStudent('s9', 'Noor'));
    expect(read('progress', 's9', 'math')?.st).toBe('M');
    const takenBack = at(
      20,
      'attempt.withdraw',
      'student/s9',
      { course: asId('math'), objective: asId('mul'), reason: 'undo' },
      { refs: [`event/${early.event.id}`] },
    );
    apply(takenBack);
    expect(read('progress', 's9', 'math')?.st).toBe('-');
  });

  it('what cannot be understood is named, and changes nothing', () => {
    const { apply, read, facts } = smallWorld();
    apply(addStudent('s1', 'Ana'));
    const cases = [
      [{ objective: asId('gone') }, 'unknown-objective'],
      [{ rev: 'rev-9' }, 'unknown-revision'],
    ] as const;
    for (const [change, code] of cases) {
      const { event } = mark('s1', 0, true);
      const odd = { ...event, body: { ...event.body, ...change } } as Placed['event'];
      expect(applyEvent(place(odd), read, facts)).toMatchObject({ ok: false, error: { code } });
    }
    const use = at(0, 'course.use', 'group/g1', { course: asId('art'), set: [], was: null });
    apply(at(0, 'group.add', 'group/g1', { name: 'Maple' }));
    expect(applyEvent(use, read, facts)).toMatchObject({
      ok: false,
      error: { code: 'unknown-course' },
    });
  });
});

describe('the overlay', () => {
  it('[P10] state plus the events that it does not hold yet is what the server will show', () => {
    const events = history();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: events.length }), (applied) => {
        const server = smallWorld();
        for (const event of events.slice(0, applied)) server.apply(event);
        const above = overlay(server.read, events.slice(applied), {
          place: (id) => {
            const found = events.find(({ event }) => event.id === id);
            return found && { stream: found.stream, slot: found.slot };
          },
          day: server.facts.day,
        });
        const all = smallWorld();
        for (const event of events) all.apply(event);
        const shown = new Map([...server.documents, ...above]);
        expect(sorted(shown)).toEqual(sorted(all.documents));
      }),
    );
  });
});
