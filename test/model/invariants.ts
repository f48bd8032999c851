/** What must hold once everything is at rest. */
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
    if (form === undefined || world.strange.has(id)) continue;
    const other = seeds.get(form);
    if (other !== undefined && other !== id)
      faults.push(`doubled: one check is ${id} and ${other}`);
    seeds.set(form, id);
  }
  return faults;
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
    );
  }
  faults.push(
    ...world.time.crashes.map(
      (error) => `crash: ${error instanceof Error ? error.stack : String(error)}`,
    ),
  );
  faults.push(...world.server.errors.map((line) => `the server logged an error: ${line}`));
  return { faults, acknowledged: named.size, lost, doubled };
}
