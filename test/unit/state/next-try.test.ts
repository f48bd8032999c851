import { describe, expect, test } from 'vitest';
import { assert } from '#domain/kernel/assert.ts';
import { startCheck } from '#state/check-start.ts';
import { markReviewed } from '#state/mark-reviewed.ts';
import { nextTry } from '#state/next-try.ts';
import { ana, anas, DAY, MINUTE, missed, NOW, target, type World } from './child-fixture.ts';

const child = { student: ana, by: 'badge' } as const;
const offerName = `${target.course}/${target.objective}`;
const offer = (minutesAgo: number): NonNullable<World['offers']> => ({
  [offerName]: {
    set: { students: 'all', until: 'today' },
    at: NOW - minutesAgo * MINUTE,
    stamp: '1',
  },
});

describe('another try', () => {
  test('without the mistakes looked at, a check does not begin, and says why', async () => {
    const fake = anas({ happened: [missed(30)] });
    const begun = await startCheck(fake.services, child, target, NOW);
    expect(begun).toMatchObject({ ok: false, error: { code: 'retake.review-first' } });
    expect(fake.saves).toEqual([]);
    const looked = await markReviewed(fake.services, ana, target, NOW);
    assert(looked.ok, 'it is said that the mistakes were looked at');
    expect(fake.appended).toMatchObject([
      {
        kind: 'attempt.review',
        about: 'student/ana',
        by: 'student/ana',
        refs: ['slot/3.1'],
        body: target,
      },
    ]);
    expect(await startCheck(fake.services, child, target, NOW)).toMatchObject({ ok: true });
  });

  test('what was looked at is said once', async () => {
    const fake = anas({ happened: [missed(30)] });
    await markReviewed(fake.services, ana, target, NOW);
    expect(await markReviewed(fake.services, ana, target, NOW)).toEqual({ ok: true, value: null });
    expect(fake.appended).toHaveLength(1);
  });

  test('an attempt that waits to be sent is named by its id: its stream may have no number yet', async () => {
    const fake = anas();
    const draft = await startCheck(fake.services, child, target, NOW);
    assert(draft.ok, 'a first check begins');
    await fake.services.drafts.finish(draft.value.id, {
      claim: { correct: 3, of: 10 },
      finished: true,
    });
    const { retake, mistakes } = nextTry(fake.services.snapshot.get(), ana, target, NOW);
    expect(retake.state).toBe('review-first');
    expect(mistakes).not.toBeNull();
    await markReviewed(fake.services, ana, target, NOW);
    expect(fake.appended.at(-1)).toMatchObject({ refs: [`event/${draft.value.id}`] });
    expect(nextTry(fake.services.snapshot.get(), ana, target, NOW)).toEqual({
      retake: { state: 'open' },
      mistakes: null,
    });
  });

  test('after two on one day it is tomorrow, and the mistakes can be looked at meanwhile', async () => {
    const fake = anas({ happened: [missed(60), missed(30)] });
    expect(nextTry(fake.services.snapshot.get(), ana, target, NOW)).toEqual({
      retake: { state: 'another-day', from: '2026-11-24' },
      mistakes: { stream: 3, slot: 2 },
    });
    expect(await startCheck(fake.services, child, target, NOW)).toMatchObject({
      error: { code: 'retake.another-day' },
    });
    await markReviewed(fake.services, ana, target, NOW);
    expect(await startCheck(fake.services, child, target, NOW + DAY)).toMatchObject({ ok: true });
  });

  test('a tablet whose clock is a day ahead does not open what is for tomorrow', async () => {
    const fake = anas({ happened: [missed(60), missed(30)] });
    await markReviewed(fake.services, ana, target, NOW);
    fake.safety.set({ ...fake.safety.get(), clockOff: DAY });
    expect(await startCheck(fake.services, child, target, NOW + DAY)).toMatchObject({
      error: { code: 'retake.another-day' },
    });
  });

  test('a teacher who says "now" on this tablet opens it at once, with no network', async () => {
    const fake = anas({ happened: [missed(60), missed(30)] });
    await fake.services.append({ kind: 'retake.allow', about: 'student/ana', body: target });
    expect(await startCheck(fake.services, child, target, NOW)).toMatchObject({ ok: true });
  });

  test('a check that the teacher starts after the last attempt may be taken now; one from before does not say so', async () => {
    const happened = [missed(60), missed(30)];
    const after = anas({ happened, offers: offer(10) });
    expect(await startCheck(after.services, child, target, NOW)).toMatchObject({ ok: true });
    const before = anas({ happened, offers: offer(45) });
    expect(await startCheck(before.services, child, target, NOW)).toMatchObject({ ok: false });
  });

  test('the school may set it otherwise', async () => {
    const fake = anas({
      happened: [missed(60), missed(30)],
      school: { retakes: { reviewFirst: false, perDay: 0 } },
    });
    expect(await startCheck(fake.services, child, target, NOW)).toMatchObject({ ok: true });
  });
});
