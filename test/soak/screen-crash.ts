/**
 * The browser dies in the real interview: between a tap on a mark and the next question, with and without a network. A mark
 * counts as said when the next question is on the screen and the line beside it says that it is saved or sent. After each start all
 * of them are in the profile or at the school, and a tap is never there twice.
 */
import { intBetween, pick, seededRandom, type Random } from '#domain/kernel/random.ts';
import { beginInterview, mark, savedLine } from '#test/support/actions-interview.ts';
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import { untilInstalled } from '#test/support/actions-child.ts';
import { button, NAMES, setUpSchool, unlock } from '#test/support/actions-staff.ts';
import { buildApp } from '#test/support/build-app.ts';
import { readLog } from './held-to.ts';
import { addCounts, type Counts, type Report } from './report.ts';

/** Taps before the one that the browser dies of. Fewer than an interview has questions. */
const MOST_MARKS = 4;
/** How long after its last tap the browser may live, ms. */
const LAST_MS = 80;

export interface ScreenCrashOptions {
  readonly seed: string;
  readonly kills: number;
  /** The built app; unless said it is built. */
  readonly dist?: string;
  readonly signal?: AbortSignal;
}

interface Run {
  readonly random: Random;
  readonly school: School;
  readonly device: Device;
  /** Marks that the screen called saved, and those that are there. */
  said: number;
  there: number;
  lost: number;
  doubled: number;
  readonly failures: string[];
  commands: Counts;
  faults: Counts;
}

/** Ids of marks in the profile, read past the app. */
function keptMarks(device: Device): Promise<readonly string[]> {
  return device.page().evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('rxdb-dexie-nineoften--0--events');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const rows = await new Promise<readonly { id: string; text: string }[]>((done, failed) => {
      const reading = database.transaction('docs').objectStore('docs').getAll();
      reading.onsuccess = () => done(reading.result);
      reading.onerror = () => failed(reading.error);
    });
    database.close();
    return rows.filter(({ text }) => text.includes('"interview.mark"')).map(({ id }) => id);
  });
}

function marksAtSchool(school: School): readonly string[] {
  return school
    .rows(`SELECT id FROM log WHERE text LIKE '%"kind":"interview.mark"%'`)
    .map(({ id }) => String(id));
}

/** A few marks, then one more tap, and the end. */
async function markAndDie(run: Run, number: number): Promise<string> {
  const { random, device } = run;
  const offline = random() < 0.5;
  if (offline) await device.cut();
  else await device.mend(random() < 0.5 ? { loseAnswersTo: '/api/events' } : {});
  await beginInterview(device, NAMES[number % NAMES.length] ?? NAMES[0]);
  const marks = intBetween(random, 0, MOST_MARKS);
  for (let i = 0; i < marks; i += 1) {
    await mark(device, 'Not yet');
    await savedLine(device).waitFor();
    run.said += 1;
  }
  const last = device.page().getByRole('button', { name: device.t(pick(random, WORDS)) });
  // The page may die under the tap: that is what this is about.
  const tap = last
    .first()
    .click({ noWaitAfter: true })
    .catch(() => undefined);
  await new Promise((done) => setTimeout(done, random() * LAST_MS));
  await device.kill();
  await tap;
  const name = `kill in the interview, ${offline ? 'no network' : 'online'}`;
  run.faults = addCounts(run.faults, { [name]: 1 });
  run.commands = addCounts(run.commands, { mark: marks + 1 });
  return name;
}
const WORDS = ['Not yet', 'Got it'] as const;

/** What is there has all that was said, and at most one more for the tap that nobody heard the answer of. */
function compare(run: Run, there: number, taps: number, when: string): void {
  const missing = run.said - there;
  const tooMany = there - run.said - taps;
  if (missing > 0) run.lost += missing;
  if (tooMany > 0) run.doubled += tooMany;
  if (missing > 0 || tooMany > 0)
    run.failures.push(`${when}: ${run.said} marks were called saved, ${there} are there`);
  run.there = there;
  run.said = Math.max(run.said, there);
}

async function round(run: Run, number: number): Promise<void> {
  const name = await markAndDie(run, number);
  const { device } = run;
  await device.relaunch('/teacher');
  await unlock(device);
  run.commands = addCounts(run.commands, { 'browser start': 1 });
  const there = new Set([...(await keptMarks(device)), ...marksAtSchool(run.school)]);
  compare(run, there.size, 1, `kill ${number} (${name})`);
}

async function settle(run: Run): Promise<void> {
  const { device, school, failures } = run;
  await device.mend();
  const wanted = new Set([...(await keptMarks(device)), ...marksAtSchool(school)]);
  await device
    .page()
    .getByText(device.t('All sent'))
    .first()
    .waitFor({ timeout: 120_000 })
    .catch(() => failures.push('The screen never said that all is sent'));
  const log = readLog(school.server().dataDir);
  compare(run, [...wanted].filter((id) => log.has(id)).length, 0, 'at the end');
  const twice = [...log.values()].filter((count) => count > 1).length;
  run.doubled += twice;
  for (const fault of device.faults()) failures.push(`A page said: ${fault}`);
}

async function openTeacher(school: School): Promise<Device> {
  const device = await school.device();
  await setUpSchool(device, school.server().setupToken ?? '');
  await button(device, device.t('Go to Today')).click();
  await untilInstalled(device);
  // What is asked comes from the school: the first time it is waited for with a network.
  await beginInterview(device, NAMES[0]);
  await device.page().goto(`${school.url}/teacher`);
  await unlock(device);
  return device;
}

export async function runScreenCrash(options: ScreenCrashOptions): Promise<Report> {
  const { seed, kills, signal } = options;
  const dist = options.dist ?? (await buildApp('soak-app'));
  const school = await openSchool({ env: { DIST_DIR: dist, LOG_LEVEL: 'error' } });
  try {
    const random = seededRandom(`screen-crash ${seed}`);
    const run: Run = {
      ...{ random, school, device: await openTeacher(school), failures: [] },
      ...{ said: 0, there: 0, lost: 0, doubled: 0, commands: {}, faults: {} },
    };
    for (let number = 1; number <= kills && signal?.aborted !== true; number += 1)
      await round(run, number);
    await settle(run);
    return {
      commands: run.commands,
      faults: run.faults,
      seeds: 1,
      acknowledged: run.there,
      lost: run.lost,
      doubled: run.doubled,
      failures: run.failures.map((failure) => `${failure} [screen, seed ${seed}]`),
      notes: [],
    };
  } finally {
    await school.close();
  }
}
