/** What the reducers read and give back. The server and a device's overlay run the same ones. */
import type { Fault, Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { Course } from '../model/course.ts';
import { keyOf, type AnyDocument, type BodyOf, type DocumentKind } from '../model/documents.ts';
import type { Address } from '../rules/evidence.ts';
import type { EventOf, Kind, Placed } from '../model/event.ts';

/** The body of a document, or undefined where there is none. */
export type Read = <K extends DocumentKind>(
  kind: K,
  ...ids: readonly string[]
) => BodyOf[K] | undefined;

export type { Address };

export interface Facts {
  /**
   * What the check really earned: on the server from regrading, on a device from its own grading. `identities` are the items
   * of the form, to be avoided by the next ones.
   */
  readonly graded?: {
    readonly correct: number;
    readonly of: number;
    readonly identities: readonly string[];
  };
  /** Where the event with this id stands; undefined when it is not there (yet). */
  readonly place: (id: string) => Address | undefined;
  /** The school's calendar day of a moment, as `2026-11-21`. */
  readonly day: (moment: number) => string;
  /** A course that can be taken into use; only the server has packs. */
  readonly pack?: (course: string) => Course | undefined;
}

/** Documents to write, or a fault: `missing` (detail: key or ref) parks the event until it is there, any other holds it. */
export type Effect = Result<readonly AnyDocument[], Fault>;
export type Reducer<K extends Kind> = (placed: PlacedOf<K>, read: Read, facts: Facts) => Effect;

export type PlacedOf<K extends Kind> = Omit<Placed, 'event'> & { readonly event: EventOf<K> };

export function missing(what: string): Effect {
  return err({ code: 'missing', detail: what });
}

/** One document with this body. */
export function write<K extends DocumentKind>(
  kind: K,
  ids: readonly string[],
  body: BodyOf[K],
): Effect {
  // kind and body belong together by the signature; a union of pairs cannot be built from a generic pair without saying so
  return ok([{ key: keyOf(kind, ...ids), kind, body } as unknown as AnyDocument]);
}

/** `student/x` -> `x`, where the text is about that kind of record. */
export function idIn(about: string, kind: 'student' | 'member' | 'group'): string | undefined {
  return about.startsWith(`${kind}/`) ? about.slice(kind.length + 1) : undefined;
}
