/** One snapshot: typed getters over documents that are parsed when they are asked for, and remembered (services.ts). */
import { isErased } from '#domain/changes/aliases.ts';
import { membersIn } from '#domain/changes/stamp.ts';
import { idIn, type Read } from '#domain/changes/world.ts';
import {
  asId,
  type CourseId,
  type GroupId,
  type MemberId,
  type StudentId,
} from '#domain/model/ids.ts';
import {
  keyOf,
  type AnyDocument,
  type BodyOf,
  type DocumentKind,
} from '#domain/model/documents.ts';
import { formatSlot } from '#protocol/slot.ts';
import { parseJson } from '#protocol/json.ts';
import type { StateDocument } from '#protocol/pull.ts';
import { childrenOf } from './children-view.ts';
import type { Overlay } from './overlay.ts';
import type { Entry, HeldEvent, Snapshot } from './services.ts';
import { dayIn } from './school-day.ts';

/** Bodies by the document they were parsed from: the same object as long as the document is the same. */
const parsed = new WeakMap<StateDocument, unknown>();

function bodyOf(document: StateDocument): unknown {
  let body = parsed.get(document);
  if (body === undefined) {
    const json = parseJson(document.body);
    // Not JSON: as if it were not there. The pull's count said what came; reading back says what cannot be read.
    body = json.ok ? json.value : null;
    parsed.set(document, body);
  }
  return body ?? undefined;
}

/** Reads state alone. */
export function readerOf(documents: ReadonlyMap<string, StateDocument>): Read {
  return <K extends DocumentKind>(kind: K, ...ids: readonly string[]) => {
    const document = documents.get(keyOf(kind, ...ids));
    // The server wrote the body of this kind under a key of this kind; our own build parses what our own server derived.
    return document === undefined ? undefined : (bodyOf(document) as BodyOf[K] | undefined);
  };
}

export interface View {
  readonly documents: ReadonlyMap<string, StateDocument>;
  readonly overlay: Overlay;
  readonly loaded: boolean;
  readonly seen: string;
  readonly pulledAt: number | null;
}

/**
 * Lists by name, carried from one snapshot to the next while no document of their kinds changed: a screen that selects one
 * gets the same object.
 */
export type Lists = Map<
  string,
  { readonly kinds: readonly DocumentKind[]; readonly list: readonly unknown[] }
>;

type Named = { readonly name: string };

export function snapshotOf(view: View, lists: Lists): Snapshot {
  const { documents, overlay } = view;
  const base = readerOf(documents);
  const read: Read = <K extends DocumentKind>(kind: K, ...ids: readonly string[]) => {
    const above = overlay.documents.get(keyOf(kind, ...ids));
    return above === undefined ? base(kind, ...ids) : (above.body as BodyOf[K]); // kept under a key of its kind
  };
  const school = (): BodyOf['school'] | undefined => read('school');
  const collator = collatorOf(school()?.language ?? 'en');
  const byName = (a: Entry<string, Named>, b: Entry<string, Named>): number =>
    collator.compare(a.body.name, b.body.name) || (a.id < b.id ? -1 : 1);

  const remember = <T>(
    name: string,
    kinds: readonly DocumentKind[],
    make: () => readonly T[],
  ): readonly T[] => {
    const known = lists.get(name);
    if (known !== undefined) return known.list as readonly T[]; // under a name stands only what this call put there
    const list = make();
    lists.set(name, { kinds, list });
    return list;
  };
  const list = <K extends DocumentKind, I extends string>(
    kind: K,
    order?: (a: Entry<I, BodyOf[K]>, b: Entry<I, BodyOf[K]>) => number,
  ): readonly Entry<I, BodyOf[K]>[] =>
    remember(kind, [kind], () => {
      const entries = keysOfKind(kind, documents, overlay.documents).flatMap((key) => {
        const id = key.slice(kind.length + 1);
        const body = read(kind, id);
        return body === undefined ? [] : [{ id: asId<I>(id), body }];
      });
      return order === undefined ? entries : entries.toSorted(order);
    });
  const days = (): ((moment: number) => string) => dayIn(school()?.timeZone ?? 'UTC');
  let day: ((moment: number) => string) | null = null;
  const dayOf = (moment: number): string => (day ??= days())(moment);
  const { aliases, students, ...children } = childrenOf({
    read,
    remember,
    records: () => list<'student', StudentId>('student'),
    byName,
    dayOf,
  });
  let pending: Overlay['pending'] | null = null;

  return {
    loaded: view.loaded,
    seen: view.seen,
    pulledAt: view.pulledAt,
    school,
    members: () => list<'member', MemberId>('member', byName),
    students,
    ...children,
    member: (id) => read('member', id),
    groups: () => list<'group', GroupId>('group', byName),
    group: (id) => read('group', id),
    studentsOf: (group) =>
      remember(`students of ${group}`, ['group', 'student'], () => {
        const body = read('group', group);
        const members = new Set(
          (body === undefined ? [] : membersIn(body.students)).map(aliases().rootOf),
        );
        return students().flatMap(({ id }) => (members.has(id) ? [id] : []));
      }),
    use: (group) => read('use', group),
    offers: (group) => read('offers', group),
    courses: () =>
      remember('courses', ['course'], () =>
        list<'course', CourseId>('course').map(({ body }) => body),
      ),
    course: (id) => read('course', id),
    held: () =>
      remember('held', ['applied'], () =>
        list<'applied', string>('applied').flatMap(({ id, body }) =>
          body.held.map((held) => heldEvent(id, held)),
        ),
      ),
    pending: () => (pending ??= withoutErased(overlay.pending, read)),
    dayOf,
  };
}

/** Own events as long as there is somebody whom they are about; the same list where nobody was erased. */
function withoutErased(pending: Overlay['pending'], read: Read): Overlay['pending'] {
  const left = pending.filter(({ event }) => {
    const id = idIn(event.about, 'student');
    return id === undefined || !isErased(read('student', id));
  });
  return left.length === pending.length ? pending : left;
}

function heldEvent(stream: string, held: BodyOf['applied']['held'][number]): HeldEvent {
  return { slot: formatSlot(stream, held.slot), id: asId(held.id), code: held.code };
}

const collators = new Map<string, Intl.Collator>();

/** Made once for each language: it takes as long as a tap may take. */
function collatorOf(language: string): Intl.Collator {
  const collator = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  collators.set(language, collator);
  return collator;
}

function keysOfKind(
  kind: DocumentKind,
  documents: ReadonlyMap<string, StateDocument>,
  above: ReadonlyMap<string, AnyDocument>,
): string[] {
  const prefix = `${kind}/`;
  const keys = [...documents.keys()].filter((key) => key.startsWith(prefix));
  for (const key of above.keys()) if (key.startsWith(prefix) && !documents.has(key)) keys.push(key);
  return keys;
}

/** `student/x` -> `student`. */
export function kindOfKey(key: string): string {
  const slash = key.indexOf('/');
  return slash < 0 ? key : key.slice(0, slash);
}
