/** What must hold once everything is at rest. */
import type { EventRow } from '#protocol/event.ts';
import { createLog } from '#server/log.ts';
import { erasuresOf, lossesOf } from '#server/usecases/losses.ts';
import { compareState, deriveState } from '#server/usecases/rebuild.ts';
import { MATH, SPANISH } from './packs.ts';
import { idsOn } from './record.ts';
import type { World } from './world.ts';

export interface Found {
  readonly faults: string[];
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
}

const MOST = 1_000_000;

async function logOf(world: World, school: string) {
  return world.server.store.read((reading) => reading.eventsAfter(school, 0, MOST));
}

/** State is a function of the log, for each school. */
async function rebuilt(world: World, school: string): Promise<string[]> {
  const { store } = world.server;
  const log = createLog(
    'error',
    () => undefined,
    () => world.time.now,
  );
  const derived = await deriveState(store, school, [MATH, SPANISH], log);
  const { documents, extra, issues, memberships } = await compareState(store, school, derived);
  const faults = [
    ...documents.map((key) => `rebuild differs: ${key}`),
    ...extra.map((key) => `rebuild lacks: ${key}`),
  ];
  if (issues > 0) faults.push(`rebuild differs in ${issues} held events`);
  if (memberships > 0) faults.push(`rebuild differs in ${memberships} memberships`);
  return faults;
}

/** Nothing of one school is in the state of the other, or on its devices. */
async function apart(world: World, place: number): Promise<string[]> {
  const school = world.server.schools[place] ?? '';
  const others = world.places.flatMap(({ groups, students }, i) =>
    i === place ? [] : [...groups, ...students],
  );
  const documents = await world.server.store.read((reading) => reading.documentsOfKind(school));
  const text = documents
    .map(({ key, body, kind }) => (kind === 'applied' ? key : key + body))
    .join('\n');
  const onDevices = world.devices
    .filter((device) => device.school === place)
    .map(({ storage }) => JSON.stringify(storage.rows('--0--state')))
    .join('\n');
  return others.flatMap((id) => [
    ...(text.includes(id) ? [`school ${place} shows ${id} of the other school`] : []),
    ...(onDevices.includes(id)
      ? [`a device of school ${place} has ${id} of the other school`]
      : []),
  ]);
}

/** What only a bug of ours can be held for: nobody in the model writes such an event. */
const NEVER = new Set(['bad-mac', 'bad-body', 'bad-seed', 'form-mismatch', 'reducer-error']);

/** Honest events are counted, and a check is one attempt. */
async function honest(world: World, place: number): Promise<string[]> {
  const school = world.server.schools[place] ?? '';
  const issues = await world.server.store.read((reading) => reading.issues(school));
  const faults = issues
    .filter(({ id, code }) => NEVER.has(code) && !world.strange.has(id))
    .map(({ id, code }) => `held for nothing: ${id} ${code}`);
  const seeds = new Map<string, string>();
  for (const { id, text } of await logOf(world, school)) {
    const form = /"kind":"check".*"seed":"([^"]+)"/u.exec(text)?.[1];
    if (form === undefined || world.strange.has(id) || world.builds.get(id) === 'ahead') continue;
    const other = seeds.get(form);
    if (other !== undefined && other !== id)
      faults.push(`doubled: one check is ${id} and ${other}`);
    seeds.set(form, id);
  }
  return faults;
}

/** Of other builds: a later one's is kept and held until a server knows it, an earlier one's is taken as it is (PROTOCOL 14). */
async function builds(world: World, place: number): Promise<string[]> {
  const school = world.server.schools[place] ?? '';
  const issues = await world.server.store.read((reading) => reading.issues(school));
  const codes = new Map(issues.map(({ id, code }) => [id, code]));
  const faults: string[] = [];
  for (const { id, text } of await logOf(world, school)) {
    const build = world.builds.get(id);
    // Of an erased child nothing is kept.
    if (build === undefined || text === '') continue;
    const code = codes.get(id) ?? 'counts';
    world.count(`of a version ${build}: ${code}`);
    const isWrong = build === 'ahead' ? code === 'counts' : code.startsWith('unknown-');
    if (isWrong) faults.push(`of a version ${build}: ${id} ${code}`);
  }
  return faults;
}

/** A request takes so long at most, and clocks are called contradictory from a minute on. */
const DATED_MS = 90_000;
/** What a device measures of the server's clock is off by half of a slow request. */
const MEASURED_MS = 10_000;

/** Who knew the school's clock when they tapped is dated right, whatever slept and whatever was set; else it says that it is unsure. */
async function dated(world: World, place: number): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, text, moment, clamped } of await logOf(
    world,
    world.server.schools[place] ?? '',
  )) {
    const said = world.said.savedIds.get(id);
    if (said === undefined || said.tap === null || text === '') continue;
    const { skew } = JSON.parse(text) as { skew: number | null }; // made by this test
    if (skew === null || Math.abs(skew + said.tap.skew) > MEASURED_MS) continue;
    const isRight = moment > said.tap.at - DATED_MS && moment < said.at + DATED_MS;
    world.count(isRight ? 'dated right' : clamped ? 'dated wrong, and unsure' : 'dated wrong');
    if (!isRight && !clamped)
      faults.push(`dated wrong: ${id} of ${said.tap.at} at ${moment} (${said.device})`);
  }
  return faults;
}

/** How much was pruned after a month: of a stream whose newest event is there still, the older ones are gone. */
function countPruned(world: World): void {
  for (const [device, before] of world.beforeMonth) {
    const here = new Map(
      device.storage.rows<EventRow>('--0--events').map((row) => [row.slot, row]),
    );
    const streamOf = ({ slot }: EventRow): string => slot.slice(0, slot.indexOf('.'));
    for (const rows of Map.groupBy(before, streamOf).values()) {
      const newest = rows.toSorted((a, b) => (a.slot < b.slot ? -1 : 1)).at(-1);
      if (newest === undefined || here.get(newest.slot)?.id !== newest.id) continue;
      world.count('pruned', rows.filter(({ slot }) => !here.has(slot)).length);
    }
  }
}

/** What was erased before it was sent: the school is told its number, or the hours of the erasure (PROTOCOL 17). */
async function told(world: World, place: number): Promise<string[]> {
  const school = world.server.schools[place] ?? '';
  const { devices, streams } = await world.server.store.read(async (reading) => ({
    streams: new Map(
      (await reading.allStreams(school)).map(({ short, stream }) => [short, stream]),
    ),
    devices: await Promise.all(
      (await reading.devices(school)).map(async (row) => ({
        losses: await lossesOf(reading, school, row),
        erasures: await erasuresOf(reading, school, row, world.time.now),
      })),
    ),
  }));
  const { excused, savedIds } = world.said;
  // A device and its copy are one to the school, as long as neither has sent: it was heard when either of them was.
  const isCopied = (name: string): boolean =>
    world.devices.filter((one) => one.name.replace(/\*+$/u, '') === name.replace(/\*+$/u, ''))
      .length > 1;
  return [...excused].flatMap(([id, why]) => {
    const said = savedIds.get(id);
    if (why !== 'erased' || said?.school !== place) return [];
    const [stream = '', number = ''] = said.slot.split('.');
    const isTold = devices.some(
      ({ losses, erasures }) =>
        losses.some(
          (loss) =>
            streams.get(loss.stream) === stream &&
            Number(number) >= loss.first &&
            Number(number) <= loss.last,
        ) ||
        erasures.some(
          ({ since, until }) => (said.at >= since || isCopied(said.device)) && said.at <= until,
        ),
    );
    if (isTold) world.count('erased unsent, and told');
    return isTold ? [] : [`erased without a word: ${id} in ${said.slot} of ${said.device}`];
  });
}

/** Every event that was named or called saved is at its school once. */
export async function invariants(world: World): Promise<Found> {
  const faults: string[] = [];
  await world.server.settle();
  let [lost, doubled] = [0, 0];
  const { named, savedIds, excused, refused } = world.said;
  for (const [place, school] of world.server.schools.entries()) {
    const rows = await logOf(world, school);
    const seen = new Map<string, Set<string>>();
    for (const { id, text, mac } of rows) {
      const bytes = seen.get(id) ?? new Set();
      if (bytes.has(text + mac)) {
        doubled += 1;
        faults.push(`doubled: ${id} at school ${place}`);
      }
      seen.set(id, bytes.add(text + mac));
    }
    const owed = [
      ...[...named]
        .filter(([, at]) => at === place)
        .map(([id]) => ({ id, why: 'an answer named it' })),
      ...[...savedIds]
        .filter(([id, { school: at }]) => at === place && !named.has(id))
        .map(([id]) => ({ id, why: 'a screen called it saved' })),
    ];
    for (const { id, why } of owed) {
      if (seen.has(id) || excused.has(id) || refused.has(id)) continue;
      const holders = world.devices
        .filter((device) => idsOn(device).has(id))
        .map(({ name }) => name);
      lost += 1;
      faults.push(`lost: ${id}, ${why}; it lies on ${holders.join(', ') || 'no device'}`);
    }
    faults.push(
      ...(await rebuilt(world, school)),
      ...(await apart(world, place)),
      ...(await honest(world, place)),
      ...(await told(world, place)),
      ...(await builds(world, place)),
      ...(await dated(world, place)),
    );
  }
  countPruned(world);
  faults.push(
    ...world.time.crashes.map(
      (error) => `crash: ${error instanceof Error ? error.stack : String(error)}`,
    ),
  );
  faults.push(...world.server.errors.map((line) => `the server logged an error: ${line}`));
  return { faults, acknowledged: named.size, lost, doubled };
}
