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
  const keep =
    <A extends readonly unknown[], R>(
      run: (...args: A) => Promise<R>,
      toOp: (...args: A) => KeptOp,
    ) =>
    async (...args: A): Promise<R> => {
      const value = await run(...args);
      note(toOp(...args));
      return value;
    };
  const kept: Pick<Writing, KeptName> = {
    addSchool: keep(writing.addSchool, (row) => ['addSchool', row]),
    append: keep(writing.append, (school, rows) => ['append', school, rows]),
    cover: keep(writing.cover, (school, rows) => ['cover', school, rows]),
    addStream: keep(writing.addStream, (school, row) => ['addStream', school, row]),
    addLost: keep(writing.addLost, (school, stream, range, at) => [
      'addLost',
      school,
      stream,
      range,
      at,
    ]),
    addDevice: keep(writing.addDevice, (school, row) => ['addDevice', school, row]),
    addCredential: keep(writing.addCredential, (school, row) => ['addCredential', school, row]),
    endCredentials: keep(writing.endCredentials, (school, device, at) => [
      'endCredentials',
      school,
      device,
      at,
    ]),
    addGrant: keep(writing.addGrant, (school, row) => ['addGrant', school, row]),
    endGrants: keep(writing.endGrants, (school, device, at) => ['endGrants', school, device, at]),
    returnDevice: keep(writing.returnDevice, (school, device) => ['returnDevice', school, device]),
    putAccount: keep(writing.putAccount, (school, row) => ['putAccount', school, row]),
    addCode: keep(writing.addCode, (school, row) => ['addCode', school, row]),
    useCode: keep(writing.useCode, (school, hash, at) => ['useCode', school, hash, at]),
    putReports: keep(writing.putReports, (school, rows) => ['putReports', school, rows]),
  };
  return { ...writing, ...kept };
}
