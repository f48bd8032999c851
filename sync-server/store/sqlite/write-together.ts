/**
 * Writes that wait go into one transaction, each in a savepoint of its own, so that one flush of the disk is for all of them. Each
 * resolves after that commit, in the order in which it was asked for; one that throws leaves nothing behind, and the others stay.
 */
import type { Writing } from '../port.ts';
import { rollBack, type Db } from './db.ts';

/** So many in one transaction, and no further one after so many ms: the lock is wanted by the projection as well. */
const MOST = 32;
const MOST_MS = 40;

interface Job {
  readonly work: (writing: Writing) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface Ports {
  readonly db: Db;
  readonly writing: Writing;
  /** Throws where the lock cannot be had. */
  readonly begin: () => void;
  /** Runs one piece of work after the other. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
}

/** @returns what a job is told after the commit; throws where the whole transaction is gone */
async function runOne({ db, writing }: Ports, job: Job): Promise<() => void> {
  db.exec('SAVEPOINT one');
  try {
    const value = await job.work(writing);
    db.exec('RELEASE one');
    return () => job.resolve(value);
  } catch (error) {
    undoOne(db, error);
    return () => job.reject(error);
  }
}

export function writeTogether(
  ports: Ports,
): <T>(work: (writing: Writing) => Promise<T>) => Promise<T> {
  const { db } = ports;
  let waiting: Job[] = [];

  const transaction = async (): Promise<void> => {
    if (waiting.length === 0) return; // the one before has taken them along
    const taken: Job[] = [];
    const told: (() => void)[] = [];
    const from = performance.now();
    let begun = false;
    try {
      ports.begin();
      begun = true;
      do {
        const [job, ...others] = waiting;
        if (job === undefined) break;
        waiting = others;
        taken.push(job);
        told.push(await runOne(ports, job));
      } while (taken.length < MOST && performance.now() - from < MOST_MS);
      db.exec('COMMIT');
    } catch (error) {
      if (begun) rollBack(db);
      // Where there was no lock to be had, nobody was taken yet: it was the first one's turn.
      const failed = begun ? taken : waiting.splice(0, 1);
      for (const { reject } of failed) reject(error);
      return;
    }
    for (const tell of told) tell();
  };

  return <T>(work: (writing: Writing) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: (value) => resolve(value as T), reject }); // what its own work gave
      void ports.inTurn(transaction);
    });
}

function undoOne(db: Db, error: unknown): void {
  try {
    db.exec('ROLLBACK TO one; RELEASE one');
  } catch {
    throw error; // it has taken the whole transaction with it: what it was is the one to tell
  }
}
