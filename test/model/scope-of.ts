/** What a device shows against what the server would give it. */
import type { BodyOf } from '#domain/model/documents.ts';
import { asId, type CourseId, type GroupId, type MemberId, type StudentId } from '#domain/model/ids.ts';
import type { StateDocument } from '#protocol/pull.ts';
import { hashToken } from '#server/crypto/tokens.ts';
import type { StateRow } from '#server/store/rows.ts';
import { tagsOfDevice } from '#server/usecases/scope.ts';
import type { Device } from './device.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

const MOST = 100_000;

/** The documents of a device's scope; undefined where it may see nothing (any more). */
export async function serverScope(world: World, device: Device): Promise<readonly StateRow[] | undefined> {
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

/** One word of difference between the device and the server, or null. */
export async function scopeOf(world: World, device: Device, page: Page): Promise<string | null> {
  const rows = await serverScope(world, device);
  if (rows === undefined) return null;
  const stored = device.storage
    .rows<StateDocument & { readonly _deleted?: boolean }>('--0--state')
    .filter(({ key, _deleted }) => !key.startsWith('~') && _deleted !== true && _deleted !== ('1' as never));
  const there = new Map(stored.map((document) => [document.key, document]));
  for (const row of rows) {
    const own = there.get(row.key);
    if (own === undefined) return `${row.key} is missing`;
    if (own.seq !== row.seq || own.body !== row.body) return `${row.key} is another one`;
    const shown = shownOf(page, row);
    if (shown !== undefined && JSON.stringify(shown) !== JSON.stringify(JSON.parse(row.body)))
      return `${row.key} is shown as another one`;
    there.delete(row.key);
  }
  const [extra] = there.keys();
  if (extra !== undefined) return `${extra} is too much`;
  const students = page.data.snapshot.get().students();
  const listed = rows.filter(({ kind, body }) => kind === 'student' && isListed(body));
  return students.length === listed.length ? null : `${students.length} students shown, not ${listed.length}`;
}

/** A record that another one stands for, or that was erased, is not listed. */
function isListed(body: string): boolean {
  const student = JSON.parse(body) as { readonly alias?: unknown; readonly erased?: unknown }; // written by the reducers
  return (student.alias ?? null) === null && student.erased === undefined;
}

/** What a screen is given for this document; undefined where no screen asks for it by its key. */
function shownOf(page: Page, row: StateRow): unknown {
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
  const snapshot = page.data.snapshot.get() as { recordsOf?: (id: StudentId) => readonly unknown[] };
  return (snapshot.recordsOf?.(asId<StudentId>(student)).length ?? 1) > 1;
}
