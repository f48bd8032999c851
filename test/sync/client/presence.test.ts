import { afterEach, beforeEach, expect, test } from 'vitest';
import { allSent, offline, online, ready, until, type Client } from './client-device.ts';
import { addTablet, checkOf, makeSchool, must, runningCheck, type School } from './school.ts';

let school: School;
let tablet: Client;
beforeEach(async () => {
  school = await makeSchool(2);
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  tablet = await addTablet(school);
  tablet.data.start();
  await ready(tablet);
});
afterEach(async () => {
  await tablet.stop();
  await school.teacher.stop();
  await school.server.close();
});

const seen = async () => {
  const list = must(await school.teacher.data.staff.presence(school.group));
  return list.checks.map(({ student, place, of, state }) => [student, place, of, state]);
};

test('[L1] a check that runs on a tablet is seen by the teacher, and seen handed in', async () => {
  const [student] = school.students;
  if (student === undefined) throw new Error('No student');
  const draft = runningCheck(student, tablet.data.newId());
  must(await tablet.data.drafts.save(draft));
  await expect.poll(seen, { timeout: 10_000 }).toEqual([[student, 1, 10, 'working']]);
  const whole = checkOf(student, draft.id);
  if (whole.kind !== 'check') throw new Error('Not a check');
  const { answers, claim } = whole.body;
  must(await tablet.data.drafts.save({ ...draft, answers, position: 10, updatedAt: Date.now() }));
  must(await tablet.data.drafts.finish(draft.id, { claim, finished: true }));
  await expect
    .poll(seen, { timeout: 10_000 })
    .toMatchObject([[student, expect.anything(), 10, 'handed-in']]);
  await allSent(tablet);
}, 30_000);

test('[L1] saving and sending do not wait for it, and offline nothing is lost by it', async () => {
  const [student] = school.students;
  if (student === undefined) throw new Error('No student');
  const hung: string[] = [];
  tablet.network.bend = (ask, pass) => {
    if (!ask.path.startsWith('/api/presence')) return pass();
    hung.push(ask.path);
    return new Promise(() => undefined);
  };
  const draft = runningCheck(student, tablet.data.newId());
  must(await tablet.data.drafts.save(draft));
  await expect.poll(() => hung.length, { timeout: 5000 }).toBe(1);
  must(await tablet.data.drafts.save({ ...draft, position: 1, updatedAt: Date.now() }));
  const claim = { correct: 0, of: 10 };
  must(await tablet.data.drafts.finish(draft.id, { claim, finished: false }));
  await allSent(tablet);
  tablet.network.bend = offline;
  const next = runningCheck(student, tablet.data.newId());
  must(await tablet.data.drafts.save(next));
  must(await tablet.data.drafts.finish(next.id, { claim, finished: false }));
  tablet.network.bend = online;
  tablet.data.syncNow();
  await until(tablet.data.safety, ({ state, unsent }) => state === 'all-sent' && unsent === 0);
}, 30_000);
