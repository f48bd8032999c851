/**
 * Events: what a device sends, append-only. The wire form and its validator live in `src/protocol/event.ts`; this is the
 * parsed form that the pure functions of the domain read, on the server and on a device alike.
 */
import type { Language } from '../kernel/local-text.ts';
import type {
  EventId,
  GrantId,
  MemberId,
  ObjectiveId,
  CourseId,
  StudentId,
  UnitId,
} from './ids.ts';
import type { AssignableRole } from './role.ts';

/** Who acted: the author. (Who carried the event to the server is another matter.) */
export type Author = `member/${string}` | `student/${string}` | 'server';

/** What an event is about: enough for scope, export and erase without reading the body. */
export type About =
  | 'school'
  | `member/${string}`
  | `student/${string}`
  | `group/${string}`
  | `stream/${string}`;

/** A decision of a person about a status. `none` takes an earlier decision back and lets the evidence speak. */
export type Decision = 'mastered' | 'excused' | 'none';

/** Why a check or a mark was taken: only `mastery` and `baseline` build mastery, `retention` asks whether it lasted. */
export type Purpose = 'mastery' | 'retention' | 'baseline' | 'agreement';

/** What an assessor saw at one tap. */
export type Mark =
  | { readonly type: 'met' }
  | { readonly type: 'not-yet' }
  | { readonly type: 'seen' }
  | { readonly type: 'opposite' }
  | { readonly type: 'rate'; readonly hits: number; readonly of: number }
  | { readonly type: 'levels'; readonly levels: readonly number[] };

/** The form of a check: what makes its items again, anywhere, exactly. */
export interface FormSpec {
  readonly generator: string;
  readonly version: number;
  /** Hash of the event's id. */
  readonly seed: string;
  /** Identities of the items of earlier forms that this one had to avoid. */
  readonly avoid: readonly string[];
  /** Hash of the items. */
  readonly hash: string;
  /** How many items, where that is not what the objective's rule counts (a look whether mastery lasted asks fewer). */
  readonly count?: number;
  /**
   * Places (from 0) whose item was exchanged for a sibling because the child was away from it for more than two minutes, in
   * the order in which that happened.
   */
  readonly replaced?: readonly number[];
}

/** How sure a child was before the check: one optional tap. */
export type Sureness = 'sure' | 'quite' | 'not-sure';

/** A child's own word about an objective: the teacher sees it beside the cell. `none` takes it back. */
export type Signal = 'ready' | 'help' | 'none';

/** When a child may try again (`mastery/retake.ts`). */
export interface RetakeSetting {
  /** The mistakes are looked at, or practiced, first. */
  readonly reviewFirst: boolean;
  /** After so many attempts "not yet" on one day the next one is on another day; 0 = no such limit. */
  readonly perDay: number;
}

export interface CheckBody {
  readonly course: CourseId;
  readonly objective: ObjectiveId;
  readonly rev: string;
  readonly form: FormSpec;
  readonly answers: readonly { readonly key: string; readonly raw: string; readonly ms: number }[];
  /** The device's own grading: for its overlay only, never believed by the server. */
  readonly claim: { readonly correct: number; readonly of: number };
  readonly activeMs: number;
  readonly absences: readonly { readonly at: number; readonly ms: number }[];
  readonly supports: readonly string[];
  readonly identifiedBy: 'secret' | 'badge' | 'adult' | 'member';
  readonly purpose: Purpose;
  readonly occasion: string;
  /** False when the check was closed before the child handed it in: interrupted, does not count. */
  readonly finished: boolean;
  /** Since version 2: what the child said before it began. */
  readonly sure?: Sureness;
  /** Since version 2: how often the check slowed down because answers came quicker than they can be read. */
  readonly rapid?: number;
  /** Since version 2: the child took the offer to stop and practice first. */
  readonly stopped?: true;
}

/** A check that was written on paper, as a member of staff entered it. */
export interface PaperResultBody {
  readonly course: CourseId;
  readonly objective: ObjectiveId;
  readonly rev: string;
  /** The form that was printed: its items are not asked again in the next ones. */
  readonly form: FormSpec;
  /** How many items were on the paper. */
  readonly of: number;
  /** Places of those that were not right, from 1. */
  readonly wrong: readonly number[];
  /** How long it took; null = within the time. */
  readonly minutes: number | null;
  readonly supports: readonly string[];
  readonly occasion: string;
  readonly purpose: Purpose;
  readonly role: AssignableRole;
}

/** For whom a check was started: some students, or all of the group. */
export type OfferedTo = readonly StudentId[] | 'all';

/** `today` ends with the school day, `open` stays until it is taken back. */
export interface Offer {
  readonly students: OfferedTo;
  readonly until: 'today' | 'open';
}

export interface InterviewMarkBody {
  readonly course: CourseId;
  readonly objective: ObjectiveId;
  readonly rev: string;
  readonly mark: Mark;
  /** Which of different things was shown, where the rule asks for different ones. */
  readonly thing?: string;
  /** Which question was asked: its place in the list of the objective. */
  readonly prompt?: number;
  /** Which part of a rule with parts the mark speaks of. */
  readonly part?: string;
  readonly occasion: string;
  readonly purpose: Purpose;
  readonly role: AssignableRole;
}

export interface Set<T> {
  readonly set: T;
  readonly was: T | null;
}

/** Three of the twelve pictures, by number 0 to 11, in order. */
export type PictureSecret = readonly [number, number, number];

/** Body of every kind of event of the current versions. A new kind is a new line here and in the tables that are keyed by it. */
export interface Bodies {
  check: CheckBody;
  'interview.mark': InterviewMarkBody;
  /** `refs` names the attempts that are set aside, or what a teacher allowed and takes back (`retake.allow`). */
  'attempt.withdraw': {
    readonly course: CourseId;
    readonly objective: ObjectiveId;
    readonly reason: string;
  };
  /** `refs` names the judgements that the author saw and replaces. */
  'paper.result': PaperResultBody;
  /** `refs` names the withdrawals that are taken back: what they set aside counts again. */
  'attempt.restore': { readonly course: CourseId; readonly objective: ObjectiveId };
  /** The child has looked at what went wrong in the attempt that `refs` names, or has practiced since. */
  'attempt.review': { readonly course: CourseId; readonly objective: ObjectiveId };
  /** The child may try again now, whatever the rules for another try say. */
  'retake.allow': { readonly course: CourseId; readonly objective: ObjectiveId };
  /** "I am ready to try", "I would like help". */
  'student.signal': {
    readonly course: CourseId;
    readonly objective: ObjectiveId;
    readonly signal: Signal;
  };
  judgement: {
    readonly course: CourseId;
    readonly objective: ObjectiveId;
    readonly rev: string;
    readonly decision: Decision;
    readonly reason: string;
  };
  'school.name': Set<string>;
  'school.time-zone': Set<string>;
  'school.language': Set<Language>;
  'school.key': Set<string>;
  'school.retakes': Set<RetakeSetting>;
  /** Days after mastery on which it is asked whether it lasted; empty = never. */
  'school.retention': Set<readonly number[]>;
  /** Whether children are asked how sure they are before a check. */
  'school.how-sure': Set<boolean>;
  'member.add': { readonly name: string; readonly role: AssignableRole };
  'member.rename': Set<string>;
  'student.add': {
    readonly name: string;
    readonly avatar: string;
    readonly secret: PictureSecret;
    /** Opaque token of the printed badge. */
    readonly badge: string;
  };
  'student.rename': Set<string>;
  'student.avatar': Set<string>;
  /** Codes of accommodations and preferences of a child (`model/supports.ts`). */
  'student.supports': Set<readonly string[]>;
  'student.secret': Set<PictureSecret>;
  'student.badge': Set<string>;
  /**
   * The record is one of a child who has another: `into` stands for both from now on. Null takes that back, `refs` names the
   * merge. Nothing is moved or rewritten (changes/aliases.ts).
   */
  'student.merge': { readonly into: StudentId | null };
  /** Everything about the student goes, for ever and everywhere; the id stays as a bare tombstone. */
  'student.erase': Record<string, never>;
  'group.add': { readonly name: string };
  'group.rename': Set<string>;
  'group.student': { readonly op: 'add' | 'remove'; readonly member: StudentId };
  'group.staff': { readonly op: 'add' | 'remove'; readonly member: MemberId };
  /** Which units of a course a group has in use; an empty list takes the course out of use. */
  'course.use': { readonly course: CourseId } & Set<readonly UnitId[]>;
  /** Whether children of the group see the time bar in checks of a course; null = as the course has it. */
  'course.timer': { readonly course: CourseId } & Set<'shown' | 'hidden' | null>;
  /** A check that a teacher starts for children of the group; null takes it back. */
  'check.offer': {
    readonly course: CourseId;
    readonly objective: ObjectiveId;
  } & Set<Offer | null>;
  'stream.close': Record<string, never>;
}

export type Kind = keyof Bodies;

/** The parsed envelope, `src/protocol/event.ts` says what each field is for. */
export interface EventOf<K extends Kind> {
  readonly v: number;
  readonly id: EventId;
  readonly type: 'attempt' | 'change';
  readonly kind: K;
  readonly kv: number;
  readonly school: string;
  readonly about: About;
  readonly by: Author;
  readonly grant: GrantId;
  readonly refs: readonly string[];
  readonly at: number;
  readonly mono: number;
  readonly boot: string;
  readonly skew: number | null;
  readonly seen: string;
  readonly app: string;
  readonly body: Bodies[K];
  readonly sealed: string;
}

/** Any event, told apart by `kind`. */
export type AnyEvent = { [K in Kind]: EventOf<K> }[Kind];

/**
 * An event with what only its receiver knows. `moment` is the corrected time in ms (PROTOCOL 13), `stream` the short number
 * of the stream it came in, `slot` its number there. A device gives its own unsent events its best guess of the same.
 */
export interface Placed<E extends AnyEvent = AnyEvent> {
  readonly event: E;
  readonly moment: number;
  readonly stream: number;
  readonly slot: number;
  /** The clocks contradicted each other: the moment is the nearest that is possible. */
  readonly unsure?: true;
}
