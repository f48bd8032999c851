import { describe, expect, it } from 'vitest';
import { AUTHORITY, authorityOf, type Permission } from '#domain/changes/authority.ts';
import type { About, AnyEvent, Author, Kind } from '#domain/model/event.ts';
import type { GroupId } from '#domain/model/ids.ts';
import type { Grant, Holder } from '#domain/model/role.ts';
import { asId } from '#domain/model/ids.ts';
import { makeEvent } from '#test/support/events.ts';

const HOLDERS: readonly Holder[] = [
  'admin',
  'principal',
  'teacher',
  'volunteer',
  'class-tablet',
  'server',
];
const grantOf = (holder: Holder): Grant => ({
  id: asId('grant-1'),
  device: asId('device-1'),
  holder,
  member: holder === 'server' || holder === 'class-tablet' ? null : 'member/m1',
  scope: ['admin', 'principal', 'server'].includes(holder) ? 'school' : [asId<GroupId>('g1')],
  until: null,
});
const authorOf = (holder: Holder): Author =>
  holder === 'server' ? 'server' : holder === 'class-tablet' ? 'student/s1' : 'member/m1';
// Only kind, author, target and refs matter here; bodies are read elsewhere.
const eventOf = (kind: Kind, by: Author, about: About, refs: readonly string[] = []): AnyEvent =>
  makeEvent(kind, about, {} as never, { by, refs });

/** What each permission means, said a second time and independently. */
const allowed = (permission: Permission, inScope: boolean, ownRefs: boolean): boolean =>
  permission === 'school' ||
  permission === 'stream' ||
  (permission === 'scope' && inScope) ||
  (permission === 'own' && inScope && ownRefs);

describe('the authority table, cell by cell', () => {
  for (const kind of Object.keys(AUTHORITY) as Kind[]) {
    for (const holder of HOLDERS) {
      const permission = AUTHORITY[kind][holder];
      it(`${holder} may ${permission === 'no' ? 'not ' : ''}${kind} (${permission})`, () => {
        for (const inScope of [true, false]) {
          for (const ownRefs of [true, false]) {
            const event = eventOf(kind, authorOf(holder), 'student/s1', ['event/e1']);
            const reach = {
              reaches: () => inScope,
              authorOf: () => (ownRefs ? event.by : 'member/other'),
            };
            expect(authorityOf(grantOf(holder), event, reach).ok).toBe(
              allowed(permission, inScope, ownRefs),
            );
          }
        }
      });
    }
  }

  it('a class tablet cannot make a mark, a decision or a withdrawal, whoever it says was the author', () => {
    for (const kind of ['interview.mark', 'judgement', 'attempt.withdraw'] as const) {
      for (const by of ['student/s1', 'member/m1', 'server'] as const) {
        const answer = authorityOf(grantOf('class-tablet'), eventOf(kind, by, 'student/s1'), {
          reaches: () => true,
          authorOf: () => by,
        });
        expect(answer).toMatchObject({ ok: false, error: { code: 'no-authority' } });
      }
    }
  });

  it('a teacher joins records only where both are within reach, and takes a merge back with the one', () => {
    const merge = (into: string | null): AnyEvent =>
      makeEvent('student.merge', 'student/s1', { into: into === null ? null : asId(into) });
    const may = (into: string | null, own: readonly string[]): boolean =>
      authorityOf(grantOf('teacher'), merge(into), {
        reaches: (about) => own.includes(about),
        authorOf: () => undefined,
      }).ok;
    expect(may('s2', ['student/s1', 'student/s2'])).toBe(true);
    expect(may('s2', ['student/s1'])).toBe(false);
    expect(may('s2', ['student/s2'])).toBe(false);
    expect(may(null, ['student/s1'])).toBe(true);
  });

  it('nobody but an admin or a principal erases a student', () => {
    const allowing = HOLDERS.filter((holder) => AUTHORITY['student.erase'][holder] !== 'no');
    expect(allowing).toEqual(['admin', 'principal']);
  });

  it('nobody speaks for another person', () => {
    const reach = { reaches: () => true, authorOf: () => undefined };
    const event = eventOf('interview.mark', 'member/other', 'student/s1');
    expect(authorityOf(grantOf('teacher'), event, reach)).toMatchObject({
      ok: false,
      error: { code: 'bad-author' },
    });
  });

  it('a check is signed in the name of the child it is about, and of no other', () => {
    const reach = { reaches: () => true, authorOf: () => undefined };
    expect(
      authorityOf(grantOf('class-tablet'), eventOf('check', 'student/s1', 'student/s1'), reach).ok,
    ).toBe(true);
    expect(
      authorityOf(grantOf('class-tablet'), eventOf('check', 'student/s2', 'student/s1'), reach).ok,
    ).toBe(false);
    expect(
      authorityOf(grantOf('teacher'), eventOf('check', 'student/s1', 'student/s1'), reach).ok,
    ).toBe(true);
  });
});
