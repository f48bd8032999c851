/**
 * State documents: what the server derives from events and a device receives. The body travels as a JSON string (flat
 * strings are not walked by the database). Key = `<kind>` or `<kind>/<id>...`.
 */
import type { Course } from './course.ts';
import type { AssignableRole } from './role.ts';
import type { Language } from '../kernel/local-text.ts';
import type { CourseId, StudentId, UnitId } from './ids.ts';
import type { Offer, PictureSecret, RetakeSetting } from './event.ts';

/**
 * When a field was last set: `<moment, base 36, 9 places>.<event id>`. Compared as text: the later one stands, whatever
 * the order in which the events came, and two at the same moment are decided alike everywhere.
 */
export type Stamp = string;

/** Fields with the stamp of their last setting. */
export type Stamped<T> = T & { readonly stamps: { readonly [field in keyof T]?: Stamp } };

/** A set whose members were added and taken out by stamped events. */
export type Members = Readonly<Record<string, { readonly on: boolean; readonly stamp: Stamp }>>;

export type SchoolBody = Stamped<{
  readonly name: string;
  readonly timeZone: string;
  readonly language: Language;
  /** Public key of the school (raw P-256 point, base64url) that free text is sealed to; "" until it is made. */
  readonly key: string;
  /** Left out: as `mastery/retake.ts` has it. */
  readonly retakes?: RetakeSetting;
  /** Days after mastery; left out: as `mastery/retention.ts` has it. */
  readonly retention?: readonly number[];
  /** Left out: children are not asked. */
  readonly howSure?: boolean;
}>;
export type MemberBody = Stamped<{ readonly name: string; readonly role: AssignableRole }>;
/**
 * One record of a child. `alias`: another record stands for the child, this one is not listed any more; its evidence, groups
 * and badge count for the other. It keeps all its fields, so that the merge can be taken back. Name "": the record itself has
 * not come yet.
 */
export type StudentBody = Stamped<{
  readonly name: string;
  readonly avatar: string;
  /** Accommodations and preferences (`supports.ts`); left out: none. Never shown to other children. */
  readonly supports?: readonly string[];
  readonly alias?: StudentId | null;
}>;
/** What is left of an erased student: so that a device that was offline lets go as well, and no later event brings it back. */
export interface ErasedBody {
  readonly erased: true;
}
/** For staff only: what the group page shows and the badge sheet prints. */
export type CredentialBody = Stamped<{ readonly secret: PictureSecret; readonly badge: string }>;
/** For class tablets: enough to recognise a secret or a badge, not to print one. */
export interface ProofBody {
  readonly secret: string;
  readonly badge: string;
}
export type GroupBody = Stamped<{ readonly name: string }> & {
  readonly students: Members;
  readonly staff: Members;
};
/** Units in use by course. */
export interface UseBody {
  readonly courses: Readonly<
    Record<CourseId, { readonly units: readonly UnitId[]; readonly stamp: Stamp }>
  >;
  /** Whether the time bar is seen, by course; left out: as the course has it. */
  readonly timers?: Readonly<
    Record<CourseId, { readonly set: 'shown' | 'hidden' | null; readonly stamp: Stamp }>
  >;
}
/** Checks that teachers of a group have started, by `<course>/<objective>`. */
export interface OffersBody {
  readonly offers: Readonly<
    Record<string, { readonly set: Offer | null; readonly at: number; readonly stamp: Stamp }>
  >;
}
/**
 * Progress of one student in one course, as compact strings (see `mastery/digest.ts`).
 * `st` one status character per objective, `fl` one flag character per objective (both caches that anyone can
 * recompute from `d`), `d` the evidence digests, `f` the items of the last forms of each objective since it was last met.
 */
export interface ProgressBody {
  readonly st: string;
  readonly fl: string;
  readonly d: string;
  readonly f: string;
}
/** How far the server has applied a stream, and what it could not apply. */
export interface AppliedBody {
  /** The stream's short number. */
  readonly short: number;
  readonly through: number;
  readonly held: readonly { readonly slot: number; readonly id: string; readonly code: string }[];
}

export interface BodyOf {
  school: SchoolBody;
  member: MemberBody;
  student: StudentBody | ErasedBody;
  credential: CredentialBody;
  proof: ProofBody;
  group: GroupBody;
  use: UseBody;
  offers: OffersBody;
  course: Course;
  progress: ProgressBody;
  applied: AppliedBody;
}
export type DocumentKind = keyof BodyOf;

export interface DocumentOf<K extends DocumentKind> {
  readonly key: string;
  readonly kind: K;
  readonly body: BodyOf[K];
}
export type AnyDocument = { [K in DocumentKind]: DocumentOf<K> }[DocumentKind];

/** `progress/<student>/<course>`, `student/<id>`, `school`: the key of a document. */
export function keyOf(kind: DocumentKind, ...ids: readonly string[]): string {
  return [kind, ...ids].join('/');
}
