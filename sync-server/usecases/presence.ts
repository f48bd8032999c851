/**
 * Who is at work: what devices say of the checks that run on them, in memory alone and for a minute (SPEC L1 to L3). Nothing is
 * derived from it; a restart forgets it.
 */
import type { GroupBody, StudentBody } from '#domain/model/documents.ts';
import type { PresenceList } from '#protocol/presence-list.ts';
import type { PresentCheck } from '#protocol/presence.ts';
import { groupTag, WIDE } from '../projection/audience.ts';
import { tagsOfDevice } from './scope.ts';
import type { Desk } from './staff-desk.ts';

const LIFE_MS = 60_000;
/** Devices of one school that are remembered; of more, those that spoke last. */
const MOST_DEVICES = 2000;

export interface Word {
  readonly device: string;
  readonly heardAt: number;
  readonly checks: readonly PresentCheck[];
}

export interface Presence {
  /** The latest word of a device; an empty one takes back what it said. */
  readonly say: (device: string, checks: readonly PresentCheck[], now: number) => void;
  /** What was said in the last minute. */
  readonly words: (now: number) => readonly Word[];
}

export function createPresence(mostDevices = MOST_DEVICES): Presence {
  /** In the order in which they last spoke. */
  const said = new Map<string, Word>();
  const forget = (now: number): void => {
    for (const { device, heardAt } of said.values()) {
      const young = now - heardAt < LIFE_MS && heardAt <= now;
      if (young && said.size <= mostDevices) return;
      said.delete(device);
    }
  };
  return {
    say(device, checks, now) {
      said.delete(device);
      if (checks.length > 0) said.set(device, { device, heardAt: now, checks });
      forget(now);
    },
    words(now) {
      forget(now);
      return [...said.values()];
    },
  };
}

/** Of a group that the asker reaches: its children alone, as devices that reach the group say. The newest word of a child first. */
export async function listPresence(
  desk: Desk,
  group: string,
): Promise<Pick<PresenceList, 'checks'>> {
  const words = desk.world.school()?.presence.words(desk.now) ?? [];
  if (words.length === 0) return { checks: [] };
  const children = await childrenOf(desk, group);
  const checks: PresenceList['checks'] = [];
  for (const { device, heardAt, checks: running } of words.toReversed()) {
    const own = running.filter(({ student }) => children.has(student));
    if (own.length === 0 || !(await reaches(desk, device, group))) continue;
    checks.push(...own.map((check) => ({ ...check, heardAt })));
  }
  return { checks };
}

async function reaches(
  { writing, school, now }: Desk,
  id: string,
  group: string,
): Promise<boolean> {
  const device = await writing.device(school, id);
  if (device === undefined) return false;
  const tags = await tagsOfDevice(writing, school, device, now);
  return tags.includes(groupTag(group)) || tags.includes(WIDE);
}

/** Ids of the children of a group: of their records there, and of those that stand for them. */
async function childrenOf({ writing, school }: Desk, group: string): Promise<ReadonlySet<string>> {
  const [row] = await writing.documents(school, [`group/${group}`]);
  if (row === undefined) return new Set();
  // Written by the reducers alone, here and below.
  const { students } = JSON.parse(row.body) as GroupBody;
  const children = new Set(Object.keys(students).filter((id) => students[id]?.on === true));
  let next = [...children];
  while (next.length > 0) {
    const rows = await writing.documents(
      school,
      next.map((id) => `student/${id}`),
    );
    next = rows.flatMap(({ body }) => {
      const { alias } = JSON.parse(body) as Partial<StudentBody>;
      return typeof alias !== 'string' || children.has(alias) ? [] : [alias];
    });
    for (const id of next) children.add(id);
  }
  return children;
}
