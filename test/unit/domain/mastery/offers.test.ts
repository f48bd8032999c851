import { describe, expect, test } from 'vitest';
import { applyEvent } from '#domain/changes/apply-event.ts';
import { isOfferedTo, offerWithChild, standingOffers } from '#domain/mastery/offers.ts';
import type { OffersBody } from '#domain/model/documents.ts';
import type { Offer } from '#domain/model/event.ts';
import { asId, type CourseId, type ObjectiveId, type StudentId } from '#domain/model/ids.ts';
import { makeEvent, place } from '#test/support/events.ts';
import { day } from '../rules/arbitraries.ts';

const NOON = Date.UTC(2026, 8, 1, 12);
const HOUR = 3_600_000;
const group = { name: '2B', stamps: {}, students: {}, staff: {} };

/** What these settings give, applied in this order; each is [hours after noon, objective, offer]. */
function offersAfter(settings: readonly (readonly [number, string, Offer | null])[]): OffersBody {
  let body: OffersBody | undefined;
  for (const [hours, objective, set] of settings) {
    const event = makeEvent('check.offer', 'group/g1', {
      course: asId('c1'),
      objective: asId(objective),
      set,
      was: null,
    });
    const effect = applyEvent(
      place(event, { moment: NOON + hours * HOUR }),
      // Only the two documents that the reducer asks for are there.
      (kind) => (kind === 'group' ? group : kind === 'offers' ? body : undefined) as never,
      { place: () => undefined, day },
    );
    if (!effect.ok) throw new Error(effect.error.code);
    body = effect.value[0]?.body as OffersBody;
  }
  return body ?? { offers: {} };
}
const today = (...students: string[]): Offer => ({
  students: students.length === 0 ? 'all' : students.map((one) => asId(one)),
  until: 'today',
});

describe('a check that a teacher starts', () => {
  test('is there for the children it names until the school day ends', () => {
    const body = offersAfter([[0, 'o1', today('s1', 's2')]]);
    const [offer] = standingOffers(body, NOON + HOUR, day);
    expect(offer).toMatchObject({ course: 'c1', objective: 'o1', at: NOON });
    expect(offer && isOfferedTo(offer, [asId('s2')])).toBe(true);
    expect(offer && isOfferedTo(offer, [asId('s3')])).toBe(false);
    expect(standingOffers(body, NOON + 12 * HOUR, day)).toEqual([]);
  });

  test('left open it stays until it is taken back', () => {
    const open: Offer = { students: 'all', until: 'open' };
    expect(standingOffers(offersAfter([[0, 'o1', open]]), NOON + 900 * HOUR, day)).toHaveLength(1);
    expect(
      standingOffers(
        offersAfter([
          [0, 'o1', open],
          [1, 'o1', null],
        ]),
        NOON + 2 * HOUR,
        day,
      ),
    ).toEqual([]);
  });

  test('the order of arrival does not matter, and the newest comes first', () => {
    const first = [0, 'o1', today()] as const;
    const second = [1, 'o2', today('s1')] as const;
    const back = [2, 'o1', null] as const;
    expect(offersAfter([back, first, second]).offers).toMatchObject({ 'c1/o1': { set: null } });
    const both = offersAfter([first, second]);
    expect(standingOffers(both, NOON + 2 * HOUR, day).map(({ objective }) => objective)).toEqual([
      'o2',
      'o1',
    ]);
  });
});

describe('one child more', () => {
  const target = { course: asId<CourseId>('c1'), objective: asId<ObjectiveId>('o1') };
  const s = (...ids: string[]) => ids.map((id) => asId<StudentId>(id));
  const more = (offer: Offer | null, records: string[], at = NOON + HOUR) =>
    offerWithChild(offersAfter([[0, 'o1', offer]]), target, s(...records), at, day);

  test('where nothing stands it is for this child, today', () => {
    const alone = { students: s('s1'), until: 'today' };
    expect(offerWithChild(undefined, target, s('s1', 's1-twin'), NOON, day)).toEqual(alone);
    expect(more(null, ['s1'])).toEqual(alone);
    expect(more(today('s2'), ['s1'], NOON + 20 * HOUR)).toEqual(alone);
  });

  test('what stands keeps its children and its end', () => {
    const open: Offer = { students: s('s2'), until: 'open' };
    expect(more(open, ['s1'])).toEqual({ students: s('s2', 's1'), until: 'open' });
  });

  test('a child who has it needs no other, under any of its records', () => {
    expect(more(today(), ['s1'])).toBeNull();
    expect(more(today('s2', 's1'), ['s1'])).toBeNull();
    expect(more(today('old'), ['s1', 'old'])).toBeNull();
  });
});
