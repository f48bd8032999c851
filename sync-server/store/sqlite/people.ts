import type { Scope } from '#domain/model/role.ts';
import type { PeopleReads, PeopleWrites } from '../port.ts';
import type { AccountRow, CodeRow, CredentialRow, DeviceRow, GrantRow } from '../rows.ts';
import type { Db } from './db.ts';

type StoredDevice = Omit<DeviceRow, 'groups' | 'storage'> & {
  groups: string;
  storage: string | null;
};
type StoredGrant = Omit<GrantRow, 'scope'> & { scope: string };

const DEVICE = `id, kind, name, groups, key, created_at AS createdAt, last_heard AS lastHeard, waiting, drafts, app, skew,
  aside, storage`;
const GRANT = `id, device, holder, member, scope, until, ended_at AS endedAt, key, issued_at AS issuedAt`;

// These columns were written as JSON by this file.
const toDevice = (row: StoredDevice): DeviceRow => ({
  ...row,
  groups: JSON.parse(row.groups) as string[],
  storage: row.storage === null ? null : (JSON.parse(row.storage) as DeviceRow['storage']),
});
const toGrant = (row: StoredGrant): GrantRow => ({ ...row, scope: JSON.parse(row.scope) as Scope });

function readQueries(db: Db): PeopleReads {
  return {
    device: async (school, id) => {
      const row = db.get<StoredDevice>(
        `SELECT ${DEVICE} FROM devices WHERE school_id = ? AND id = ?`,
        school,
        id,
      );
      return row === undefined ? undefined : toDevice(row);
    },
    devices: async (school) =>
      db
        .all<StoredDevice>(
          `SELECT ${DEVICE} FROM devices WHERE school_id = ? ORDER BY created_at, id`,
          school,
        )
        .map(toDevice),
    credential: async (school, tokenHash) =>
      db.get<CredentialRow>(
        `SELECT token_hash AS tokenHash, device, issued_at AS issuedAt, ended_at AS endedAt
         FROM credentials WHERE school_id = ? AND token_hash = ?`,
        school,
        tokenHash,
      ),
    grants: async (school, ids) =>
      ids.flatMap((id) =>
        db
          .all<StoredGrant>(
            `SELECT ${GRANT} FROM grants WHERE school_id = ? AND id = ?`,
            school,
            id,
          )
          .map(toGrant),
      ),
    grantsOfDevice: async (school, device) =>
      db
        .all<StoredGrant>(
          `SELECT ${GRANT} FROM grants WHERE school_id = ? AND device = ? ORDER BY issued_at`,
          school,
          device,
        )
        .map(toGrant),
    account: async (school, email) =>
      db.get<AccountRow>(
        'SELECT email, member, passphrase, pin FROM accounts WHERE school_id = ? AND email = ?',
        school,
        email,
      ),
    code: async (school, hash) =>
      db.get<CodeRow>(
        'SELECT hash, purpose, data, until, used_at AS usedAt FROM codes WHERE school_id = ? AND hash = ?',
        school,
        hash,
      ),
  };
}

function deviceWrites(db: Db): Pick<PeopleWrites, 'addDevice' | 'noteDevice'> {
  return {
    addDevice: async (school, row) => {
      db.run(
        `INSERT INTO devices (school_id, id, kind, name, groups, key, created_at, last_heard, waiting, drafts, app, skew, aside,
           storage) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        school,
        row.id,
        row.kind,
        row.name,
        JSON.stringify(row.groups),
        row.key,
        row.createdAt,
        row.lastHeard,
        row.waiting,
        row.drafts,
        row.app,
        row.skew,
        row.aside,
        row.storage === null ? null : JSON.stringify(row.storage),
      );
    },
    noteDevice: async (school, { id, lastHeard, waiting, drafts, app, skew, aside, storage }) => {
      db.run(
        `UPDATE devices SET last_heard = MAX(last_heard, ?3), waiting = COALESCE(?4, waiting), drafts = COALESCE(?5, drafts),
           app = COALESCE(?6, app), skew = COALESCE(?7, skew), aside = COALESCE(?8, aside), storage = COALESCE(?9, storage)
         WHERE school_id = ?1 AND id = ?2`,
        school,
        id,
        lastHeard,
        waiting ?? null,
        drafts ?? null,
        app ?? null,
        skew ?? null,
        aside ?? null,
        storage === undefined ? null : JSON.stringify(storage),
      );
    },
  };
}

function writeQueries(db: Db): Omit<PeopleWrites, 'addDevice' | 'noteDevice'> {
  return {
    addCredential: async (school, { tokenHash, device, issuedAt, endedAt }) => {
      db.run(
        'INSERT INTO credentials VALUES (?, ?, ?, ?, ?)',
        school,
        tokenHash,
        device,
        issuedAt,
        endedAt,
      );
    },
    endCredentials: async (school, device, at) => {
      db.run(
        'UPDATE credentials SET ended_at = ? WHERE school_id = ? AND device = ? AND ended_at IS NULL',
        at,
        school,
        device,
      );
    },
    addGrant: async (school, row) => {
      db.run(
        'INSERT INTO grants VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        school,
        row.id,
        row.device,
        row.holder,
        row.member,
        JSON.stringify(row.scope),
        row.until,
        row.endedAt,
        row.key,
        row.issuedAt,
      );
    },
    endGrants: async (school, device, at) => {
      db.run(
        'UPDATE grants SET ended_at = ? WHERE school_id = ? AND device = ? AND ended_at IS NULL',
        at,
        school,
        device,
      );
    },
    putAccount: async (school, { email, member, passphrase, pin }) => {
      db.run(
        'INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?, ?)',
        school,
        email,
        member,
        passphrase,
        pin,
      );
    },
    addCode: async (school, { hash, purpose, data, until, usedAt }) => {
      db.run(
        'INSERT INTO codes VALUES (?, ?, ?, ?, ?, ?)',
        school,
        hash,
        purpose,
        data,
        until,
        usedAt,
      );
    },
    useCode: async (school, hash, at) =>
      db.run(
        'UPDATE codes SET used_at = ? WHERE school_id = ? AND hash = ? AND used_at IS NULL',
        at,
        school,
        hash,
      ) === 1,
    useNonce: async (school, nonce, until, now) => {
      db.run('DELETE FROM nonces WHERE school_id = ? AND until < ?', school, now);
      return db.run('INSERT OR IGNORE INTO nonces VALUES (?, ?, ?)', school, nonce, until) === 1;
    },
  };
}

export function peopleQueries(db: Db): PeopleReads & PeopleWrites {
  return { ...readQueries(db), ...deviceWrites(db), ...writeQueries(db) };
}
