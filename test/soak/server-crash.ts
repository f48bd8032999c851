/**
 * The server dies, again and again, at every place of an exchange, while class tablets send through a network that lies. After
 * each start: is everything that an answer has named in the log, once? At the end also: does every attempt count once?
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { intBetween, pick, seededRandom, type Random } from '#domain/kernel/random.ts';
import { openFaultProxy, type FaultProxy, type StrikePlace } from '#test/support/fault-proxy.ts';
import { makeClass, type TestClass } from '#test/support/server-class.ts';
import { compare, evidence, readLog } from './held-to.ts';
import { plainDevice, type PlainDevice } from './plain-device.ts';
import { addCounts, type Report } from './report.ts';
import { openSoakSchool, takeCheck, targets, type SoakSchool } from './soak-school.ts';

const CHILDREN = 12;
const DEVICES = 4;
/** Share of exchanges that the proxy spoils beside the kills. */
const SPOILED = 0.25;
/** How long after the last byte of a push the blow may fall, ms: the server needs two to ten. */
const WORK_MS = 12;
const MOST_TRIES = 200;

export interface ServerCrashOptions {
  readonly seed: string;
  readonly kills: number;
  /** Every so many kills the disk is lost as well, and a copy is put back, mostly with the journal. */
  readonly restoreEvery?: number;
  /** Ends early, with what was found so far. */
  readonly signal?: AbortSignal;
}

interface Run {
  readonly random: Random;
  readonly school: SoakSchool;
  readonly proxy: FaultProxy;
  readonly group: TestClass;
  readonly devices: readonly PlainDevice[];
  readonly count: (what: string, n?: number) => void;
  readonly fault: (what: string) => void;
  readonly lost: Set<string>;
  readonly doubled: Set<string>;
  readonly failures: string[];
  /** Devices that have not asked since a restore: they may be told to offer everything again. */
  readonly restored: Set<PlainDevice>;
  /** Ids that were in the log before an answer named them: committed, and the answer was lost. */
  readonly unanswered: Set<string>;
}

export const BETWEEN = 'kill between commit and answer';

/** One of the places, and its name in the table: half of the blows fall where most can be lost. */
function choosePlace(random: Random): { name: string; place: StrikePlace } {
  if (random() < 0.5) return { name: BETWEEN, place: { at: 'commit' } };
  return pick(random, [
    { name: 'kill during the request', place: { at: 'request', share: random() } as const },
    {
      name: 'kill while the server works',
      place: { at: 'work', afterMs: random() * WORK_MS } as const,
    },
    { name: 'kill during the answer', place: { at: 'answer', share: random() } as const },
  ]);
}

/** Offers what is open, and asks the ledger, until all of it is proven or the server is dead. */
async function offer(run: Run, device: PlainDevice, dead: () => boolean): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES && !dead(); tries += 1) {
    if (device.open() > 0 && !device.mustAsk()) {
      run.count('push');
      await device.push();
      continue;
    }
    run.count('ledger');
    const entry = await device.ledger();
    if (entry === undefined) continue;
    if (entry.reoffer && !run.restored.has(device))
      run.failures.push('A plain restart made a device offer everything again');
    run.restored.delete(device);
    if (device.open() === 0 && entry.through === device.device.slot) return;
  }
}

/** Acknowledged against present. What was once found missing stays counted, also when a device brings it again. */
function check(run: Run, when: string): void {
  const named = run.devices.flatMap((device) => [...device.named]);
  const log = readLog(run.school.dataDir);
  const { lost, doubled } = compare(named, log);
  for (const id of lost) run.lost.add(id);
  for (const id of doubled) run.doubled.add(id);
  if (lost.length + doubled.length > 0)
    run.failures.push(`${when}: ${lost.length} lost, ${doubled.length} doubled`);
  for (const { rows, named: own } of run.devices)
    for (const { id } of rows.values()) if (log.has(id) && !own.has(id)) run.unanswered.add(id);
}

/** Asks at `path` until the server is dead. */
async function knock(run: Run, path: string, dead: () => boolean): Promise<void> {
  const [device] = run.devices;
  while (device !== undefined && !dead()) {
    if (path === '/api/events') {
      device.keep(takeCheck(run.random, device.device, run.group, targets()));
      run.count('check taken');
    }
    await (path === '/api/events' ? device.push() : device.ledger());
  }
}

function takeChecks(run: Run): void {
  for (const device of run.devices) {
    const fresh = intBetween(run.random, 1, 20);
    for (let i = 0; i < fresh; i += 1)
      device.keep(takeCheck(run.random, device.device, run.group, targets()));
    run.count('check taken', fresh);
  }
}

/** Everybody sends, and the server dies of it. @returns where it died */
async function sendAndDie(run: Run): Promise<string> {
  const { random, school, proxy, devices } = run;
  takeChecks(run);
  const { name, place } = choosePlace(random);
  const path = random() < 0.9 ? '/api/events' : '/api/ledger';
  let dead = false;
  const skip = intBetween(random, 0, path === '/api/events' ? 8 : 2);
  const struck = proxy.strike({ path, skip, place }, async () => {
    dead = true;
    await school.kill();
  });
  proxy.spoil(SPOILED);
  await Promise.all(devices.map((device) => offer(run, device, () => dead)));
  // Where everything was sent before the blow fell.
  await knock(run, path, () => dead);
  await struck;
  run.fault(name);
  return name;
}

async function round(run: Run, number: number): Promise<void> {
  const name = await sendAndDie(run);
  await run.school.start();
  run.count('server start');
  check(run, `kill ${number} (${name})`);
}

/** The newest copy that the server itself made. */
async function ownCopy({ school }: Run): Promise<string> {
  const folder = join(school.backupDir, 'copies');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.db')).toSorted();
  return join(folder, names.at(-1) ?? '');
}

/** A copy that a person asks for while everybody sends. */
async function askedCopy(run: Run, number: number): Promise<string> {
  const file = join(run.school.backupDir, `asked-${number}.db`);
  takeChecks(run);
  await Promise.all([
    run.school.shell('backup', file),
    ...run.devices.map((device) => offer(run, device, () => false)),
  ]);
  return file;
}

/**
 * The disk is lost, and a copy comes back. With the journal everything that was named is there at once; without it when the
 * devices have offered again what it does not have.
 */
async function restoreRound(run: Run, number: number): Promise<void> {
  const { random, school, devices } = run;
  const asked = random() < 0.5 ? await askedCopy(run, number) : undefined;
  // The server's own copy of its first start knows no device yet: only the journal does.
  const journal = random() < 0.7 || (asked === undefined && number === 1);
  const name = await sendAndDie(run);
  const file = asked ?? (await ownCopy(run));
  await school.loseDisk();
  await school.shell('restore', file, ...(journal ? ['--journal', school.backupDir] : []));
  run.count(`restore ${journal ? 'with' : 'without'} the journal`);
  for (const device of devices) run.restored.add(device);
  await school.start();
  run.count('server start');
  if (!journal) await Promise.all(devices.map((device) => offer(run, device, () => false)));
  check(run, `restore after kill ${number} (${name}, ${journal ? 'with' : 'without'} journal)`);
}

/** All of it through a network that does nothing: then the log, the state, and what the log gives when it is replayed. */
async function settle(run: Run): Promise<void> {
  const { devices, school, failures } = run;
  run.proxy.spoil(0);
  await Promise.all(devices.map((device) => offer(run, device, () => false)));
  for (const { rows, named, open, troubles } of devices) {
    if (open() > 0 || named.size !== rows.size)
      failures.push(`A device keeps ${rows.size - named.size} that nobody takes`);
    for (const trouble of troubles) failures.push(`An answer said: ${trouble}`);
  }
  await school.stop();
  for (const error of school.errors()) failures.push(`The server logged: ${error}`);
  check(run, 'at the end');
  const made = devices.reduce((sum, { rows }) => sum + rows.size, 0);
  const counted = evidence(school.dataDir);
  if (counted !== made) failures.push(`${made} checks were taken, ${counted} count`);
  await school.shell('rebuild', '--check').catch((error: unknown) => failures.push(String(error)));
  run.count('rebuild compared');
}

export async function runServerCrash(options: ServerCrashOptions): Promise<Report> {
  const { seed, kills, signal, restoreEvery = Infinity } = options;
  const random = seededRandom(`server-crash ${seed}`);
  const school = await openSoakSchool({ backup: Number.isFinite(restoreEvery) });
  const proxy = await openFaultProxy({ target: school.port, random });
  let commands: Record<string, number> = {};
  let faults: Record<string, number> = {};
  try {
    const group = await makeClass(school.admin, CHILDREN);
    const devices: PlainDevice[] = [];
    for (let i = 0; i < DEVICES; i += 1)
      devices.push(
        plainDevice(`http://localhost:${proxy.port}`, await school.tablet(group.group), 8),
      );
    const run: Run = {
      random,
      school,
      proxy,
      group,
      devices,
      count: (what, n = 1) => (commands = addCounts(commands, { [what]: n })),
      fault: (what) => (faults = addCounts(faults, { [what]: 1 })),
      lost: new Set(),
      doubled: new Set(),
      failures: [],
      restored: new Set(),
      unanswered: new Set(),
    };
    for (let number = 1; number <= kills && signal?.aborted !== true; number += 1)
      await (number % restoreEvery === 0 ? restoreRound : round)(run, number);
    await settle(run);
    return {
      commands,
      faults: addCounts(faults, {
        ...proxy.counts(),
        'committed, answer lost': run.unanswered.size,
      }),
      seeds: 1,
      acknowledged: devices.reduce((sum, { named }) => sum + named.size, 0),
      lost: run.lost.size,
      doubled: run.doubled.size,
      failures: run.failures.map((failure) => `${failure} [server, seed ${seed}]`),
      notes: [],
    };
  } finally {
    await proxy.close();
    await school.close();
  }
}
