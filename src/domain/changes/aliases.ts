/**
 * Two records of one child (PROTOCOL 13). `student.merge` makes one an alias of the other; ids and evidence stay where they
 * are, and whoever reads asks here which record stands for the child and which ones belong to it. So a merge can be taken
 * back, and it does not matter what came before it or after.
 *
 *   a -> b -> c      c stands for all three
 *   a -> b -> a      a circle is cut at its newest word: that one has no effect
 *   a -> (nobody)    a stands for itself until the other one comes; also where the other one was erased
 */
import type { BodyOf, ErasedBody, Stamp, StudentBody } from '../model/documents.ts';

type StudentRecord = BodyOf['student'];

/** A record by its id. */
export type Lookup = (id: string) => StudentRecord | undefined;

export interface Aliases {
  /** The record that stands for the child. */
  readonly rootOf: (id: string) => string;
  /** All records of the child: the one that stands for it first, then by id. */
  readonly recordsOf: (id: string) => readonly string[];
}

export function isErased(record: StudentRecord | undefined): record is ErasedBody {
  return record !== undefined && 'erased' in record;
}

/** Whether the record itself has come, not only word of it, and was not erased. */
export function isThere(record: StudentRecord | undefined): record is StudentBody {
  return record !== undefined && !isErased(record) && record.name !== '';
}

/** The record that the merge of this one names, if it can stand for anybody. */
function targetOf(lookup: Lookup, id: string): string | undefined {
  const record = lookup(id);
  if (record === undefined || isErased(record)) return undefined;
  const { alias } = record;
  return typeof alias === 'string' && isThere(lookup(alias)) ? alias : undefined;
}

function stampAt(lookup: Lookup, id: string): Stamp {
  const record = lookup(id);
  return record === undefined || isErased(record) ? '' : (record.stamps.alias ?? '');
}

/** The record that stands for the child of this one. */
function rootOf(lookup: Lookup, id: string): string {
  const path = [id];
  for (let at = id; ;) {
    const next = targetOf(lookup, at);
    if (next === undefined) return at;
    const back = path.indexOf(next);
    // Stamps of different events are never equal: they end in the event's id.
    if (back >= 0)
      return path.slice(back).reduce((a, b) => (stampAt(lookup, a) > stampAt(lookup, b) ? a : b));
    path.push(next);
    at = next;
  }
}

/** Whether the merge with this stamp is the one at which a circle is cut: it has no effect while the others stand. */
export function closesCircle(lookup: Lookup, id: string, stamp: Stamp): boolean {
  return (
    stampAt(lookup, id) === stamp && targetOf(lookup, id) !== undefined && rootOf(lookup, id) === id
  );
}

/** The aliases among all records that somebody has. */
export function aliasesOf(records: ReadonlyMap<string, StudentRecord>): Aliases {
  const lookup: Lookup = (id) => records.get(id);
  const joined = new Map<string, string[]>();
  for (const id of records.keys()) {
    const root = rootOf(lookup, id);
    if (root !== id) joined.set(root, [...(joined.get(root) ?? []), id]);
  }
  const root = (id: string): string => rootOf(lookup, id);
  return {
    rootOf: root,
    recordsOf: (id) => [root(id), ...(joined.get(root(id)) ?? []).toSorted()],
  };
}
