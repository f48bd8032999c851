/** What the store keeps, as plain rows. Times are ms of the server's clock; receipts and seqs are counters of a school. */
import type { Holder, Scope } from '#domain/model/role.ts';
import type { StorageReport } from '#protocol/ledger.ts';

export interface SchoolRow {
  readonly id: string;
  readonly createdAt: number;
  /** The private half of the key that free text is sealed to. */
  readonly sealingKey: string;
}

/** `projected`: every event up to this receipt has been folded, held or parked. `short`: the last number given to a stream. */
export interface Counters {
  readonly seq: number;
  readonly receipt: number;
  readonly short: number;
  readonly projected: number;
}

/** One start of the server, with the numbers it started from. */
export interface EpochRow {
  readonly epoch: string;
  readonly fromSeq: number;
  readonly fromReceipt: number;
  readonly startedAt: number;
}

/** A commit of the projection: when, and which receipts it included. */
export interface CommitRow {
  readonly seq: number;
  readonly at: number;
  readonly receipt: number;
}

export interface StreamRow {
  readonly stream: string;
  /** 0, and one more for every fork. */
  readonly branch: number;
  readonly short: number;
  readonly device: string;
}

export interface LogRow {
  readonly receipt: number;
  readonly stream: string;
  readonly short: number;
  readonly slot: number;
  readonly id: string;
  /** 0; other bytes under the same id count up. */
  readonly variant: number;
  readonly text: string;
  readonly mac: string;
  /** The device that carried it. */
  readonly device: string;
  readonly receivedAt: number;
  /** The carrier's clocks at the exchange, JSON. */
  readonly clock: string;
  readonly moment: number;
  readonly clamped: boolean;
}

/** The student it was about was erased: known by its id and its place, whatever bytes come under that id. */
export function isBlank({ text }: Pick<LogRow, 'text'>): boolean {
  return text === '';
}

export interface CoverRow {
  readonly stream: string;
  readonly slot: number;
  readonly branch: number;
  readonly id: string;
  /** Of the event that stands for this slot; 0: it was refused, `code` says why. */
  readonly receipt: number;
  readonly code: string;
  /** When it was refused. */
  readonly at?: number;
}

/** Slots that were declared lost, and when. */
export interface LostRow {
  readonly stream: string;
  readonly first: number;
  readonly last: number;
  readonly declaredAt: number;
}

export interface SlotRef {
  readonly stream: string;
  readonly slot: number;
}

export type Range = readonly [from: number, to: number];

export interface IssueRow {
  readonly receipt: number;
  readonly state: 'held' | 'parked';
  readonly code: string;
  /** What a parked event waits for: the key of a document or `event/<id>`. */
  readonly detail: string;
  readonly stream: string;
  readonly slot: number;
  readonly id: string;
  readonly device: string;
}

export interface StateRow {
  readonly key: string;
  readonly kind: string;
  readonly seq: number;
  readonly body: string;
  readonly tags: readonly string[];
}

/** Who belonged to a group from one receipt to another; `to` null: still does. */
export interface MembershipRow {
  readonly group: string;
  readonly list: 'students' | 'staff';
  readonly member: string;
  readonly from: number;
  readonly to: number | null;
}

export interface DeviceRow {
  readonly id: string;
  readonly kind: 'staff' | 'class-tablet' | 'server';
  readonly name: string;
  readonly groups: readonly string[];
  readonly key: string;
  readonly createdAt: number;
  readonly lastHeard: number;
  readonly waiting: number;
  readonly drafts: number;
  readonly app: string;
  readonly skew: number;
  /** Results that its browser could not write yet. */
  readonly aside: number;
  /** How its browser keeps what is on it; null: it never said. */
  readonly storage: StorageReport | null;
}
export type DeviceNews = Pick<DeviceRow, 'id' | 'lastHeard'> &
  Partial<Pick<DeviceRow, 'waiting' | 'drafts' | 'app' | 'skew' | 'aside'>> & {
    readonly storage?: StorageReport;
  };

/** What a device said of one of its streams. */
export interface ReportRow {
  readonly device: string;
  readonly stream: string;
  /** The highest slot that it ever named, and when it first did. */
  readonly high: number;
  readonly highAt: number;
  /** When it named the stream for the first and for the last time. */
  readonly firstAt: number;
  readonly heardAt: number;
  /** When its browser was found to have erased the stream; null: it is there. */
  readonly goneAt: number | null;
}

/** An event that is kept and not counted, or a slot that was refused (`text` is "" then). */
export interface HeldRow {
  readonly id: string;
  readonly state: 'held' | 'parked' | 'refused';
  readonly code: string;
  readonly device: string;
  readonly moment: number;
  readonly receivedAt: number;
  readonly text: string;
}

/** Never deleted: who was once let in may always carry events. */
export interface CredentialRow {
  readonly tokenHash: string;
  readonly device: string;
  readonly issuedAt: number;
  readonly endedAt: number | null;
}

export interface GrantRow {
  readonly id: string;
  readonly device: string;
  readonly holder: Holder;
  readonly member: string | null;
  readonly scope: Scope;
  readonly until: number | null;
  readonly endedAt: number | null;
  readonly key: string;
  readonly issuedAt: number;
}

export interface AccountRow {
  /** Lower case. */
  readonly email: string;
  readonly member: string;
  readonly passphrase: string;
  readonly pin: string;
}

/** A code for a class tablet or an invitation; the code itself is not kept. */
export interface CodeRow {
  readonly hash: string;
  readonly purpose: 'tablet' | 'invite';
  /** JSON of what it is good for. */
  readonly data: string;
  readonly until: number;
  readonly usedAt: number | null;
}
