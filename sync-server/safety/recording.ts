/** Which writes of the store are remembered in the journal, and how they are written down. */
import type {
  LogWrites,
  PeopleWrites,
  ReportWrites,
  SchoolWrites,
  StateWrites,
  Writing,
} from '../store/port.ts';

type Writes = SchoolWrites & LogWrites & StateWrites & PeopleWrites & ReportWrites;

/**
 * `kept`: goes into the journal. `derived`: follows from the log, or is counted again. `passing`: of this run of the server, or told
 * again by the next exchange. A new write of the port does not compile before somebody has decided.
 */
const FATE = {
  addSchool: 'kept',
  append: 'kept',
  cover: 'kept',
  addStream: 'kept',
  addLost: 'kept',
  addDevice: 'kept',
  addCredential: 'kept',
  endCredentials: 'kept',
  addGrant: 'kept',
  endGrants: 'kept',
  returnDevice: 'kept',
  putAccount: 'kept',
  addCode: 'kept',
  useCode: 'kept',
  putReports: 'kept',
  eraseEvents: 'derived',
  setCounters: 'derived',
  addCommit: 'derived',
  putDocuments: 'derived',
  removeDocuments: 'derived',
  putMemberships: 'derived',
  clearMemberships: 'derived',
  putIssues: 'derived',
  removeIssues: 'derived',
  addEpoch: 'passing',
  setSetting: 'passing',
  noteDevice: 'passing',
  useNonce: 'passing',
} as const satisfies Record<keyof Writes, 'kept' | 'derived' | 'passing'>;

export type KeptName = {
  [K in keyof Writes]: (typeof FATE)[K] extends 'kept' ? K : never;
}[keyof Writes];

/** A write as it stands in a line: its name and its arguments, the school first. */
export type KeptOp = {
  readonly [K in KeptName]: readonly [K, ...Parameters<Writes[K]>];
}[KeptName];

/** The same writing, which tells `note` of every write that is kept, once it has been done. */
export function recording(writing: Writing, note: (op: KeptOp) => void): Writing {
  const noted = async <T>(done: Promise<T>, op: KeptOp): Promise<T> => {
    const value = await done;
    note(op);
    return value;
  };
  const kept: Pick<Writing, KeptName> = {
    addSchool: (row) => noted(writing.addSchool(row), ['addSchool', row]),
    append: (school, rows) => noted(writing.append(school, rows), ['append', school, rows]),
    cover: (school, rows) => noted(writing.cover(school, rows), ['cover', school, rows]),
    addStream: (school, row) => noted(writing.addStream(school, row), ['addStream', school, row]),
    addLost: (school, stream, range, at) =>
      noted(writing.addLost(school, stream, range, at), ['addLost', school, stream, range, at]),
    addDevice: (school, row) => noted(writing.addDevice(school, row), ['addDevice', school, row]),
    addCredential: (school, row) =>
      noted(writing.addCredential(school, row), ['addCredential', school, row]),
    endCredentials: (school, device, at) =>
      noted(writing.endCredentials(school, device, at), ['endCredentials', school, device, at]),
    addGrant: (school, row) => noted(writing.addGrant(school, row), ['addGrant', school, row]),
    endGrants: (school, device, at) =>
      noted(writing.endGrants(school, device, at), ['endGrants', school, device, at]),
    returnDevice: (school, device) =>
      noted(writing.returnDevice(school, device), ['returnDevice', school, device]),
    putAccount: (school, row) =>
      noted(writing.putAccount(school, row), ['putAccount', school, row]),
    addCode: (school, row) => noted(writing.addCode(school, row), ['addCode', school, row]),
    useCode: (school, hash, at) =>
      noted(writing.useCode(school, hash, at), ['useCode', school, hash, at]),
    putReports: (school, rows) =>
      noted(writing.putReports(school, rows), ['putReports', school, rows]),
  };
  return { ...writing, ...kept };
}
