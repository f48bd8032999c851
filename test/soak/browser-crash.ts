/**
 * The browser dies, again and again, while somebody marks and while it sends, over a network that lies. What the page called saved or
 * sent was told to us outside of the browser at that moment. After each start: is everything saved in the profile or at the
 * school, and everything sent at the school, once?
 */
import { join } from 'node:path';
import { intBetween, pick, seededRandom, type Random } from '#domain/kernel/random.ts';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import { buildApp } from '#test/support/build-app.ts';
import { openFaultProxy, type FaultProxy, type StrikePlace } from '#test/support/fault-proxy.ts';
import { openProfile, type Profile } from '#test/support/profile.ts';
import { makeClass, type TestClass } from '#test/support/server-class.ts';
import { compare, readLog } from './held-to.ts';
import type { Said, Work } from './page/main.ts';
import { addCounts, type Counts, type Report } from './report.ts';
import { openSoakSchool, type SoakSchool } from './soak-school.ts';

/** The blow falls after so many words of the page at most, and so many ms more. */
const MOST_WORDS = 40;
const MOST_MS = 30;
/** A page that has nothing more to say, or an exchange that does not come, is not waited for longer. */
const PATIENCE_MS = 4000;
const SPOILED = 0.3;
const SENT_MS = 120_000;

export interface BrowserCrashOptions {
  readonly seed: string;
  readonly kills: number;
  readonly signal?: AbortSignal;
}

/** What was said outside of the browser. */
interface Heard {
  readonly saved: Set<string>;
  readonly sent: Set<string>;
  /** Answers of checks that were running. */
  readonly drafts: Map<string, number>;
  words: number;
}

interface Run {
  readonly random: Random;
  readonly school: SoakSchool;
  readonly proxy: FaultProxy;
  readonly profile: Profile;
  readonly group: TestClass;
  readonly heard: Heard;
  readonly lost: Set<string>;
  readonly doubled: Set<string>;
  readonly failures: string[];
  commands: Counts;
  faults: Counts;
}

/** The page of the soak, built once in a process. */
let built: Promise<string> | undefined;
const soakPage = (): Promise<string> =>
  (built ??= buildApp('soak', join(import.meta.dirname, 'page')));

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function listen({ profile, heard }: Pick<Run, 'profile' | 'heard'>): Promise<void> {
  await profile.context().exposeBinding('soakSaid', (_, word: Said) => {
    heard.words += 1;
    if (word.said === 'saved') heard.saved.add(word.id);
    else if (word.said === 'draft') heard.drafts.set(word.id, word.answers);
    else for (const id of word.ids) heard.sent.add(id);
  });
}

/** Everything that was said, against the profile and the log. */
async function check(run: Run, when: string): Promise<void> {
  const { heard, school, profile, failures } = run;
  const kept = await profile.page().evaluate(() => window.soak.kept());
  const log = readLog(school.dataDir);
  const here = new Set(kept.events);
  const { lost: unsent, doubled } = compare(heard.sent, log);
  const unsaved = [...heard.saved].filter((id) => !here.has(id) && !log.has(id));
  for (const id of [...unsent, ...unsaved]) run.lost.add(id);
  for (const id of doubled) run.doubled.add(id);
  if (here.size !== kept.events.length) failures.push(`${when}: an event is twice in the profile`);
  for (const [id, answers] of heard.drafts)
    if (!here.has(id) && !log.has(id) && (kept.drafts[id] ?? 0) < answers) {
      run.lost.add(id);
      failures.push(`${when}: a running check has ${kept.drafts[id] ?? 0} of ${answers} answers`);
    }
  if (unsent.length + unsaved.length + doubled.length > 0)
    failures.push(
      `${when}: ${unsaved.length} saved and ${unsent.length} sent are lost, ${doubled.length} doubled`,
    );
}

/** How a round goes: what the network does, how fast somebody works, and where the blow falls. */
interface Plan {
  readonly name: string;
  readonly spoil: () => void;
  readonly work: Omit<Work, 'students'>;
  readonly place: StrikePlace | undefined;
}

function choosePlan({ random, proxy }: Run): Plan {
  const places: readonly StrikePlace[] = [
    { at: 'request', share: random() },
    { at: 'work', afterMs: random() * 10 },
    { at: 'commit' },
    { at: 'answer', share: random() },
  ];
  const work = { pauseMs: intBetween(random, 0, 15), results: 1000, draftEvery: 4 };
  const bad = (): void => proxy.spoil(SPOILED);
  return pick(random, [
    {
      name: 'kill while marking, no network',
      spoil: () => proxy.spoil(1, ['reset', 'portal page']),
      work,
      place: undefined,
    },
    { name: 'kill while marking and sending', spoil: bad, work, place: undefined },
    { name: 'kill while marking, in an exchange', spoil: bad, work, place: pick(random, places) },
    {
      name: 'kill while sending',
      spoil: bad,
      work: { ...work, results: intBetween(random, 1, 40) },
      place: pick(random, places),
    },
  ]);
}

async function untilHeard(heard: Heard, words: number, late: Promise<void>): Promise<void> {
  let over = false;
  void late.then(() => (over = true));
  while (heard.words < words && !over) await pause(3);
}

/** Works on one tab or two until the browser is dead. */
async function workAndDie(run: Run): Promise<string> {
  const { random, profile, proxy, group, heard } = run;
  const { name, spoil, work, place } = choosePlan(run);
  const pages = [profile.page()];
  if (random() < 0.2) {
    const second = await profile.context().newPage();
    await second.goto(profile.url);
    await ready(second);
    pages.push(second);
    run.commands = addCounts(run.commands, { 'second tab': 1 });
  }
  spoil();
  const before = heard.saved.size;
  let dead: Promise<void> | undefined;
  const blow = (): Promise<void> => (dead ??= profile.kill());
  const path = random() < 0.8 ? '/api/events' : '/api/ledger';
  const at = { path, skip: intBetween(random, 0, 1) };
  const words = heard.words + intBetween(random, 0, MOST_WORDS);
  const late = pause(PATIENCE_MS);
  const struck =
    place === undefined
      ? untilHeard(heard, words, late).then(() => pause(random() * MOST_MS))
      : proxy.strike({ ...at, place }, blow);
  const order = { ...work, students: group.students };
  // The page dies in the middle of it: there is no answer to wait for.
  for (const page of pages)
    void page.evaluate((given) => window.soak.work(given), order).catch(() => undefined);
  await Promise.race([struck, late]);
  await blow();
  proxy.unstrike();
  run.faults = addCounts(run.faults, { [name]: 1 });
  run.commands = addCounts(run.commands, { 'called saved': heard.saved.size - before });
  return name;
}

const ready = async (page: ReturnType<Profile['page']>): Promise<unknown> =>
  page.waitForFunction(() => 'soak' in window);

async function relaunch(run: Run): Promise<void> {
  run.proxy.spoil(0);
  await run.profile.relaunch('/');
  await listen(run);
  await ready(run.profile.page());
  run.commands = addCounts(run.commands, { 'browser start': 1 });
}

/** A network that does nothing, until the screen says that all is sent. */
async function settle(run: Run): Promise<void> {
  run.proxy.spoil(0);
  const page = run.profile.page();
  await page.evaluate(() => window.soak.carryOn());
  await page.waitForFunction(() => window.soak.state() === 'all-sent', undefined, {
    timeout: SENT_MS,
  });
  for (const id of run.heard.saved) run.heard.sent.add(id);
  await check(run, 'at the end');
  await run.school.stop();
  for (const error of run.school.errors()) run.failures.push(`The server logged: ${error}`);
}

async function open(random: Random): Promise<Run> {
  const school = await openSoakSchool({ dist: await soakPage() });
  const proxy = await openFaultProxy({ target: school.port, random });
  const group = await makeClass(school.admin, 5);
  const profile = await openProfile({ url: school.server().url, port: proxy.port });
  const heard = { saved: new Set<string>(), sent: new Set<string>(), drafts: new Map(), words: 0 };
  const empty = { lost: new Set<string>(), doubled: new Set<string>(), failures: [] };
  const run: Run = {
    ...{ random, school, proxy, profile, group, heard, ...empty },
    commands: {},
    faults: {},
  };
  const page = profile.page();
  await listen(run);
  await page.goto(profile.url);
  await ready(page);
  const order = { action: 'tablet-code', groups: [group.group] };
  const { code } = await school.admin.staff<CodeAnswer>(order);
  await page.evaluate((text) => window.soak.enrol(text), code);
  return run;
}

async function close({ profile, proxy, school }: Run): Promise<void> {
  await profile.close();
  await proxy.close();
  await school.close();
}

export async function runBrowserCrash(options: BrowserCrashOptions): Promise<Report> {
  const { seed, kills, signal } = options;
  const run = await open(seededRandom(`browser-crash ${seed}`));
  try {
    for (let number = 1; number <= kills && signal?.aborted !== true; number += 1) {
      const name = await workAndDie(run);
      await relaunch(run);
      await check(run, `kill ${number} (${name})`);
    }
    await settle(run);
    return {
      commands: run.commands,
      faults: addCounts(run.faults, run.proxy.counts()),
      seeds: 1,
      acknowledged: run.heard.sent.size,
      lost: run.lost.size,
      doubled: run.doubled.size,
      failures: run.failures.map((failure) => `${failure} [browser, seed ${seed}]`),
      notes: [],
    };
  } finally {
    await close(run);
  }
}
