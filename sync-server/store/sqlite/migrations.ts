/**
 * The tables. A released migration never changes; a new one is added behind it. `school_id` leads every primary key, so
 * that a distributed database can shard by school.
 */
import type { Db } from './db.ts';

const FIRST = `
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE schools (
  school_id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, sealing_key TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0, receipt INTEGER NOT NULL DEFAULT 0,
  short INTEGER NOT NULL DEFAULT 0, projected INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE epochs (
  school_id TEXT, number INTEGER, epoch TEXT NOT NULL, from_seq INTEGER NOT NULL, from_receipt INTEGER NOT NULL,
  started_at INTEGER NOT NULL, PRIMARY KEY (school_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE commits (
  school_id TEXT, seq INTEGER, at INTEGER NOT NULL, receipt INTEGER NOT NULL, PRIMARY KEY (school_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
  school_id TEXT, id TEXT, kind TEXT NOT NULL, name TEXT NOT NULL, groups TEXT NOT NULL, key TEXT NOT NULL,
  created_at INTEGER NOT NULL, last_heard INTEGER NOT NULL, waiting INTEGER NOT NULL, drafts INTEGER NOT NULL,
  app TEXT NOT NULL, skew REAL NOT NULL, PRIMARY KEY (school_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE credentials (
  school_id TEXT, token_hash TEXT, device TEXT NOT NULL, issued_at INTEGER NOT NULL, ended_at INTEGER,
  PRIMARY KEY (school_id, token_hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE grants (
  school_id TEXT, id TEXT, device TEXT NOT NULL, holder TEXT NOT NULL, member TEXT, scope TEXT NOT NULL, until INTEGER,
  ended_at INTEGER, key TEXT NOT NULL, issued_at INTEGER NOT NULL, PRIMARY KEY (school_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_of_device ON grants (school_id, device);
CREATE TABLE accounts (
  school_id TEXT, email TEXT, member TEXT NOT NULL, passphrase TEXT NOT NULL, pin TEXT NOT NULL,
  PRIMARY KEY (school_id, email)
) STRICT, WITHOUT ROWID;
CREATE TABLE codes (
  school_id TEXT, hash TEXT, purpose TEXT NOT NULL, data TEXT NOT NULL, until INTEGER NOT NULL, used_at INTEGER,
  PRIMARY KEY (school_id, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE nonces (
  school_id TEXT, nonce TEXT, until INTEGER NOT NULL, PRIMARY KEY (school_id, nonce)
) STRICT, WITHOUT ROWID;
CREATE INDEX nonces_by_end ON nonces (school_id, until);

CREATE TABLE streams (
  school_id TEXT, stream TEXT, branch INTEGER, short INTEGER NOT NULL, device TEXT NOT NULL,
  PRIMARY KEY (school_id, stream, branch)
) STRICT, WITHOUT ROWID;
CREATE TABLE log (
  school_id TEXT, receipt INTEGER, stream TEXT NOT NULL, short INTEGER NOT NULL, slot INTEGER NOT NULL, id TEXT NOT NULL,
  variant INTEGER NOT NULL, text TEXT NOT NULL, mac TEXT NOT NULL, device TEXT NOT NULL, received_at INTEGER NOT NULL,
  clock TEXT NOT NULL, moment INTEGER NOT NULL, clamped INTEGER NOT NULL, PRIMARY KEY (school_id, receipt)
) STRICT;
CREATE UNIQUE INDEX log_by_id ON log (school_id, id, variant);
CREATE TABLE slots (
  school_id TEXT, stream TEXT, slot INTEGER, branch INTEGER, id TEXT NOT NULL, receipt INTEGER NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (school_id, stream, slot, branch)
) STRICT, WITHOUT ROWID;
CREATE INDEX refused_slots ON slots (school_id, stream, slot) WHERE receipt = 0;
CREATE TABLE lost (
  school_id TEXT, stream TEXT, first INTEGER, last INTEGER NOT NULL, declared_at INTEGER NOT NULL,
  PRIMARY KEY (school_id, stream, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
  school_id TEXT, key TEXT, kind TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (school_id, key)
) STRICT;
CREATE INDEX state_by_kind ON state (school_id, kind);
CREATE TABLE audience (
  school_id TEXT, key TEXT, tag TEXT, seq INTEGER NOT NULL, PRIMARY KEY (school_id, key, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX audience_by_tag ON audience (school_id, tag, seq, key);
CREATE TABLE memberships (
  school_id TEXT, group_id TEXT, list TEXT, member TEXT, from_receipt INTEGER, to_receipt INTEGER,
  PRIMARY KEY (school_id, group_id, list, member, from_receipt)
) STRICT, WITHOUT ROWID;
CREATE TABLE issues (
  school_id TEXT, receipt INTEGER, state TEXT NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL, stream TEXT NOT NULL,
  slot INTEGER NOT NULL, id TEXT NOT NULL, device TEXT NOT NULL, PRIMARY KEY (school_id, receipt)
) STRICT, WITHOUT ROWID;
CREATE INDEX issues_of_device ON issues (school_id, device, state);
CREATE INDEX issues_of_stream ON issues (school_id, stream, slot);
`;

/** What devices tell of themselves and of their streams; when a slot was refused. */
const REPORTS = `
ALTER TABLE devices ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;
ALTER TABLE devices ADD COLUMN storage TEXT;
ALTER TABLE slots ADD COLUMN at INTEGER;
CREATE TABLE reports (
  school_id TEXT, device TEXT, stream TEXT, high INTEGER NOT NULL, high_at INTEGER NOT NULL, first_at INTEGER NOT NULL,
  heard_at INTEGER NOT NULL, gone_at INTEGER, PRIMARY KEY (school_id, device, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX streams_of_device ON streams (school_id, device);
CREATE INDEX credentials_of_device ON credentials (school_id, device);
`;

/** What a device carried since a receipt is counted at every push, without reading the events themselves. */
const CARRIED = `
CREATE INDEX log_by_carrier ON log (school_id, device, receipt);
`;

export const MIGRATIONS: readonly string[] = [FIRST, REPORTS, CARRIED];

/** Brings the tables to the newest version. Throws when they were made by a newer version of the product. */
export function migrate(db: Db): void {
  const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  if (version > MIGRATIONS.length) {
    throw new Error(
      `The data was written by a newer version (${version}); this one knows ${MIGRATIONS.length}.`,
    );
  }
  MIGRATIONS.slice(version).forEach((sql, i) => {
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${version + i + 1}; COMMIT;`);
  });
}
