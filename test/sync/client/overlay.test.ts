import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededRandom } from '#domain/kernel/random.ts';
import { allSent, online, ready, until, type Bend, type Client } from './client-device.ts';
import { addTablet, checkOf, evidenceShown, makeSchool, mark, type School } from './school.ts';

let school: School;
let tablet: Client;
beforeEach(async () => {
  school = await makeSchool();
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  tablet = await addTablet(school);
});
afterEach(async () => {
  await tablet.stop();
  await school.teacher.stop();
  await school.server.close();
});

/** Delays, drops before or after the server, duplicates: by a seed, so that a failure comes again. */
function weather(seed: string): Bend {
  const random = seededRandom(seed);
  return async (_, pass) => {
    const dice = random();
    await new Promise((done) => setTimeout(done, random() * 30));
    if (dice < 0.15) throw new TypeError('Failed to fetch');
    if (dice < 0.3) {
      await pass();
      throw new TypeError('Failed to fetch');
    }
    if (dice < 0.4) await pass();
    return pass();
  };
}

for (const seed of ['rain', 'hail', 'fog']) {
  test(`[P10] no result is ever shown twice or missing while answers and pages come in any order (${seed})`, async () => {
    const [student] = school.students;
    if (student === undefined) throw new Error('No student');
    tablet.data.start();
    await ready(tablet);
    tablet.network.bend = weather(seed);
    let marked = 0;
    const wrong: string[] = [];
    const look = (): void => {
      const shown = evidenceShown(tablet, student);
      if (shown !== marked && shown !== marked + 1) wrong.push(`${shown} of ${marked}`);
    };
    tablet.data.snapshot.subscribe(look);
    const random = seededRandom(`${seed} taps`);
    for (let i = 0; i < 25; i += 1) {
      await mark(tablet, checkOf(student, tablet.data.newId(), i % 11));
      marked += 1;
      expect(evidenceShown(tablet, student)).toBe(marked);
      if (random() < 0.4) tablet.data.syncNow();
      if (random() < 0.5) await school.server.settle();
      await new Promise((done) => setTimeout(done, random() * 60));
    }
    tablet.network.bend = online;
    tablet.data.syncNow();
    await allSent(tablet);
    await school.server.settle();
    tablet.data.syncNow();
    const shown = await until(tablet.data.snapshot, (snapshot) => snapshot.pending().length === 0);
    expect(shown.pending()).toEqual([]);
    expect(evidenceShown(tablet, student)).toBe(25);
    expect(wrong).toEqual([]);
  });
}

test('[P10] after a restart offline the same results are shown, folded from state and own events', async () => {
  const [student] = school.students;
  if (student === undefined) throw new Error('No student');
  tablet.data.start();
  await ready(tablet);
  await mark(tablet, checkOf(student, tablet.data.newId()));
  await allSent(tablet);
  tablet.network.bend = () => Promise.reject(new TypeError('Failed to fetch'));
  await mark(tablet, checkOf(student, tablet.data.newId(), 2));
  tablet = await tablet.restart();
  expect(tablet.data.firstSync.get().state).toBe('ready');
  expect(evidenceShown(tablet, student)).toBe(2);
});
