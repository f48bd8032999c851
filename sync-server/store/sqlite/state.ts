import type { StateReads, StateWrites } from '../port.ts';
import type { IssueRow, MembershipRow, StateRow } from '../rows.ts';
import type { Db } from './db.ts';

type Untagged = Omit<StateRow, 'tags'>;
const ISSUE = 'receipt, state, code, detail, stream, slot, id, device';

/** For `tag IN (...)` of any length through one prepared statement. */
const tagList = (tags: readonly string[]): string => JSON.stringify(tags);
const IN_TAGS = 'IN (SELECT value FROM json_each(?2))';

function documentQueries(db: Db): Omit<StateReads, 'memberships' | 'issues' | 'issuesOfStream'> {
  const tagsOf = (school: string, key: string): string[] =>
    db
      .all<{ tag: string }>(
        'SELECT tag FROM audience WHERE school_id = ? AND key = ? ORDER BY tag',
        school,
        key,
      )
      .map(({ tag }) => tag);
  const tagged = (school: string, rows: readonly Untagged[]): StateRow[] =>
    rows.map((row) => ({ ...row, tags: tagsOf(school, row.key) }));
  const untagged = (school: string, keys: readonly string[]): StateRow[] =>
    keys.flatMap((key) =>
      db
        .all<Untagged>(
          'SELECT key, kind, seq, body FROM state WHERE school_id = ? AND key = ?',
          school,
          key,
        )
        .map((row) => ({ ...row, tags: [] })),
    );
  return {
    documents: async (school, keys) =>
      keys.flatMap((key) =>
        tagged(
          school,
          db.all<Untagged>(
            'SELECT key, kind, seq, body FROM state WHERE school_id = ? AND key = ?',
            school,
            key,
          ),
        ),
      ),
    documentsOfKind: async (school, kind) =>
      tagged(
        school,
        kind === undefined
          ? db.all<Untagged>(
              'SELECT key, kind, seq, body FROM state WHERE school_id = ? ORDER BY key',
              school,
            )
          : db.all<Untagged>(
              'SELECT key, kind, seq, body FROM state WHERE school_id = ? AND kind = ? ORDER BY key',
              school,
              kind,
            ),
      ),
    keysWithPrefix: async (school, prefix) =>
      db
        .all<{ key: string }>(
          `SELECT key FROM state WHERE school_id = ? AND key >= ? AND key < ? ORDER BY key`,
          school,
          prefix,
          `${prefix}\u{10FFFF}`,
        )
        .map(({ key }) => key),
    // Each tag gives its own first `limit` by index: the cost is that of the page, not of the history.
    page: async (school, tags, after, limit) => {
      const found = new Map<string, number>();
      for (const tag of tags) {
        const rows = db.all<{ key: string; seq: number }>(
          `SELECT key, seq FROM audience WHERE school_id = ? AND tag = ? AND seq > ? ORDER BY seq, key LIMIT ?`,
          school,
          tag,
          after,
          limit,
        );
        for (const { key, seq } of rows) found.set(key, seq);
      }
      const order = [...found].toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
      return untagged(
        school,
        order.slice(0, limit).map(([key]) => key),
      );
    },
    commitOf: async (school, tags, seq) => {
      const keys = tags.flatMap((tag) =>
        db.all<{ key: string }>(
          'SELECT key FROM audience WHERE school_id = ? AND tag = ? AND seq = ?',
          school,
          tag,
          seq,
        ),
      );
      return untagged(school, [...new Set(keys.map(({ key }) => key))].toSorted());
    },
    scopeSum: async (school, tags) =>
      db.get<{ count: number; sumSeq: number }>(
        `SELECT COUNT(*) AS count, COALESCE(SUM(seq), 0) AS sumSeq FROM (
           SELECT DISTINCT key, seq FROM audience WHERE school_id = ?1 AND tag ${IN_TAGS})`,
        school,
        tagList(tags),
      ) ?? { count: 0, sumSeq: 0 },
  };
}

function writeQueries(db: Db): StateWrites {
  const putTags = (school: string, { key, seq, tags }: StateRow): void => {
    db.run('DELETE FROM audience WHERE school_id = ? AND key = ?', school, key);
    for (const tag of tags)
      db.run('INSERT INTO audience VALUES (?, ?, ?, ?)', school, key, tag, seq);
  };
  return {
    putDocuments: async (school, rows) => {
      for (const row of rows) {
        db.run(
          `INSERT INTO state VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET kind = excluded.kind, seq = excluded.seq, body = excluded.body`,
          school,
          row.key,
          row.kind,
          row.seq,
          row.body,
        );
        putTags(school, row);
      }
    },
    removeDocuments: async (school, keys) => {
      for (const key of keys) {
        db.run('DELETE FROM state WHERE school_id = ? AND key = ?', school, key);
        db.run('DELETE FROM audience WHERE school_id = ? AND key = ?', school, key);
      }
    },
    putMemberships: async (school, rows) => {
      for (const { group, list, member, from, to } of rows) {
        db.run(
          'INSERT OR REPLACE INTO memberships VALUES (?, ?, ?, ?, ?, ?)',
          school,
          group,
          list,
          member,
          from,
          to,
        );
      }
    },
    clearMemberships: async (school) => {
      db.run('DELETE FROM memberships WHERE school_id = ?', school);
    },
    putIssues: async (school, rows) => {
      for (const row of rows) {
        const { receipt, state, code, detail, stream, slot, id, device } = row;
        db.run(
          'INSERT OR REPLACE INTO issues VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
          school,
          receipt,
          state,
          code,
          detail,
          stream,
          slot,
          id,
          device,
        );
      }
    },
    removeIssues: async (school, receipts) => {
      for (const receipt of receipts)
        db.run('DELETE FROM issues WHERE school_id = ? AND receipt = ?', school, receipt);
    },
  };
}

export function stateQueries(db: Db): StateReads & StateWrites {
  return {
    ...documentQueries(db),
    ...writeQueries(db),
    memberships: async (school) =>
      db.all<MembershipRow>(
        `SELECT group_id AS "group", list, member, from_receipt AS "from", to_receipt AS "to"
         FROM memberships WHERE school_id = ? ORDER BY from_receipt, group_id, list, member`,
        school,
      ),
    issues: async (school) =>
      db.all<IssueRow>(`SELECT ${ISSUE} FROM issues WHERE school_id = ? ORDER BY receipt`, school),
    issuesOfStream: async (school, stream, limit) =>
      db.all<IssueRow>(
        `SELECT ${ISSUE} FROM issues WHERE school_id = ? AND stream = ? ORDER BY slot DESC, receipt DESC LIMIT ?`,
        school,
        stream,
        limit,
      ),
  };
}
