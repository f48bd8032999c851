/** What a device shows against what the server would give it. */
import { aliasesOf, isThere } from '#domain/changes/aliases.ts';
import type { BodyOf } from '#domain/model/documents.ts';
import {
  asId,
  type CourseId,
  type GroupId,
  type MemberId,
  type StudentId,
} from '#domain/model/ids.ts';
import type { StateDocument } from '#protocol/pull.ts';
import { hashToken } from '#server/crypto/tokens.ts';
import type { StateRow } from '#server/store/rows.ts';
import { tagsOfDevice } from '#server/usecases/scope.ts';
import type { Device } from './device.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

const MOST = 100_000;

/** The documents of a device's scope; undefined where it may see nothing (any more). */
export async function serverScope(
  world: World,
  device: Device,
): Promise<readonly StateRow[] | undefined> {
  const school = world.server.schools[device.school] ?? '';
  const token = device.link.cookie.split('.')[1] ?? '';
  return world.server.store.read(async (reading) => {
    const credential = await reading.credential(school, hashToken(token));
    if (credential === undefined || credential.endedAt !== null) return undefined;
    const row = await reading.device(school, credential.device);
    if (row === undefined) return undefined;
    const tags = await tagsOfDevice(reading, school, row, Math.floor(world.time.now));
    return reading.page(school, tags, 0, MOST);
  });
}

interface Stored extends StateDocument {
  readonly _deleted?: boolean | string;
}

/** Documents that lie on a device, without its own rows and what was removed. */
function storedOn(device: Device): ReadonlyMap<string, Stored> {
  const rows = device.storage.rows<Stored>('--0--state');
  const living = rows.filter(
    ({ key, _deleted }) => !key.startsWith('~') && _deleted !== true && _deleted !== '1',
  );
  return new Map(living.map((document) => [document.key, document]));
}

/** One word of difference between what lies on the device and what the server would give it, or null. */
export async function numbersOf(world: World, device: Device): Promise<string | null> {
  const rows = await serverScope(world, device);
  if (rows === undefined) return null;
  const there = new Map(storedOn(device));
  for (const row of rows) {
    const own = there.get(row.key);
    if (own === undefined) return `${row.key} is missing`;
    if (own.seq !== row.seq || own.body !== row.body) return `${row.key} is another one`;
    there.delete(row.key);
  }
  const [extra] = there.keys();
  return extra === undefined ? null : `${extra} is too much`;
}

/** One word of difference between what screens show and what the server would give, or null. */
export async function shownOf(world: World, device: Device, page: Page): Promise<string | null> {
  const rows = await serverScope(world, device);
  if (rows === undefined) return null;
  for (const row of rows) {
    const shown = bodyShown(page, row);
    if (shown !== undefined && JSON.stringify(shown) !== row.body)
      return `${row.key} is shown as another one`;
  }
  const students = page.data.snapshot.get().students();
  const records = new Map(
    rows.flatMap(
      ({ kind, key, body }) =>
        kind === 'student'
          ? [[key.slice('student/'.length), JSON.parse(body) as BodyOf['student']]]
          : [], // written by the reducers
    ),
  );
  // Of a circle of merges the newest is held: one of its records stands for itself.
  const { rootOf } = aliasesOf(records);
  const listed = [...records].filter(([id, body]) => isThere(body) && rootOf(id) === id);
  return students.length === listed.length
    ? null
    : `${students.length} students shown, not ${listed.length}`;
}

/** A record that another one stands for, or that was erased, is not listed. */
function isListed(body: string): boolean {
  const student = JSON.parse(body) as { readonly alias?: unknown; readonly erased?: unknown }; // written by the reducers
  return (student.alias ?? null) === null && student.erased === undefined;
}

/** What a screen is given for this document; undefined where no screen asks for it by its key. */
function bodyShown(page: Page, row: StateRow): unknown {
  const snapshot = page.data.snapshot.get();
  const [, first = '', second = ''] = row.key.split('/');
  const kind = row.kind as keyof BodyOf;
  switch (kind) {
    case 'school':
      return snapshot.school();
    case 'member':
      return snapshot.member(asId<MemberId>(first));
    case 'group':
      return snapshot.group(asId<GroupId>(first));
    case 'use':
      return snapshot.use(asId<GroupId>(first));
    case 'offers':
      return snapshot.offers(asId<GroupId>(first));
    case 'course':
      return snapshot.course(asId<CourseId>(first));
    case 'student':
      return isListed(row.body) ? snapshot.student(asId<StudentId>(first)) : undefined;
    case 'progress':
      return isMerged(page, first)
        ? undefined
        : snapshot.progress(asId<StudentId>(first), asId<CourseId>(second));
    case 'credential':
    case 'proof':
    case 'applied':
      return undefined;
    default:
      return undefined;
  }
}

/** Progress of a child with several records is shown for all of them together. */
function isMerged(page: Page, student: string): boolean {
  const snapshot = page.data.snapshot.get() as {
    recordsOf?: (id: StudentId) => readonly unknown[];
  };
  return (snapshot.recordsOf?.(asId<StudentId>(student)).length ?? 1) > 1;
}
