import type { SchoolReads, SchoolWrites } from '../port.ts';
import type { CommitRow, Counters, EpochRow, SchoolRow } from '../rows.ts';
import type { Db } from './db.ts';

export function schoolQueries(db: Db): SchoolReads & SchoolWrites {
  return {
    schools: async () =>
      db.all<SchoolRow>(
        'SELECT school_id AS id, created_at AS createdAt, sealing_key AS sealingKey FROM schools ORDER BY created_at',
      ),
    counters: async (school) => {
      const row = db.get<Counters>(
        'SELECT seq, receipt, short, projected FROM schools WHERE school_id = ?',
        school,
      );
      if (row === undefined) throw new Error(`No school ${school}`);
      return row;
    },
    epochs: async (school) =>
      db.all<EpochRow>(
        `SELECT epoch, from_seq AS fromSeq, from_receipt AS fromReceipt, started_at AS startedAt
         FROM epochs WHERE school_id = ? ORDER BY number`,
        school,
      ),
    commitAt: async (school, seq) =>
      db.get<CommitRow>(
        'SELECT seq, at, receipt FROM commits WHERE school_id = ? AND seq <= ? ORDER BY seq DESC LIMIT 1',
        school,
        seq,
      ),
    setting: async (name) =>
      db.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)?.value,

    addSchool: async ({ id, createdAt, sealingKey }) => {
      db.run(
        'INSERT INTO schools (school_id, created_at, sealing_key) VALUES (?, ?, ?)',
        id,
        createdAt,
        sealingKey,
      );
    },
    setCounters: async (school, { seq, receipt, short, projected }) => {
      db.run(
        'UPDATE schools SET seq = ?, receipt = ?, short = ?, projected = ? WHERE school_id = ?',
        seq,
        receipt,
        short,
        projected,
        school,
      );
    },
    addEpoch: async (school, { epoch, fromSeq, fromReceipt, startedAt }) => {
      db.run(
        `INSERT INTO epochs SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ? FROM epochs WHERE school_id = ?`,
        school,
        epoch,
        fromSeq,
        fromReceipt,
        startedAt,
        school,
      );
    },
    addCommit: async (school, { seq, at, receipt }) => {
      db.run('INSERT INTO commits VALUES (?, ?, ?, ?)', school, seq, at, receipt);
    },
    setSetting: async (name, value) => {
      if (value === undefined) db.run('DELETE FROM settings WHERE name = ?', name);
      else db.run('INSERT OR REPLACE INTO settings VALUES (?, ?)', name, value);
    },
  };
}
