/**
 * The store of the server. Everything goes through `read` and `write`; what they promise:
 *
 * - `write` is one transaction: all of its work is durable on disk when the promise resolves, none of it when it rejects.
 *   Writes of one store never overlap; a write sees all writes before it.
 * - `derive` is a write of what can be derived again from the log. After a power cut the newest of these may be undone, each
 *   whole and the newest first, never a `write` that was told to be durable.
 * - `read` sees one committed state from its first to its last question, and never a part of a write.
 * - Rows of one school are never seen through the id of another.
 * - Receipts, seqs and shorts are counted by the caller inside `write`, so that their order is the order of commits.
 * - Answers about many keys come in any order; what is not there is left out.
 *
 * test/contract/store-contract.ts holds every implementation to this.
 */
import type {
  AccountRow,
  CodeRow,
  CommitRow,
  Counters,
  CoverRow,
  CredentialRow,
  DeviceNews,
  DeviceRow,
  EpochRow,
  GrantRow,
  HeldRow,
  IssueRow,
  LogRow,
  LostRow,
  MembershipRow,
  Range,
  ReportRow,
  SchoolRow,
  SlotRef,
  StateRow,
  StreamRow,
} from './rows.ts';

/** What `read`, `write` and `derive` reject with when the store had no turn for them in time: nothing was done, ask again. */
export class StoreBusy extends Error {}

export interface SchoolReads {
  schools(): Promise<readonly SchoolRow[]>;
  counters(school: string): Promise<Counters>;
  /** Oldest first. */
  epochs(school: string): Promise<readonly EpochRow[]>;
  /** The newest commit with `seq` or a smaller one. */
  commitAt(school: string, seq: number): Promise<CommitRow | undefined>;
  /** A value of the server itself, before and beside all schools. */
  setting(name: string): Promise<string | undefined>;
}
export interface SchoolWrites {
  addSchool(row: SchoolRow): Promise<void>;
  setCounters(school: string, counters: Counters): Promise<void>;
  addEpoch(school: string, row: EpochRow): Promise<void>;
  addCommit(school: string, row: CommitRow): Promise<void>;
  setSetting(name: string, value: string | undefined): Promise<void>;
}

export interface LogReads {
  /** All variants of these ids. */
  eventsById(school: string, ids: readonly string[]): Promise<readonly LogRow[]>;
  eventsByReceipt(school: string, receipts: readonly number[]): Promise<readonly LogRow[]>;
  /** Every variant whose text says `about`, in the order of receipts. It reads the whole log: for rare questions. */
  eventsAbout(school: string, about: string): Promise<readonly LogRow[]>;
  /** In the order of receipts. */
  eventsAfter(school: string, receipt: number, limit: number): Promise<readonly LogRow[]>;
  coverOf(school: string, slots: readonly SlotRef[]): Promise<readonly CoverRow[]>;
  /** All branches of these streams. */
  streams(school: string, streams: readonly string[]): Promise<readonly StreamRow[]>;
  allStreams(school: string): Promise<readonly StreamRow[]>;
  /**
   * The first `count` ranges of slots above `above` that are covered or lost, in order, joined where they touch.
   * `upTo`: only what was received up to this receipt (refused and lost ones always count).
   */
  covered(
    school: string,
    stream: string,
    above: number,
    count: number,
    upTo?: number,
  ): Promise<readonly Range[]>;
  refusedOf(school: string, stream: string, limit: number): Promise<readonly CoverRow[]>;
  heldCount(school: string, device: string): Promise<number>;
  /** Events above a receipt that this device carried. */
  carriedAfter(school: string, device: string, receipt: number): Promise<number>;
  /** Slots that were refused, of streams that this device was the first to carry. */
  refusedCount(school: string, device: string): Promise<number>;
  /** Slots beyond the one of their event, of streams that this device was the first to carry. */
  repeatedCount(school: string, device: string): Promise<number>;
  /** What was declared lost of a stream. */
  lostOf(school: string, stream: string): Promise<readonly LostRow[]>;
  /** The first `count` ranges of slots within a range that were stored or refused, whatever was declared lost. */
  arrived(school: string, stream: string, within: Range, count: number): Promise<readonly Range[]>;
  /** The moment of the newest event of the stream below this slot. */
  momentBefore(school: string, stream: string, slot: number): Promise<number | undefined>;
  /** Streams that this device was the first to carry; one row for each branch. */
  streamsOfDevice(school: string, device: string): Promise<readonly StreamRow[]>;
}
export interface LogWrites {
  append(school: string, rows: readonly LogRow[]): Promise<void>;
  cover(school: string, rows: readonly CoverRow[]): Promise<void>;
  addStream(school: string, row: StreamRow): Promise<void>;
  addLost(school: string, stream: string, range: Range, at: number): Promise<void>;
  /**
   * Makes text and mac of these events "" (like whatever is removed or replaced, they are overwritten on disk). Everything
   * else of the row stays, so that the slot counts and the id is known. To be called in `derive` alone: the `student.erase`
   * event that asks for it is in the log (and in the journal), and brings it about again after a restore. Whoever adds rows
   * from elsewhere takes any bytes under the id of a blank row as known (`isBlank`).
   */
  eraseEvents(school: string, receipts: readonly number[]): Promise<void>;
}

export interface StateReads {
  documents(school: string, keys: readonly string[]): Promise<readonly StateRow[]>;
  /** Every document of one kind, or of all. */
  documentsOfKind(school: string, kind?: string): Promise<readonly StateRow[]>;
  keysWithPrefix(school: string, prefix: string): Promise<readonly string[]>;
  /** Documents that carry any of the tags, above `after`, by (seq, key); at most `limit`. Filtered before it is limited. */
  page(
    school: string,
    tags: readonly string[],
    after: number,
    limit: number,
  ): Promise<readonly StateRow[]>;
  /** All documents of one commit that carry any of the tags. */
  commitOf(school: string, tags: readonly string[], seq: number): Promise<readonly StateRow[]>;
  scopeSum(school: string, tags: readonly string[]): Promise<{ count: number; sumSeq: number }>;
  memberships(school: string): Promise<readonly MembershipRow[]>;
  /** In the order of receipts. */
  issues(school: string): Promise<readonly IssueRow[]>;
  /** The newest ones. */
  issuesOfStream(school: string, stream: string, limit: number): Promise<readonly IssueRow[]>;
}
export interface StateWrites {
  putDocuments(school: string, rows: readonly StateRow[]): Promise<void>;
  removeDocuments(school: string, keys: readonly string[]): Promise<void>;
  /** By (group, list, member, from). */
  putMemberships(school: string, rows: readonly MembershipRow[]): Promise<void>;
  clearMemberships(school: string): Promise<void>;
  /** By receipt. */
  putIssues(school: string, rows: readonly IssueRow[]): Promise<void>;
  removeIssues(school: string, receipts: readonly number[]): Promise<void>;
}

export interface PeopleReads {
  device(school: string, id: string): Promise<DeviceRow | undefined>;
  devices(school: string): Promise<readonly DeviceRow[]>;
  credential(school: string, tokenHash: string): Promise<CredentialRow | undefined>;
  grants(school: string, ids: readonly string[]): Promise<readonly GrantRow[]>;
  grantsOfDevice(school: string, device: string): Promise<readonly GrantRow[]>;
  account(school: string, email: string): Promise<AccountRow | undefined>;
  code(school: string, hash: string): Promise<CodeRow | undefined>;
}
export interface PeopleWrites {
  addDevice(school: string, row: DeviceRow): Promise<void>;
  /** What the last exchange told of a device. */
  noteDevice(school: string, news: DeviceNews): Promise<void>;
  addCredential(school: string, row: CredentialRow): Promise<void>;
  endCredentials(school: string, device: string, at: number): Promise<void>;
  addGrant(school: string, row: GrantRow): Promise<void>;
  endGrants(school: string, device: string, at: number): Promise<void>;
  putAccount(school: string, row: AccountRow): Promise<void>;
  addCode(school: string, row: CodeRow): Promise<void>;
  /** True for the first caller, false where the code was used before. */
  useCode(school: string, hash: string, at: number): Promise<boolean>;
  /** Remembers a nonce until `until`; false where it is remembered already. Forgets those that ran out before `now`. */
  useNonce(school: string, nonce: string, until: number, now: number): Promise<boolean>;
}

export interface ReportReads {
  /** What a device said of its streams; of all devices unless one is named. */
  reports(school: string, device?: string): Promise<readonly ReportRow[]>;
  /** Devices none of whose credentials opens anything any more, and since when. */
  endedDevices(school: string): Promise<ReadonlyMap<string, number>>;
  /** How many events of each device are held or parked, or were refused. */
  heldOfDevices(school: string): Promise<ReadonlyMap<string, number>>;
  /** Held, parked and refused ones, newest first; after one that is known where it is named. */
  heldEvents(
    school: string,
    after: Pick<HeldRow, 'receivedAt' | 'id'> | undefined,
    limit: number,
  ): Promise<readonly HeldRow[]>;
}
export interface ReportWrites {
  /** By (device, stream). */
  putReports(school: string, rows: readonly ReportRow[]): Promise<void>;
  /** Undoes `endCredentials` and the last `endGrants`. */
  returnDevice(school: string, device: string): Promise<void>;
}

export interface Reading extends SchoolReads, LogReads, StateReads, PeopleReads, ReportReads {}
export interface Writing
  extends Reading, SchoolWrites, LogWrites, StateWrites, PeopleWrites, ReportWrites {}

export interface Store {
  read<T>(work: (reading: Reading) => Promise<T>): Promise<T>;
  write<T>(work: (writing: Writing) => Promise<T>): Promise<T>;
  derive<T>(work: (writing: Writing) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
