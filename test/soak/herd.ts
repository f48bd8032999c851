/**
 * The herd: after a day without a network all class tablets of a district come back in the same second, each with 40 checks. Each does
 * what the app does: it listens for pokes, asks the ledger, sends, asks again, and pulls; with the app's own time-outs and back-off.
 * Then the same with a server that dies in the middle.
 */
import { readFile } from 'node:fs/promises';
import { seededRandom, type Random } from '#domain/kernel/random.ts';
import { createWaker, runLoop, type Step, type Waker } from '#data/loop.ts';
import type { AppliedBody } from '#domain/model/documents.ts';
import { parsePullAnswer } from '#protocol/pull.ts';
import { makeClass, type TestClass } from '#test/support/server-class.ts';
import { compare, evidence, readLog } from './held-to.ts';
import { plainDevice, type PlainDevice } from './plain-device.ts';
import { listen, type Heard } from './poke-counter.ts';
import { addCounts, type Report } from './report.ts';
import { openSoakSchool, takeCheck, targets, type SoakSchool } from './soak-school.ts';

const PER_CLASS = 25;
const DAY_MS = 24 * 3_600_000;
/** What the server may grow by while the herd is there, MB. Not by what it is sent: that is 60 kB a device. */
const ROOM_MB = 400;

/** The app gives up a request after 15 s. On a machine with other work that may happen to a device once or twice, not for ever. */
const MOST_IN_A_ROW = 3;

export interface HerdOptions {
  readonly seed: string;
  readonly devices: number;
  readonly checks: number;
  /** The server is killed when half of the herd is through, and started again. */
  readonly restart: boolean;
}

interface Member {
  readonly plain: PlainDevice;
  readonly waker: Waker;
  /** How long each answer took, ms: to a push or a question of the ledger, and to a whole pull. */
  readonly times: { readonly sent: number[]; readonly pulled: number[] };
  /** How often the server was busy and said when to come again. */
  sentAway: number;
  /** Requests that had no answer, in all and in a row at most. */
  failed: number;
  inARow: number;
  mostInARow: number;
  checkpoint: { epoch: string; seq: number; scope: string };
  /** Its own events up to here are in the state that it has pulled: nothing of it is pending any more. */
  applied: number;
  /** When it had all of that, ms after the herd began. */
  homeAt: number;
}

/** A device whose pokes went astray looks by itself. */
const LOOK_MS = 5000;

/** One step of a device, as the app's loops take it. */
async function step(member: Member): Promise<Step> {
  const { plain } = member;
  const quiet = !plain.mustAsk() && plain.open() === 0;
  const from = performance.now();
  const answered = quiet ? await pull(member) : await send(plain);
  if (!answered && plain.sentAway() !== null) {
    member.sentAway += 1;
    return { next: 'retry', afterMs: plain.sentAway() };
  }
  if (!answered) {
    member.failed += 1;
    member.inARow += 1;
    member.mostInARow = Math.max(member.mostInARow, member.inARow);
    return { next: 'retry', afterMs: null };
  }
  member.inARow = 0;
  member.times[quiet ? 'pulled' : 'sent'].push(performance.now() - from);
  return quiet ? { next: 'idle', ms: LOOK_MS } : { next: 'now' };
}

const send = async (plain: PlainDevice): Promise<boolean> =>
  plain.mustAsk() ? (await plain.ledger()) !== undefined : plain.push();

async function pull(member: Member): Promise<boolean> {
  const { plain } = member;
  for (;;) {
    const { epoch, seq, scope } = member.checkpoint;
    const fields = { epoch, seq, scope, limit: 200 };
    const outcome = await plain.ask('/api/pull', { method: 'GET', fields }, parsePullAnswer);
    if (outcome.type !== 'answer') return false;
    const page = outcome.value;
    member.checkpoint = { epoch: page.epoch, seq: page.upTo, scope: page.scope };
    const own = page.documents.find(({ key }) => key === `applied/${plain.device.stream}`);
    if (own !== undefined) member.applied = (JSON.parse(own.body) as AppliedBody).through; // the server's own
    if (page.last !== undefined) return true;
  }
}

interface Herd {
  readonly school: SoakSchool;
  readonly members: readonly Member[];
}

/** Tablets of several classes, with everything downloaded, that then worked for a day without a network. */
async function gather(options: HerdOptions, random: Random, school: SoakSchool): Promise<Herd> {
  const members: Member[] = [];
  const all = targets();
  const dayBefore = Date.now() - DAY_MS;
  let group: TestClass | undefined;
  for (let i = 0; i < options.devices; i += 1) {
    if (group === undefined || i % PER_CLASS === 0)
      group = await makeClass(school.admin, PER_CLASS);
    const device = await school.tablet(group.group);
    await device.pull();
    const plain = plainDevice(school.server().url, device);
    for (let k = 0; k < options.checks; k += 1)
      plain.keep(takeCheck(random, device, group, all, dayBefore + random() * DAY_MS));
    const { checkpoint } = device;
    const waker = createWaker();
    const times = { sent: [], pulled: [] };
    const counts = { sentAway: 0, failed: 0, inARow: 0, mostInARow: 0, applied: 0, homeAt: 0 };
    members.push({ plain, waker, times, checkpoint, ...counts });
  }
  return { school, members };
}

/** Resident memory of the server, MB. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}

/** Runs until every device has sent everything, and has it back as state. */
async function comeBack({ school, members }: Herd, options: HerdOptions, random: Random) {
  const memory = { before: await memoryOf(school.server().pid), most: 0 };
  const sampling = setInterval(() => {
    void memoryOf(school.server().pid).then((mb) => (memory.most = Math.max(memory.most, mb)));
  }, 50);
  let restarted: Promise<void> | undefined;
  const half = Math.ceil(members.length / 2);
  const { url } = school.server();
  const from = performance.now();
  const pokes = members.map(({ plain, waker }) => listen(url, plain.device.cookie, waker.wake));
  await Promise.all(
    members.map(async (member) => {
      const { plain, waker } = member;
      const stop = new AbortController();
      const watched = async (): Promise<Step> => {
        const result = await step(member);
        const sent = members.filter((one) => one.plain.open() === 0).length;
        if (options.restart && sent >= half) restarted ??= school.kill().then(school.start);
        if (member.applied >= plain.device.slot) stop.abort();
        return result;
      };
      await runLoop(watched, waker, stop.signal, random);
      member.homeAt = performance.now() - from;
    }),
  );
  await restarted;
  const heard = await Promise.all(pokes.map((poke) => poke.end()));
  clearInterval(sampling);
  return { memory, heard };
}

const sorted = (times: readonly number[]): number[] => times.toSorted((a, b) => a - b);
const at = (times: readonly number[], share: number): string =>
  `${Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)} ms`;
const spread = (times: readonly number[]): string =>
  `median ${at(times, 0.5)}, 95 % ${at(times, 0.95)}, 99 % ${at(times, 0.99)}, longest ${at(times, 1)}`;

/** A connection begins with one poke and the first commit gives one at once; then at most one a second (PROTOCOL 3). */
const mostPokes = ({ seconds, connections }: Heard): number => seconds + 3 * connections;

export async function runHerd(options: HerdOptions): Promise<Report> {
  const { seed, devices, checks, restart } = options;
  const random = seededRandom(`herd ${seed}`);
  const school = await openSoakSchool();
  const failures: string[] = [];
  try {
    const herd = await gather(options, random, school);
    const { memory, heard } = await comeBack(herd, options, random);
    await school.stop();
    const { members } = herd;
    const named = members.flatMap(({ plain }) => [...plain.named]);
    const { lost, doubled } = compare(named, readLog(school.dataDir));
    const made = devices * checks;
    const counted = evidence(school.dataDir);
    const sent = sorted(members.flatMap(({ times }) => times.sent));
    const pulled = sorted(members.flatMap(({ times }) => times.pulled));
    const home = sorted(members.map(({ homeAt }) => homeAt));
    const failed = members.reduce((sum, member) => sum + member.failed, 0);
    const pokes = heard.map(({ pokes: count }) => count);
    const troubles = new Set(members.flatMap(({ plain }) => [...plain.troubles]));
    if (named.length !== made) failures.push(`${made} checks, ${named.length} acknowledged`);
    if (counted !== made) failures.push(`${made} checks were taken, ${counted} count`);
    if (memory.most - memory.before > ROOM_MB)
      failures.push(`The server grew from ${memory.before} to ${memory.most} MB`);
    const starved = members.filter(({ mostInARow }) => mostInARow > MOST_IN_A_ROW).length;
    if (!restart && starved > 0)
      failures.push(`${starved} devices had no answer ${MOST_IN_A_ROW} times in a row`);
    for (const one of heard)
      if (one.pokes > mostPokes(one)) failures.push(`Too many pokes: ${JSON.stringify(one)}`);
    for (const trouble of troubles) failures.push(`An answer said: ${trouble}`);
    for (const error of school.errors()) failures.push(`The server logged: ${error}`);
    return {
      commands: addCounts(
        { 'check taken': made, device: devices },
        { 'push and ledger': sent.length, pull: pulled.length },
      ),
      faults: {
        'kill with the herd there': restart ? 1 : 0,
        'request without an answer': failed,
        'told to come again': members.reduce((sum, member) => sum + member.sentAway, 0),
      },
      seeds: 1,
      acknowledged: named.length,
      lost: lost.length,
      doubled: doubled.length,
      failures: failures.map((failure) => `${failure} [herd, seed ${seed}, restart ${restart}]`),
      notes: [
        `${devices} devices, ${made} checks${restart ? ', server killed in the middle' : ''}`,
        `sent, graded and back on the device: median ${at(home, 0.5)}, last ${at(home, 1)}`,
        `answers to pushes: ${spread(sent)}`,
        `whole pulls: ${spread(pulled)}`,
        `memory of the server: ${Math.round(memory.before)} MB before, ${Math.round(memory.most)} MB at most`,
        `pokes: ${Math.min(...pokes)} to ${Math.max(...pokes)} a device`,
      ],
    };
  } finally {
    await school.close();
  }
}
