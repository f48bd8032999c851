/**
 * "Ready for offline": said only after every document was read back from local storage, in a transaction of its own, and
 * agreed with what the server counted, and what a class needs could be parsed.
 */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { parseJson } from '#protocol/json.ts';
import type { StateDocument } from '#protocol/pull.ts';
import type { Rows } from './rows.ts';
import type { FirstSync, Part } from './services.ts';
import { CHECKPOINT, isOwnRow, KEYS, readCheckpoint, readKeys } from './state-documents.ts';

export type Parts = Readonly<Record<Part, number>>;

const PART_OF: Readonly<Record<string, Part>> = {
  school: 'school',
  member: 'school',
  group: 'groups',
  use: 'groups',
  student: 'students',
  credential: 'students',
  proof: 'students',
  course: 'courses',
  progress: 'progress',
};
/** Of these the list counts the records that a person knows: a student once, not their badge as well. */
const COUNTED = new Set(['school', 'group', 'student', 'course', 'progress']);

export function partsOf(documents: Iterable<Pick<StateDocument, 'kind'>>): Parts {
  const parts: Record<Part, number> = {
    school: 0,
    groups: 0,
    students: 0,
    courses: 0,
    progress: 0,
    other: 0,
  };
  for (const { kind } of documents) {
    const part = PART_OF[kind] ?? 'other';
    if (part === 'other' || COUNTED.has(kind)) parts[part] += 1;
  }
  return parts;
}

type Ready = Extract<FirstSync, { state: 'ready' }>;

/**
 * Faults: `not-complete` (no pull has ended with the right count), `missing` (a document is not there; detail: how many),
 * `unreadable` (detail: its key), `storage`.
 * @param now wall clock, ms
 */
export async function readBack(
  rows: Rows<StateDocument>,
  now: () => number,
): Promise<Result<Ready, Fault>> {
  const own = await rows.get([CHECKPOINT, KEYS]);
  if (!own.ok) return own;
  const checkpoint = readCheckpoint(own.value.get(CHECKPOINT)?.row);
  // The checkpoint of the last page is only marked complete where count and sum agreed, in the same transaction.
  if (checkpoint === null || checkpoint.completeAt === null) return err({ code: 'not-complete' });
  const keys = readKeys(own.value.get(KEYS)?.row).filter((key) => !isOwnRow(key));
  const found = await rows.get(keys);
  if (!found.ok) return found;
  const missing = keys.length - found.value.size;
  if (missing > 0) return err({ code: 'missing', detail: String(missing) });
  const documents = [...found.value.values()].map(({ row }) => row);
  for (const document of documents) {
    const body = parseJson(document.body);
    const read =
      body.ok &&
      typeof body.value === 'object' &&
      body.value !== null &&
      isWhole(document.kind, body.value);
    if (!read) return err({ code: 'unreadable', detail: document.key });
  }
  return ok({ state: 'ready', parts: partsOf(documents), checkedAt: now() });
}

/** What a class needs must be what it claims; kinds that this build does not know are not looked into. */
function isWhole(kind: string, body: object): boolean {
  const has = (field: string, type: 'string' | 'object'): boolean =>
    typeof Object.entries(body).find(([name]) => name === field)?.[1] === type;
  switch (kind) {
    case 'course':
      return (
        Array.isArray(Object.entries(body).find(([name]) => name === 'objectives')?.[1]) &&
        has('title', 'object')
      );
    case 'student':
      return has('name', 'string') || 'erased' in body;
    case 'group':
      return has('name', 'string') && has('students', 'object');
    case 'progress':
      return has('d', 'string') && has('st', 'string');
    default:
      return true;
  }
}
