/**
 * The server dies, again and again, at every place of an exchange, while class tablets send through a network that lies. After
 * each start: is everything that an answer has named in the log, once? At the end also: does every attempt count once?
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { intBetween, pick, seededRandom, type Random } from '#domain/kernel/random.ts';
import { openFaultProxy, type FaultProxy, type StrikePlace } from '#test/support/fault-proxy.ts';
import { makeClass, type TestClass } from '#test/support/server-class.ts';
import { compare, evidence, readLog } from './held-to.ts';
import { plainDevice, type PlainDevice } from './plain-device.ts';
import { addCounts, type Report } from './report.ts';
import { openSoakSchool, takeCheck, targets, type SoakSchool } from './soak-school.ts';

const ROOT = join(import.meta.dirname, '..', '..');
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
  /** Ids that were in the log before an answer named them: committed, and the answer was lost. */
  readonly unanswered: Set<string>;
}

/** One of the places, and its name in the table. */
function choosePlace(random: Random): { name: string; place: StrikePlace } {
  return pick(random, [
    { name: 'kill during the request', place: { at: 'request', share: random() } as const },
    {
      name: 'kill while the server works',
      place: { at: 'work', afterMs: random() * WORK_MS } as const,
    },
    { name: 'kill between commit and answer', place: { at: 'commit' } as const },
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
    if (entry.reoffer) run.failures.push('A plain restart made a device offer everything again');
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
    if (path === '/api/events')
      device.keep(takeCheck(run.random, device.device, run.group, targets()));
    await (path === '/api/events' ? device.push() : device.ledger());
  }
}

async function round(run: Run, number: number): Promise<void> {
  const { random, school, proxy, devices } = run;
  for (const device of devices) {
    const fresh = intBetween(random, 1, 20);
    for (let i = 0; i < fresh; i += 1)
      device.keep(takeCheck(random, device.device, run.group, targets()));
    run.count('check taken', fresh);
  }
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
  await school.start();
  run.count('server start');
  check(run, `kill ${number} (${name})`);
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
  const again = spawnSync(
    process.execPath,
    [join(ROOT, 'sync-server', 'cli', 'school.ts'), 'rebuild', '--check'],
    { env: { ...process.env, DATA_DIR: school.dataDir }, encoding: 'utf8' },
  );
  run.count('rebuild compared');
  if (again.status !== 0) failures.push(`State is not what the log gives: ${again.stdout}`);
}

export async function runServerCrash(options: ServerCrashOptions): Promise<Report> {
  const { seed, kills, signal } = options;
  const random = seededRandom(`server-crash ${seed}`);
  const school = await openSoakSchool();
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
      unanswered: new Set(),
    };
    for (let number = 1; number <= kills && signal?.aborted !== true; number += 1)
      await round(run, number);
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
