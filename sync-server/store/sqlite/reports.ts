import type { ReportReads, ReportWrites } from '../port.ts';
import type { HeldRow, ReportRow } from '../rows.ts';
import type { Db } from './db.ts';

const REPORT = `device, stream, high, high_at AS highAt, first_at AS firstAt, heard_at AS heardAt, gone_at AS goneAt`;
/** `?2` and `?3` name the row that was the last, or are null. */
const AFTER = `(?2 IS NULL OR receivedAt < ?2 OR (receivedAt = ?2 AND id > ?3))`;

function readQueries(db: Db): ReportReads {
  return {
    reports: async (school, device) =>
      device === undefined
        ? db.all<ReportRow>(`SELECT ${REPORT} FROM reports WHERE school_id = ?`, school)
        : db.all<ReportRow>(
            `SELECT ${REPORT} FROM reports WHERE school_id = ? AND device = ?`,
            school,
            device,
          ),
    endedDevices: async (school) => {
      const rows = db.all<{ device: string; at: number }>(
        `SELECT device, MIN(ended_at) AS at FROM credentials WHERE school_id = ?
         GROUP BY device HAVING COUNT(*) = COUNT(ended_at)`,
        school,
      );
      return new Map(rows.map(({ device, at }) => [device, at]));
    },
    heldOfDevices: async (school) => {
      const rows = db.all<{ device: string; n: number }>(
        `SELECT device, COUNT(*) AS n FROM (
           SELECT device FROM issues WHERE school_id = ?1
           UNION ALL
           SELECT t.device FROM slots AS s JOIN streams AS t USING (school_id, stream, branch)
             WHERE s.school_id = ?1 AND s.receipt = 0)
         GROUP BY device`,
        school,
      );
      return new Map(rows.map(({ device, n }) => [device, n]));
    },
    heldEvents: async (school, after, limit) =>
      db.all<HeldRow>(
        `SELECT * FROM (
           SELECT i.id, i.state, i.code, i.device, l.moment, l.received_at AS receivedAt, l.text
             FROM issues AS i JOIN log AS l USING (school_id, receipt) WHERE i.school_id = ?1
           UNION ALL
           SELECT s.id, 'refused', s.code, t.device, COALESCE(s.at, 0), COALESCE(s.at, 0), ''
             FROM slots AS s JOIN streams AS t USING (school_id, stream, branch)
             WHERE s.school_id = ?1 AND s.receipt = 0)
         WHERE ${AFTER} ORDER BY receivedAt DESC, id LIMIT ?4`,
        school,
        after?.receivedAt ?? null,
        after?.id ?? null,
        limit,
      ),
  };
}

function writeQueries(db: Db): ReportWrites {
  return {
    putReports: async (school, rows) => {
      for (const { device, stream, high, highAt, firstAt, heardAt, goneAt } of rows) {
        db.run(
          'INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          school,
          device,
          stream,
          high,
          highAt,
          firstAt,
          heardAt,
          goneAt,
        );
      }
    },
    returnDevice: async (school, device) => {
      db.run(
        'UPDATE credentials SET ended_at = NULL WHERE school_id = ? AND device = ?',
        school,
        device,
      );
      db.run(
        `UPDATE grants SET ended_at = NULL WHERE school_id = ?1 AND device = ?2
         AND ended_at = (SELECT MAX(ended_at) FROM grants WHERE school_id = ?1 AND device = ?2)`,
        school,
        device,
      );
    },
  };
}

export function reportQueries(db: Db): ReportReads & ReportWrites {
  return { ...readQueries(db), ...writeQueries(db) };
}
