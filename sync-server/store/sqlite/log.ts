import type { LogReads, LogWrites } from '../port.ts';
import type { CoverRow, LogRow, LostRow, Range, StreamRow } from '../rows.ts';
import type { Db } from './db.ts';

type StoredRow = Omit<LogRow, 'clamped'> & { clamped: number };

const COLUMNS = `receipt, stream, short, slot, id, variant, text, mac, device, received_at AS receivedAt, clock, moment, clamped`;

const fromStored = (row: StoredRow): LogRow => ({ ...row, clamped: row.clamped === 1 });

/** Joins ranges that come in the order of their starts, and stops after `count`. */
function firstRanges(sorted: Iterable<Range>, above: number, count: number): Range[] {
  const ranges: [number, number][] = [];
  for (const [first, end] of sorted) {
    const from = Math.max(first, above + 1);
    if (end < from) continue;
    const last = ranges.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], end);
    else if (ranges.length === count) break;
    else ranges.push([from, end]);
  }
  return ranges;
}

function readQueries(db: Db): LogReads {
  return {
    eventsById: async (school, ids) =>
      db
        .all<StoredRow>(
          `SELECT ${COLUMNS} FROM log WHERE school_id = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id, variant`,
          school,
          JSON.stringify(ids),
        )
        .map(fromStored),
    eventsByReceipt: async (school, receipts) =>
      db
        .all<StoredRow>(
          `SELECT ${COLUMNS} FROM log WHERE school_id = ? AND receipt IN (SELECT value FROM json_each(?)) ORDER BY receipt`,
          school,
          JSON.stringify(receipts),
        )
        .map(fromStored),
    eventsAbout: async (school, about) =>
      db
        .all<StoredRow>(
          // CASE: a blank text is no JSON, and AND promises no order.
          `SELECT ${COLUMNS} FROM log
           WHERE school_id = ?1 AND CASE WHEN text = '' THEN '' ELSE text ->> '$.about' END = ?2 ORDER BY receipt`,
          school,
          about,
        )
        .map(fromStored),
    eventsAfter: async (school, receipt, limit) =>
      db
        .all<StoredRow>(
          `SELECT ${COLUMNS} FROM log WHERE school_id = ? AND receipt > ? ORDER BY receipt LIMIT ?`,
          school,
          receipt,
          limit,
        )
        .map(fromStored),
    coverOf: async (school, slots) =>
      db.all<CoverRow>(
        `SELECT s.stream, s.slot, s.branch, s.id, s.receipt, s.code
         FROM json_each(?2) AS j CROSS JOIN slots AS s
         WHERE s.school_id = ?1 AND s.stream = j.value ->> 0 AND s.slot = j.value ->> 1`,
        school,
        JSON.stringify(slots.map(({ stream, slot }) => [stream, slot])),
      ),
    streams: async (school, streams) =>
      streams.flatMap((stream) =>
        db.all<StreamRow>(
          'SELECT stream, branch, short, device FROM streams WHERE school_id = ? AND stream = ? ORDER BY branch',
          school,
          stream,
        ),
      ),
    allStreams: async (school) =>
      db.all<StreamRow>(
        'SELECT stream, branch, short, device FROM streams WHERE school_id = ? ORDER BY short',
        school,
      ),
    covered: async (school, stream, above, count, upTo = Number.MAX_SAFE_INTEGER) => {
      const rows = db.each<{ first: number; last: number }>(
        `SELECT slot AS first, slot AS last FROM slots
           WHERE school_id = ?1 AND stream = ?2 AND slot > ?3 AND receipt <= ?4
         UNION ALL
         SELECT first, last FROM lost WHERE school_id = ?1 AND stream = ?2 AND last > ?3
         ORDER BY first`,
        school,
        stream,
        above,
        upTo,
      );
      const ranges = function* (): Iterable<Range> {
        for (const { first, last } of rows) yield [first, last];
      };
      return firstRanges(ranges(), above, count);
    },
    refusedOf: async (school, stream, limit) =>
      db.all<CoverRow>(
        `SELECT stream, slot, branch, id, receipt, code FROM slots
         WHERE school_id = ? AND stream = ? AND receipt = 0 ORDER BY slot DESC LIMIT ?`,
        school,
        stream,
        limit,
      ),
    heldCount: async (school, device) =>
      db.get<{ n: number }>(
        `SELECT COUNT(*) AS n FROM issues WHERE school_id = ? AND device = ? AND state = 'held'`,
        school,
        device,
      )?.n ?? 0,
    carriedAfter: async (school, device, receipt) =>
      db.get<{ n: number }>(
        'SELECT COUNT(*) AS n FROM log WHERE school_id = ? AND receipt > ? AND device = ?',
        school,
        receipt,
        device,
      )?.n ?? 0,
    refusedCount: async (school, device) =>
      db.get<{ n: number }>(
        `SELECT COUNT(*) AS n FROM slots AS s JOIN streams AS t USING (school_id, stream, branch)
         WHERE s.school_id = ? AND s.receipt = 0 AND t.device = ?`,
        school,
        device,
      )?.n ?? 0,
    repeatedCount: async (school, device) =>
      db.get<{ n: number }>(
        `SELECT COUNT(*) AS n FROM slots AS s JOIN log AS l USING (school_id, receipt)
         WHERE s.school_id = ?1 AND s.stream IN (SELECT stream FROM streams WHERE school_id = ?1 AND device = ?2)
           AND (l.stream <> s.stream OR l.slot <> s.slot)`,
        school,
        device,
      )?.n ?? 0,
    lostOf: async (school, stream) =>
      db.all<LostRow>(
        'SELECT stream, first, last, declared_at AS declaredAt FROM lost WHERE school_id = ? AND stream = ? ORDER BY first',
        school,
        stream,
      ),
    arrived: async (school, stream, [first, last], count) => {
      const rows = db.each<{ slot: number }>(
        'SELECT slot FROM slots WHERE school_id = ? AND stream = ? AND slot BETWEEN ? AND ? ORDER BY slot',
        school,
        stream,
        first,
        last,
      );
      const ranges = function* (): Iterable<Range> {
        for (const { slot } of rows) yield [slot, slot];
      };
      return firstRanges(ranges(), first - 1, count);
    },
    momentBefore: async (school, stream, slot) =>
      db.get<{ moment: number }>(
        `SELECT l.moment FROM slots AS s JOIN log AS l USING (school_id, receipt)
         WHERE s.school_id = ? AND s.stream = ? AND s.slot < ? ORDER BY s.slot DESC LIMIT 1`,
        school,
        stream,
        slot,
      )?.moment,
    streamsOfDevice: async (school, device) =>
      db.all<StreamRow>(
        'SELECT stream, branch, short, device FROM streams WHERE school_id = ? AND device = ? ORDER BY branch DESC',
        school,
        device,
      ),
  };
}

function writeQueries(db: Db): LogWrites {
  return {
    append: async (school, rows) => {
      for (const row of rows) {
        db.run(
          'INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
          school,
          row.receipt,
          row.stream,
          row.short,
          row.slot,
          row.id,
          row.variant,
          row.text,
          row.mac,
          row.device,
          row.receivedAt,
          row.clock,
          row.moment,
          row.clamped ? 1 : 0,
        );
      }
    },
    cover: async (school, rows) => {
      for (const { stream, slot, branch, id, receipt, code, at } of rows) {
        db.run(
          'INSERT INTO slots (school_id, stream, slot, branch, id, receipt, code, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          school,
          stream,
          slot,
          branch,
          id,
          receipt,
          code,
          at ?? null,
        );
      }
    },
    addStream: async (school, { stream, branch, short, device }) => {
      db.run('INSERT INTO streams VALUES (?, ?, ?, ?, ?)', school, stream, branch, short, device);
    },
    eraseEvents: async (school, receipts) => {
      for (const receipt of receipts)
        db.run(
          `UPDATE log SET text = '', mac = '' WHERE school_id = ? AND receipt = ?`,
          school,
          receipt,
        );
    },
    addLost: async (school, stream, [first, last], at) => {
      db.run(
        `INSERT INTO lost VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET last = MAX(last, excluded.last)`,
        school,
        stream,
        first,
        last,
        at,
      );
    },
  };
}

export function logQueries(db: Db): LogReads & LogWrites {
  return { ...readQueries(db), ...writeQueries(db) };
}
