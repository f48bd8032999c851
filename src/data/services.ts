/**
 * What the rest of the app may ask of its records: the whole surface of `src/data`. Screens read `snapshot` and the other
 * live values, write through `append` and `drafts`, and never see a database.
 */
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { Course } from '#domain/model/course.ts';
import type {
  CredentialBody,
  GroupBody,
  MemberBody,
  OffersBody,
  ProgressBody,
  ProofBody,
  SchoolBody,
  StudentBody,
  UseBody,
} from '#domain/model/documents.ts';
import type {
  About,
  AnyEvent,
  Author,
  Bodies,
  CheckBody,
  Kind,
  Placed,
} from '#domain/model/event.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import type {
  CourseId,
  EventId,
  GroupId,
  MemberId,
  ObjectiveId,
  StudentId,
} from '#domain/model/ids.ts';
import type { Address } from '#domain/rules/evidence.ts';
import type { PresenceList } from '#protocol/presence-list.ts';
import type { AttemptsAnswer } from '#protocol/attempts-answer.ts';
import type {
  CatalogAnswer,
  CodeAnswer,
  DevicesAnswer,
  DoneAnswer,
  HeldAnswer,
} from '#protocol/staff-request.ts';
import type { Hello, SetupRequest } from '#protocol/enrolment.ts';
import type { OpenEvents } from './known-event.ts';
import type { Live } from './live.ts';
import type { LeaveService, RescueService } from './services-leaving.ts';

/** An event before it has an envelope. `id` is made when the tap or the draft begins; left out, a new one is made. */
export type NewEvent = {
  readonly [K in Kind]: {
    readonly kind: K;
    readonly about: About;
    readonly body: Bodies[K];
    /** The author; left out, the member who is unlocked on this device. */
    readonly by?: Author;
    /** Events or records it targets or replaces. */
    readonly refs?: readonly string[];
    readonly id?: EventId;
    /** Free text in clear; it is encrypted to the school's key before it is stored. */
    readonly note?: string;
  };
}[Kind];

/**
 * Where an event was put. `database`: it is durable. `aside`: the browser could not write it; it is in memory and, where that could
 * be done, in a second place of the browser, shown like any other, and written as soon as the browser can. `Safety` says so
 * until then, and nothing may be called saved meanwhile.
 */
export interface Appended {
  /** "" while it is aside: only the database gives a slot. */
  readonly slot: string;
  readonly id: EventId;
  readonly kept: 'database' | 'aside';
}

/**
 * Faults of `append`: `locked` (nobody with the right to sign is unlocked), `no-device`, `too-large`, `no-school-key` (a note
 * before the school has a key), `leaving` (this device is being left, here or in another tab: nothing was kept). A browser that
 * cannot write is no fault: see `Appended`.
 */
export type Append = (event: NewEvent) => Promise<Result<Appended, Fault>>;

/** A running check: everything that a child who comes back needs, saved at every tap as one document. */
export interface CheckDraft {
  /** Becomes the id of the attempt. */
  readonly id: EventId;
  readonly student: StudentId;
  readonly course: CourseId;
  readonly objective: ObjectiveId;
  readonly rev: string;
  readonly form: CheckBody['form'];
  readonly answers: CheckBody['answers'];
  /** Place of the item that is on screen. */
  readonly position: number;
  /** What stands in the answer field and is not an answer yet. */
  readonly entry: string;
  readonly activeMs: number;
  readonly absences: CheckBody['absences'];
  /** Keys of answers that can no longer be changed (given before a long absence); left out, none. */
  readonly locked?: readonly string[];
  readonly supports: readonly string[];
  readonly identifiedBy: CheckBody['identifiedBy'];
  readonly purpose: CheckBody['purpose'];
  readonly occasion: string;
  /** What the child said before it began, where it was asked. */
  readonly sure?: CheckBody['sure'];
  /** How often it slowed down because of rapid answers; left out, never. */
  readonly rapid?: number;
  /** Wall clock of this device, ms. */
  readonly startedAt: number;
  readonly updatedAt: number;
}

export interface Drafts {
  /** Open drafts, oldest first, kept up to date across tabs. */
  readonly open: Live<readonly CheckDraft[]>;
  /**
   * Saves the draft as it is now: one durable write, in a second place of the browser where the database fails. Faults: `storage`
   * (neither took it: it is in memory and tried again), `leaving`. A draft that was finished elsewhere: `finished`.
   */
  readonly save: (draft: CheckDraft) => Promise<Result<void, Fault>>;
  /**
   * Turns the draft into one attempt whose id is the draft's, once, however many tabs ask. Faults as `append`, and
   * `no-draft`. `claim` is the device's own grading; `finished: false` when the check was closed before it was handed in.
   */
  readonly finish: (
    id: EventId,
    end: {
      readonly claim: CheckBody['claim'];
      readonly finished: boolean;
      /** The child took the offer to stop and practice first. */
      readonly stopped?: true;
    },
  ) => Promise<Result<Appended, Fault>>;
}

export interface Entry<I, B> {
  readonly id: I;
  readonly body: B;
}

/** An event that the server keeps and does not count until somebody looks. */
export interface HeldEvent {
  readonly slot: string;
  readonly id: EventId;
  readonly code: string;
}

/**
 * State plus this device's events that the server has not applied, folded. A new snapshot object whenever something changed;
 * every body inside keeps its identity while it is unchanged. Nothing here is ever changed in place.
 */
export interface Snapshot {
  /** False until local storage has been read. */
  readonly loaded: boolean;
  /** `<epoch>.<seq>` of the state below, "" before the first pull. */
  readonly seen: string;
  /** Server time of the newest pull that ended, ms; null before the first. For "results up to 10:42". */
  readonly pulledAt: number | null;
  readonly school: () => SchoolBody | undefined;
  readonly members: () => readonly Entry<MemberId, MemberBody>[];
  /** Every child once, by name: records that another one stands for and erased ones are not listed. */
  readonly students: () => readonly Entry<StudentId, StudentBody>[];
  /** What is asked of a record that another one stands for is answered for that one, here and in `progress`. */
  readonly student: (id: StudentId) => StudentBody | undefined;
  /** All records of a child, the one that stands for it first: more than one after a merge. */
  readonly recordsOf: (id: StudentId) => readonly StudentId[];
  readonly member: (id: MemberId) => MemberBody | undefined;
  readonly groups: () => readonly Entry<GroupId, GroupBody>[];
  readonly group: (id: GroupId) => GroupBody | undefined;
  /** Students of a group who are in it now, by name in the school's language. */
  readonly studentsOf: (group: GroupId) => readonly StudentId[];
  /** Units in use of a group. */
  readonly use: (group: GroupId) => UseBody | undefined;
  /** Checks that were started for children of a group. */
  readonly offers: (group: GroupId) => OffersBody | undefined;
  readonly courses: () => readonly Course[];
  readonly course: (id: CourseId) => Course | undefined;
  readonly credential: (student: StudentId) => CredentialBody | undefined;
  readonly proof: (student: StudentId) => ProofBody | undefined;
  /** Of all records of the child. */
  readonly progress: (student: StudentId, course: CourseId) => ProgressBody | undefined;
  readonly held: () => readonly HeldEvent[];
  /** This device's own events that the server has not applied yet, in order. */
  readonly pending: () => readonly Placed<AnyEvent>[];
  /** The school day of a moment in ms, `YYYY-MM-DD` in the school's time zone. */
  readonly dayOf: (moment: number) => string;
}

/** What the sync chip says. */
export type SyncState =
  | 'all-sent'
  | 'waiting'
  | 'sending'
  | 'offline'
  /** The school answers and asks to come again later. */
  | 'busy'
  | 'old'
  | 'needs-you'
  | 'storage-risk';
/**
 * Why a person is needed: the browser cannot write (keep the page open; `Safety.aside` says how much), sign in again, the
 * server refused something, or the storage is in danger.
 */
export type SyncReason = 'not-saved' | 'credential' | 'refused' | 'not-persisted' | 'almost-full';

export interface Safety {
  readonly state: SyncState;
  readonly reason: SyncReason | null;
  /** Results on this tablet that the school is not known to have. 0 does not mean "all sent": only `state` does. */
  readonly unsent: number;
  /** Device clock of the oldest of them, ms. */
  readonly oldestUnsentAt: number | null;
  /** Device clock of the newest answer that left nothing to send, ms. */
  readonly lastSentAt: number | null;
  /** During `sending`: how many of how many. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly openDrafts: number;
  /** Running checks on this device that cannot be read any more: kept, never shown to a child, and put into the rescue file. */
  readonly unreadableDrafts: number;
  /** Results and running checks that the browser could not write yet. Results among them count in `unsent` as well. */
  readonly aside: number;
  /** How far the clock of this device is ahead of the school's as last measured, ms; null: never measured. */
  readonly clockOff: number | null;
  /** Named beside "all sent": kept by the school, not counted until somebody looks. */
  readonly held: readonly HeldEvent[];
}

export interface SignedInMember {
  readonly id: MemberId;
  readonly name: string;
  readonly role: AssignableRole;
}
export interface ThisDevice {
  readonly id: string;
  readonly kind: 'staff' | 'class-tablet';
  readonly name: string;
  /** Groups of a class tablet. */
  readonly groups: readonly GroupId[];
}
export interface ThisSchool {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly language: 'en' | 'es';
}

/** Who this browser is. `erased`: the school knows this device, but the browser has erased what was on it. */
export type Session =
  | { readonly state: 'none' }
  | { readonly state: 'erased'; readonly kind: 'staff' | 'class-tablet' }
  | {
      readonly state: 'locked';
      readonly device: ThisDevice;
      readonly school: ThisSchool;
      /** Members who can unlock here with their PIN. */
      readonly members: readonly SignedInMember[];
      /** Wall clock until which no PIN is taken (too many wrong ones), or null. */
      readonly waitUntil: number | null;
    }
  | {
      readonly state: 'unlocked';
      readonly device: ThisDevice;
      readonly school: ThisSchool;
      readonly members: readonly SignedInMember[];
      readonly member: SignedInMember;
    };

/**
 * Ways in. Faults common to all: `unreachable`, `not-an-answer` (something between answered), and the server's codes
 * (`bad-code`, `bad-credentials`, `too-many` ... as it says them).
 */
export interface SessionService {
  readonly current: Live<Session>;
  readonly hello: () => Promise<Result<Hello, Fault>>;
  readonly setUp: (request: Omit<SetupRequest, 'nonce'>) => Promise<Result<void, Fault>>;
  readonly signIn: (request: {
    readonly email: string;
    readonly passphrase: string;
    readonly pin: string;
    readonly deviceName: string;
  }) => Promise<Result<void, Fault>>;
  readonly join: (request: {
    readonly code: string;
    readonly passphrase: string;
    readonly pin: string;
    readonly deviceName: string;
  }) => Promise<Result<void, Fault>>;
  readonly enrolTablet: (request: {
    readonly code: string;
    readonly deviceName: string;
  }) => Promise<Result<void, Fault>>;
  /** After `erased`: a class tablet becomes itself again; staff sign in again. */
  readonly resume: () => Promise<Result<void, Fault>>;
  /** Faults: `wrong-pin` (detail: tries left), `wait` (detail: ms), `no-member`. */
  readonly unlock: (pin: string, member?: MemberId) => Promise<Result<void, Fault>>;
  readonly lock: () => void;
  /** Somebody touched the screen: the five idle minutes begin again. */
  readonly touched: () => void;
  /** While at least one is held, the device does not lock by itself (an open interview). Gives the release. */
  readonly keepUnlocked: () => () => void;
}

/** Asked of the server directly, online, signed by the unlocked grant. Faults: `locked`, and as `SessionService`. */
export interface StaffService {
  readonly tabletCode: (groups: readonly GroupId[]) => Promise<Result<CodeAnswer, Fault>>;
  readonly invite: (who: {
    readonly name: string;
    readonly email: string;
    readonly role: AssignableRole;
    readonly groups: readonly GroupId[];
  }) => Promise<Result<CodeAnswer, Fault>>;
  readonly devices: () => Promise<Result<DevicesAnswer, Fault>>;
  /** Ends the rights of a lost device; `returnDevice` gives them back. Faults also `no-authority`, `no-such-device`. */
  readonly endDevice: (device: string) => Promise<Result<DoneAnswer, Fault>>;
  readonly returnDevice: (device: string) => Promise<Result<DoneAnswer, Fault>>;
  /** What the school keeps and does not count, of the devices and students in reach; `after`: what is older than this one. */
  readonly held: (after?: {
    readonly receivedAt: number;
    readonly id: string;
  }) => Promise<Result<HeldAnswer, Fault>>;
  readonly catalog: () => Promise<Result<CatalogAnswer, Fault>>;
  /** Who of a group works at which question right now. Faults also `no-authority`, `too-many`. */
  readonly presence: (group: GroupId) => Promise<Result<PresenceList, Fault>>;
  /** The events of these places (at most `LIMITS.attemptPlaces`), of students in reach. */
  readonly attempts: (places: readonly Address[]) => Promise<Result<AttemptsAnswer, Fault>>;
}

/** Parts of what a device downloads, for the list with counts. */
export type Part = 'school' | 'groups' | 'students' | 'courses' | 'progress' | 'other';

/** The first download. `ready` only after the documents were read back from local storage and agreed with the server's count. */
export type FirstSync =
  | { readonly state: 'not-begun' }
  | {
      readonly state: 'downloading' | 'checking';
      readonly parts: Readonly<Record<Part, number>>;
      /** Documents so far, and in all once the server has said so. */
      readonly done: number;
      readonly total: number | null;
    }
  | {
      readonly state: 'waiting';
      readonly code: string;
      readonly parts: Readonly<Record<Part, number>>;
    }
  | {
      readonly state: 'ready';
      readonly parts: Readonly<Record<Part, number>>;
      readonly checkedAt: number;
    };

/** The state of the storage: asked for once, shown where it was refused. */
export interface StorageState {
  readonly persisted: boolean | null;
  readonly usage: number | null;
  readonly quota: number | null;
  /** A profile that is erased when somebody signs out of the computer, as far as that can be told; null: it cannot. */
  readonly temporary: boolean | null;
}

export interface DataServices {
  readonly snapshot: Live<Snapshot>;
  readonly safety: Live<Safety>;
  readonly session: SessionService;
  readonly staff: StaffService;
  readonly firstSync: Live<FirstSync>;
  readonly drafts: Drafts;
  readonly append: Append;
  readonly openEvents: OpenEvents;
  readonly rescue: RescueService;
  readonly leaving: LeaveService;
  readonly storage: Live<StorageState>;
  /** Asks the browser to keep the data (`navigator.storage.persist`): at a moment that makes sense to a person. */
  readonly persist: () => Promise<boolean>;
  /** "Try now": wakes outbox and pull. */
  readonly syncNow: () => void;
  /** Reads everything again from local storage; also done by itself at the end of the first sync. */
  readonly readBack: () => Promise<Result<Extract<FirstSync, { state: 'ready' }>, Fault>>;
  /** A new event id (22 characters, 128 random bits), for a tap or a draft that begins. */
  readonly newId: () => EventId;
  /** Begins outbox, pull and pokes; call it after the first paint. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

export interface DataConfig {
  /** Build of the app, put in every event. */
  readonly app: string;
  /** Where the school is: "" for this origin. */
  readonly server?: string;
}
