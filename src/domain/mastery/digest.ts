/**
 * Digests: what the fold needs to know of one attempt, judgement or withdrawal, in about 25 characters.
 *
 * The format, version 1, FROZEN (it is stored in every progress document and never migrated):
 *
 *   text      = "1" group*                  ("" is read as no digests)
 *   group     = ";" position ("," record)+  groups in order of position, records in order of moment, stream, slot
 *   record    = kind stream "." slot ":" moment ":" rev (":" field)*       trailing empty fields are left out
 *   kind "c"  check:      correct : of : active : factor : purpose : finished : unsure : sure : notes
 *   kind "m"  mark:       mark : purpose : role : occasion : thing : part : unsure
 *   kind "j"  judgement:  decision : addresses it replaces
 *   kind "w"  withdraw:   addresses it sets aside
 *   kind "b"  restore:    addresses of withdrawals that are taken back
 *   kind "v"  review:     addresses of attempts whose mistakes were looked at
 *   kind "a"  allow:      (nothing more)
 *   kind "s"  signal:     signal
 *
 * Numbers are base 36. `moment` in whole seconds, rounded down. `rev` "" = 0. `active` in tenths of a second, rounded UP:
 * a limit is a multiple of a tenth (whole tens of seconds x whole percent), and for such a limit L, x <= L exactly when x
 * rounded up to a tenth is <= L. So rounding never turns slower into met, nor met into slower. `factor` in percent, "" = 100,
 * "0" = untimed. `purpose` "" mastery, r retention, b baseline, a agreement. `finished` "" yes, "0" no. `unsure` "u": the clocks contradicted each other and the moment was moved, else "". `mark` m met, n not
 * yet, s seen, o opposite, r<hits>-<of>, l<level>-<level>... `role` "" teacher, v volunteer, a admin, p principal.
 * `occasion` as it is up to 8 characters, a longer one as a hash of 32 bits. `decision` m mastered, x excused, n none. Addresses are stream.slot, joined by "+". Texts as in `compact.ts`.
 *
 * Added after the first release: `sure` s sure, q quite, n not sure; `notes` one letter each, r rapid, p pauses, k stopped,
 * w paper; kinds b, v, a, s; `signal` r ready, h help, n none.
 *
 * A later version of the product may add fields at the end of a record (`rest`) and new kinds (`unknown`): both are kept as
 * they are and written back.
 */
import { assert } from '../kernel/assert.ts';
import type { Fault, Result } from '../kernel/result.ts';
import { fault, ok } from '../kernel/result.ts';
import type { Address } from '../rules/evidence.ts';
import { unpackNumber } from './compact.ts';
import { packRecord, unpackRecord } from './digest-record.ts';
import type { Digest } from './entry.ts';

export const DIGEST_VERSION = '1';

/** `<stream>.<slot>`: an address as a key. */
export function addressKey({ stream, slot }: Address): string {
  return `${stream}.${slot}`;
}

/** One group: the digests of one position, each once, in order. What `d` of a progress document is made of. */
export function packGroup(position: number, digests: readonly Digest[]): string {
  return `;${position.toString(36)},${sortedRecords(digests)
    .map(({ text }) => text)
    .join(',')}`;
}

/** The digests of one position in order, each address once. */
export function distinctDigests(digests: readonly Digest[]): Digest[] {
  return sortedRecords(digests).map(({ digest }) => digest);
}

/**
 * The records of some digests of one position: sorted, each address once. Two different records under one address cannot
 * come from honest devices (a forked stream gets a number of its own); the smaller text stands, wherever they meet.
 */
function sortedRecords(
  digests: readonly Digest[],
): { readonly digest: Digest; readonly text: string }[] {
  const byAddress = new Map<string, { digest: Digest; text: string }>();
  for (const digest of digests) {
    const text = packRecord(digest);
    const key = digest.stream < 0 ? text : addressKey(digest);
    const known = byAddress.get(key);
    if (known === undefined || text < known.text) byAddress.set(key, { digest, text });
  }
  return [...byAddress.values()].toSorted(
    (a, b) => byPlace(a.digest, b.digest) || (a.text < b.text ? -1 : 1),
  );
}

/** Order of digests: by the moment as it is kept (whole seconds: a packed and a fresh digest sort alike), stream, slot. */
export function byPlace(a: Digest, b: Digest): number {
  const seconds = Math.floor(a.moment / 1000) - Math.floor(b.moment / 1000);
  return seconds || a.stream - b.stream || a.slot - b.slot;
}

/** The digests of one group's text (`;position,record,...`). A record that cannot be read is kept as `unknown`. */
export function unpackGroup(text: string): Digest[] {
  const [head = '', ...records] = text.slice(1).split(',');
  const position = unpackNumber(head);
  assert(position !== null && position >= 0, 'a group of digests begins with its position');
  return records.map(
    (record) =>
      unpackRecord(position, record) ?? {
        position,
        stream: -1,
        slot: -1,
        moment: 0,
        rev: 0,
        entry: { type: 'unknown', text: record },
      },
  );
}

/** All digests as one text, in a fixed order, each address once. */
export function packDigests(digests: readonly Digest[]): string {
  const groups = [...byPosition(digests)].toSorted(([a], [b]) => a - b);
  return DIGEST_VERSION + groups.map(([position, group]) => packGroup(position, group)).join('');
}

/** The digests of each position. */
export function byPosition(digests: readonly Digest[]): Map<number, Digest[]> {
  const groups = new Map<number, Digest[]>();
  for (const digest of digests) {
    const group = groups.get(digest.position);
    if (group === undefined) groups.set(digest.position, [digest]);
    else group.push(digest);
  }
  return groups;
}

/**
 * The digests of a text that `packDigests` made. Codes: `digest-version` (another format), `digest-malformed` with the
 * group or record in `path`.
 */
export function unpackDigests(text: string): Result<Digest[], Fault> {
  if (text === '') return ok([]);
  const [version, ...groups] = text.split(';');
  if (version !== DIGEST_VERSION) return fault('digest-version', '', version);
  const digests: Digest[] = [];
  for (const [i, group] of groups.entries()) {
    const [head = '', ...records] = group.split(',');
    const position = unpackNumber(head);
    if (position === null || position < 0) return fault('digest-malformed', `group[${i}]`, head);
    for (const [j, record] of records.entries()) {
      const digest = unpackRecord(position, record);
      if (digest === null) return fault('digest-malformed', `group[${i}].record[${j}]`, record);
      digests.push(digest);
    }
  }
  return ok(digests);
}
