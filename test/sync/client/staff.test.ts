import { afterEach, beforeEach, expect, test } from 'vitest';
import { allSent } from './client-device.ts';
import { makeSchool, must, type School } from './school.ts';

let school: School;
beforeEach(async () => {
  school = await makeSchool(1);
  school.teacher.data.start();
  await allSent(school.teacher);
});
afterEach(async () => {
  await school.teacher.stop();
  await school.server.close();
});

/** The school turns away so many questions of staff. @returns how often it was asked */
function turnAway(times: number): () => number {
  let asked = 0;
  school.teacher.network.bend = async (ask, pass) => {
    if (ask.path !== '/api/staff') return pass();
    asked += 1;
    if (asked > times) return pass();
    const headers = { 'content-type': 'application/json', 'retry-after': '0.01' };
    return new Response(JSON.stringify({ error: { code: 'busy' } }), { status: 503, headers });
  };
  return () => asked;
}

test('a page that a busy school turns away asks again when it was told to come, and shows what it asked for', async () => {
  const asked = turnAway(2);
  expect(must(await school.teacher.data.staff.catalog()).courses.length).toBeGreaterThan(0);
  expect(asked()).toBe(3);
});

test('where the school stays busy the page says so, and has not asked for ever', async () => {
  const asked = turnAway(Infinity);
  expect(await school.teacher.data.staff.catalog()).toMatchObject({ error: { code: 'busy' } });
  expect(asked()).toBeLessThanOrEqual(6);
});
