/**
 * What the projection has in its hands: documents and facts read once, changed in memory, written together. Reducers are
 * synchronous and the store is not: a question that cannot be answered yet is noted, and the event is judged again when
 * `load` has brought the answer. Reducers are pure, so that judging twice does no harm.
 */
import type { BodyOf, DocumentKind } from '#domain/model/documents.ts';
import { keyOf } from '#domain/model/documents.ts';
import type { Address, Read } from '#domain/changes/world.ts';
import { parseEnvelope } from '#protocol/event.ts';
import { hmacKey, type HmacKey } from '../crypto/hmac.ts';
import type { GrantRow } from '../store/rows.ts';
import { entryOnPaper } from './paper-entry.ts';
import type { Source } from './source.ts';

export interface Held {
  readonly key: string;
  readonly kind: string;
  body: unknown;
  /** As they are stored; undefined for a new document. */
  tags: readonly string[] | undefined;
  /** The body as text, while it is as stored. */
  text: string | undefined;
}

export interface KnownGrant extends GrantRow {
  readonly secret: HmacKey;
}

export interface KnownEvent extends Address {
  readonly by: string;
  readonly receipt: number;
  /** What was entered of a sheet of paper; left out for everything else. */
  readonly onPaper?: string;
}

type Lookup = 'document' | 'grant' | 'event' | 'commit';

export interface Desk {
  readonly read: Read;
  readonly document: (key: string) => Held | undefined;
  readonly grant: (id: string) => KnownGrant | undefined;
  /** The event with this id, if it was received up to `upTo`. */
  readonly event: (id: string, upTo: number) => KnownEvent | undefined;
  /** The receipt up to which the commit named by `seen` went. */
  readonly receiptOfSeen: (seen: string) => number | undefined;
  readonly put: (
    key: string,
    kind: string,
    body: unknown,
    tags: readonly string[] | undefined,
  ) => void;
  /** Takes a document away. */
  readonly remove: (key: string) => void;
  /** Whether something was asked for that is not there yet. */
  readonly wants: () => boolean;
  /** Brings what was asked for and not there. */
  readonly load: () => Promise<void>;
  readonly dirty: ReadonlySet<string>;
  /** Keys that were taken away and are not there again. */
  readonly removed: ReadonlySet<string>;
  /** After a commit: forgets what may change behind our back, and what is too much. */
  readonly settle: () => void;
}

const KEPT_DOCUMENTS = 6000;
const KEPT_EVENTS = 20_000;

export function createDesk(source: Source, keep = KEPT_DOCUMENTS): Desk {
  const documents = new Map<string, Held | null>();
  const grants = new Map<string, KnownGrant | null>();
  const events = new Map<string, KnownEvent | null>();
  const commits = new Map<string, number | null>();
  const wanted = new Map<string, [Lookup, string]>();
  const dirty = new Set<string>();
  const removed = new Set<string>();

  const find = <V>(lookup: Lookup, map: Map<string, V | null>, name: string): V | undefined => {
    const found = map.get(name);
    if (found === undefined) wanted.set(`${lookup} ${name}`, [lookup, name]);
    return found ?? undefined;
  };
  const document = (key: string): Held | undefined => find('document', documents, key);
  const namesOf = (lookup: Lookup): string[] =>
    [...wanted.values()].flatMap(([kind, name]) => (kind === lookup ? [name] : []));

  const loadDocuments = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) documents.set(key, null);
    for (const { key, kind, body, tags } of await source.documents(keys)) {
      documents.set(key, { key, kind, body: JSON.parse(body), tags, text: body });
    }
  };
  const loadEvents = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) events.set(id, null);
    for (const { id, variant, short, slot, receipt, text } of await source.eventsById(ids)) {
      const envelope = parseEnvelope(text);
      const by = envelope.ok ? envelope.value.by : '';
      const onPaper = envelope.ok ? entryOnPaper(envelope.value) : undefined;
      const known = { stream: short, slot, receipt, by };
      if (variant === 0) events.set(id, onPaper === undefined ? known : { ...known, onPaper });
    }
  };
  const load = async (): Promise<void> => {
    const [keys, ids, refs, seen] = (['document', 'grant', 'event', 'commit'] as const).map(
      namesOf,
    );
    wanted.clear();
    if (keys?.length) await loadDocuments(keys);
    if (refs?.length) await loadEvents(refs);
    for (const id of ids ?? []) grants.set(id, null);
    for (const row of ids?.length ? await source.grants(ids) : [])
      grants.set(row.id, { ...row, secret: hmacKey(row.key) });
    for (const one of seen ?? [])
      commits.set(one, (await source.commitOfSeen(one))?.receipt ?? null);
  };

  return {
    read: <K extends DocumentKind>(kind: K, ...ids: readonly string[]) => {
      const body = document(keyOf(kind, ...ids))?.body;
      return body as BodyOf[K] | undefined; // state is written by the reducers alone, under a key that begins with its kind
    },
    document,
    grant: (id) => find('grant', grants, id),
    event: (id, upTo) => {
      const found = find('event', events, id);
      return found !== undefined && found.receipt <= upTo ? found : undefined;
    },
    receiptOfSeen: (seen) => find('commit', commits, seen),
    put: (key, kind, body, tags) => {
      const before = documents.get(key);
      if (before === undefined || before === null)
        documents.set(key, { key, kind, body, tags, text: undefined });
      else
        Object.assign(before, { body, tags, text: before.body === body ? before.text : undefined });
      dirty.add(key);
      removed.delete(key);
    },
    remove: (key) => {
      documents.set(key, null);
      dirty.delete(key);
      removed.add(key);
    },
    wants: () => wanted.size > 0,
    load,
    dirty,
    removed,
    settle: () => {
      dirty.clear();
      removed.clear();
      wanted.clear();
      grants.clear();
      if (commits.size > 1000) commits.clear();
      // What was not there may come with the next push.
      for (const [id, event] of events)
        if (event === null || events.size > KEPT_EVENTS) events.delete(id);
      if (documents.size <= keep) return;
      // Oldest first; the next batch reads again what it needs.
      for (const key of [...documents.keys()].slice(0, documents.size - keep / 2))
        documents.delete(key);
    },
  };
}
