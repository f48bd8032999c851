import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepted } from '#domain/items/graders.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import type { Form } from '#domain/items/form.ts';
import { beginPractice, practice, type PracticeEvent } from '#state/practice-machine.ts';
import { firstCheck } from '#test/support/server-class.ts';

function formOf(seed: string): Form {
  const form = formOfObjective(firstCheck().objective, seed, []);
  if (!form.ok) throw new Error(form.error.code);
  return form.value;
}
const form = formOf('practice');
const rightAt = (place: number): string => {
  const item = form.items[place];
  return item === undefined ? '' : accepted(item.answer);
};
const after = (...events: PracticeEvent[]) => events.reduce(practice, beginPractice(form));
const says = (text: string): PracticeEvent[] => [{ type: 'entry', text }, { type: 'check' }];

describe('practice', () => {
  test('a right answer is told at once, and the next question comes on request', () => {
    const right = after(...says(rightAt(0)));
    expect(right).toMatchObject({ phase: 'right', place: 0, ticks: ['at-once'] });
    expect(practice(right, { type: 'next' })).toMatchObject({
      phase: 'asking',
      place: 1,
      entry: '',
      missed: false,
    });
  });

  test('the first miss gives another go, the second shows the way', () => {
    const missed = after(...says('99999'));
    expect(missed).toMatchObject({ phase: 'asking', missed: true, ticks: [] });
    expect(
      [{ type: 'entry', text: rightAt(0) } as const, { type: 'check' } as const].reduce(
        practice,
        missed,
      ),
    ).toMatchObject({
      phase: 'right',
      ticks: ['later'],
    });
    expect(says('99998').reduce(practice, missed)).toMatchObject({
      phase: 'shown',
      ticks: ['shown'],
    });
  });

  test('the same answer checked twice is one miss: a double tap does not use up the other go', () => {
    const missed = after(...says('99999'), { type: 'check' }, { type: 'check' });
    expect(missed).toMatchObject({ phase: 'asking', missed: true, ticks: [] });
    // Wrong again in other words is a second miss, also the same number typed anew.
    const typed = ['9', '99999'].map((text): PracticeEvent => ({ type: 'entry', text }));
    expect([...typed, { type: 'check' } as const].reduce(practice, missed).phase).toBe('shown');
  });

  test('an empty answer is no answer, and one that cannot be read is no miss', () => {
    expect(after({ type: 'check' })).toMatchObject({ phase: 'asking', missed: false });
    expect(after(...says('seven?'))).toMatchObject({ missed: false, lookAgain: true, ticks: [] });
    expect(after(...says('🦊'), { type: 'entry', text: '1' }).lookAgain).toBe(false);
  });

  test('it never ends: behind the last question come more, and the ticks go on', () => {
    const all = form.items.flatMap((_, place): PracticeEvent[] => [
      ...says(rightAt(place)),
      { type: 'next' },
    ]);
    const done = after(...all);
    expect(done.phase).toBe('done');
    const more = practice(done, { type: 'more', form: formOf('more') });
    expect(more).toMatchObject({ phase: 'asking', place: 0 });
    expect(more.ticks).toHaveLength(form.items.length);
  });

  test('whatever is tapped: one tick a question, and what is over is not judged again', () => {
    const event: fc.Arbitrary<PracticeEvent> = fc.oneof(
      fc.constantFrom('check' as const, 'show' as const, 'next' as const).map((type) => ({ type })),
      fc
        .constantFrom('', '0', '5', '10', '99999', '7?')
        .map((text) => ({ type: 'entry' as const, text })),
      fc.constant({ type: 'more' as const, form }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 80 }), (events) => {
        let state = beginPractice(form);
        for (const one of events) {
          const next = practice(state, one);
          expect(next.ticks.length - state.ticks.length).toBeLessThanOrEqual(1);
          expect(next.ticks.length).toBeGreaterThanOrEqual(state.ticks.length);
          const isJudged = state.phase === 'asking' && next.phase !== 'asking';
          expect(next.ticks.length > state.ticks.length).toBe(isJudged);
          state = next;
        }
      }),
    );
  });
});
