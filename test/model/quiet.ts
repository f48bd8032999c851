/**
 * Quiet: the network is whole, the server is up, every device is open and knows who it is. Then everything has to come to rest
 * within a bounded time, and to stay there.
 */
import type { Device } from './device.ts';
import { numbersOf, shownOf } from './scope-of.ts';
import { PIN, signInFields, type World } from './world.ts';

/** Back-off is a minute at most, an unlucky request takes 15 s, the ledger asks every ten minutes. */
const MOST_MS = 40 * 60_000;
const LOOK_MS = 5000;
const WATCH_MS = 2 * 60_000;
/**
 * In two minutes of rest a device looks for news every 45 s or more and once more after a poke, asks for its ledger every ten
 * minutes and once more where the server is another one, and tells of checks that lie open. Anything else, a renewal say,
 * happens once or not at all.
 */
const MOST_AT_REST = new Map([
  ['/api/pull', 4],
  ['/api/ledger', 2],
]);
/** A check that was handed in is told of for a minute, each for its own: only then is it rest. */
const TOLD_AS_HANDED_IN_MS = 65_000;
const PRESENCE = '/api/presence';
/** Every 45 s, and once more when each of the open ones is left for good. */
const mostOfPresence = (open: number): number => 4 + open;
const MOST_OF_ANYTHING_ELSE = 1;
/** In any minute: a push and a ledger every 1.5 s of marking, a poke every second. */
const MOST_IN_A_MINUTE = 200;

/** Everything is whole again. Clocks stay as wrong as they are: they must not matter. */
async function heal(world: World): Promise<void> {
  world.server.lag = 50;
  world.server.setSecondDisk(true);
  for (const device of world.devices) device.link.mend();
  if (!world.server.isUp) await world.time.block(world.server.start());
  for (const device of world.devices) {
    const page = await device.page();
    page.data.syncNow();
  }
  await world.time.run({ ms: 20_000 });
  for (const device of world.devices) {
    for (const { data } of device.pages) {
      const leaving = data.leaving.current.get();
      // The school did not take some: the person goes back to work, or it would ask for ever.
      if (leaving.state === 'blocked' && leaving.code === 'refused') data.leaving.stop();
    }
    await becomeItself(world, device);
  }
  for (const school of [0, 1]) await returnRights(world, school);
  // Whose right was ended while its browser was erased could not come back before.
  for (const device of world.devices) await becomeItself(world, device);
}

/** What was revoked and not given back is given back by the admin, or it could never come to rest. */
async function returnRights(world: World, school: number): Promise<void> {
  const admin = world.devices.find((device) => device.kind === 'staff' && device.school === school);
  const page = admin?.pages.at(-1);
  if (page === undefined) return;
  const { session, staff } = page.data;
  if (session.current.get().state === 'locked') await world.time.waitFor(session.unlock(PIN));
  const listed = await world.time.waitFor(staff.devices());
  if (!listed.ok) return world.count(`devices: ${listed.error.code}`);
  for (const { id, endedAt } of listed.value.devices)
    if (endedAt !== null) await world.time.waitFor(staff.returnDevice(id));
}

/** After an erasure or a leaving: a tablet resumes, staff sign in again. */
async function becomeItself(world: World, device: Device): Promise<void> {
  for (let tries = 0; tries < 6; tries += 1) {
    const page = await device.page();
    const { session } = page.data;
    const { state } = session.current.get();
    if (isLeft(device) || (state === 'none' && tries % 2 === 1)) {
      // As a person who looks at a page that says so: it is loaded again.
      for (const one of [...device.pages]) await device.close(one);
      await device.open();
    } else if (state === 'locked' || state === 'unlocked') {
      return;
    } else if (isOut(device)) {
      return;
    } else if (state === 'erased' || device.kind === 'staff') {
      const way =
        device.kind === 'staff' ? session.signIn(signInFields(world, device)) : session.resume();
      const done = await world.time.waitFor(way);
      if (!done.ok) world.count(`way back: ${done.error.code}`);
    }
    await world.time.run({ ms: 5000 });
  }
}

/** A page says that the device is empty now. */
const isLeft = (device: Device): boolean =>
  device.pages.some(({ data }) => data.leaving.current.get().state === 'left');

/** A tablet that was handed back belongs to nobody until it is enrolled anew. */
function isOut(device: Device): boolean {
  const { storage, kind } = device;
  return kind === 'class-tablet' && [...storage.local.keys()].some((key) => key.endsWith('.left'));
}

/** Why it is not quiet yet, or null. */
async function unrest(world: World): Promise<string | null> {
  for (const device of world.devices) {
    for (const page of device.pages) {
      const { state, unsent, reason } = page.data.safety.get();
      if (unsent > 0) return `${device.name}: ${unsent} unsent (${state}, ${reason})`;
      const pending = page.data.snapshot.get().pending().length;
      if (pending > 0) return `${device.name}: ${pending} events in the overlay`;
    }
  }
  for (const device of world.devices.filter(isOut)) {
    const left =
      device.storage.rows('--0--events').length + device.storage.rows('--0--state').length;
    if (left > 0) return `${device.name}: handed back, and ${left} rows are left on it`;
  }
  const inside = world.devices.filter((device) => !isOut(device));
  for (const device of inside) {
    const different = await numbersOf(world, device);
    if (different !== null) return `${device.name}: ${different}`;
  }
  for (const device of inside) {
    for (const page of device.pages) {
      const different = await shownOf(world, device, page);
      if (different !== null) return `${device.name}: ${different}`;
    }
  }
  return null;
}

/** Brings a world to rest. @returns what never came to rest */
export async function quiet(world: World): Promise<string[]> {
  await heal(world);
  const end = world.time.now + MOST_MS;
  let why: string | null = null;
  do {
    await world.time.run({ ms: LOOK_MS });
    // Who was leaving when everything became whole may be done with it only now.
    for (const device of world.devices) if (isLeft(device)) await becomeItself(world, device);
    why = await unrest(world);
  } while (why !== null && world.time.now < end);
  if (why !== null) return [`no rest: ${why}`];
  return watch(world);
}

/** Nothing hot-loops: not now, and not at any time before. */
async function watch(world: World): Promise<string[]> {
  await world.time.run({ ms: TOLD_AS_HANDED_IN_MS });
  const before = world.devices.map(({ link }) => link.left.length);
  const open = world.devices.map(({ pages }) => pages[0]?.data.drafts.open.get().length ?? 0);
  await world.time.run({ ms: WATCH_MS });
  const faults: string[] = [];
  for (const [i, { name, link }] of world.devices.entries()) {
    const asked = Map.groupBy(link.left.slice(before[i] ?? 0), ({ path }) => path);
    const most = new Map([...MOST_AT_REST, [PRESENCE, mostOfPresence(open[i] ?? 0)]]);
    for (const [path, { length }] of asked)
      if (length > (most.get(path) ?? MOST_OF_ANYTHING_ELSE))
        faults.push(
          `hot loop at rest: ${name} asked for ${path} ${length} times in ${WATCH_MS / 60_000} minutes`,
        );
    const busiest = mostWithin(
      link.left.map(({ at }) => at),
      60_000,
    );
    if (busiest > MOST_IN_A_MINUTE)
      faults.push(`hot loop: ${name} asked ${busiest} times in a minute`);
  }
  return faults;
}

/** The most of these moments that lie within so many ms. */
function mostWithin(moments: readonly number[], ms: number): number {
  let most = 0;
  let from = 0;
  for (const [to, moment] of moments.entries()) {
    while (moment - (moments[from] ?? moment) > ms) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
