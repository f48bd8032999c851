/** One record of the digest format (see the head of `digest.ts`): fields to text and back. */
import { unreachable } from '../kernel/assert.ts';
import { hash128 } from '../kernel/hash128.ts';
import type { Decision, Mark, Purpose, Signal, Sureness } from '../model/event.ts';
import type { AssignableRole } from '../model/role.ts';
import type { Address } from '../rules/evidence.ts';
import { packNumber, packText, unpackNumber, unpackText } from './compact.ts';
import type { CheckEntry, CheckNote, Digest, Entry, JudgementEntry, MarkEntry } from './entry.ts';

const PURPOSE: Readonly<Record<Purpose, string>> = {
  mastery: '',
  retention: 'r',
  baseline: 'b',
  agreement: 'a',
};
const ROLE: Readonly<Record<AssignableRole, string>> = {
  teacher: '',
  volunteer: 'v',
  admin: 'a',
  principal: 'p',
};
const DECISION: Readonly<Record<Decision, string>> = { mastered: 'm', excused: 'x', none: 'n' };
const SURE: Readonly<Record<Sureness, string>> = { sure: 's', quite: 'q', 'not-sure': 'n' };
const NOTE: Readonly<Record<CheckNote, string>> = {
  rapid: 'r',
  pauses: 'p',
  stopped: 'k',
  paper: 'w',
};
const SIGNAL: Readonly<Record<Signal, string>> = { ready: 'r', help: 'h', none: 'n' };
const PLAIN_MARK = { met: 'm', 'not-yet': 'n', seen: 's', opposite: 'o' } as const;

function inverse<K extends string>(table: Readonly<Record<K, string>>): ReadonlyMap<string, K> {
  // Object.entries forgets that the keys of a Record<K, ...> are K.
  return new Map((Object.entries(table) as [K, string][]).map(([key, text]) => [text, key]));
}
const PURPOSE_OF = inverse(PURPOSE);
const ROLE_OF = inverse(ROLE);
const DECISION_OF = inverse(DECISION);
const SURE_OF = inverse(SURE);
const NOTE_OF = inverse(NOTE);
const SIGNAL_OF = inverse(SIGNAL);
const PLAIN_MARK_OF = inverse(PLAIN_MARK);

/** In the order in which they are written: equal sets are equal texts. */
const NOTES: readonly CheckNote[] = ['rapid', 'pauses', 'stopped', 'paper'];

/** Longest occasion that is kept as it is; the hash of a longer one is never longer than this. */
const SHORT_OCCASION = 8;

/** How many fields of its own each kind has; what comes after belongs to a later version. */
const FIELDS = { c: 9, m: 7, j: 2, w: 1, b: 1, v: 1, a: 1, s: 1 } as const;
/** The place of the field that says that the moment is not certain, in the two kinds that have it. */
const UNSURE_AT = 6;
const UNSURE = 'u';
type KindChar = keyof typeof FIELDS;

/** One digest as a record, without its position. */
export function packRecord(digest: Digest): string {
  const { entry } = digest;
  if (entry.type === 'unknown') return entry.text;
  const [kind, own] = packEntry(entry);
  const dated = kind === 'c' || kind === 'm';
  const fields = dated ? own.toSpliced(UNSURE_AT, 0, digest.unsure === true ? UNSURE : '') : own;
  const seconds = Math.floor(digest.moment / 1000);
  const head = `${kind}${packAddress(digest)}:${packNumber(seconds)}:${digest.rev === 0 ? '' : packNumber(digest.rev)}`;
  const rest = digest.rest === undefined ? '' : `:${digest.rest}`;
  return `${head}:${fields.join(':')}${rest}`.replace(/:+$/, '');
}

/** The digest that a record writes, or null when it cannot be read. An unknown kind is read as `unknown`. */
export function unpackRecord(position: number, text: string): Digest | null {
  const [head = '', seconds, rev = '', ...fields] = text.split(':');
  const address = unpackAddress(head.slice(1));
  const moment = unpackNumber(seconds);
  const place = rev === '' ? 0 : unpackNumber(rev);
  if (address === null || moment === null || place === null || place < 0) return null;
  const kind = head.charAt(0);
  const dated = kind === 'c' || kind === 'm';
  const unsure = dated && fields[UNSURE_AT] === UNSURE ? { unsure: true as const } : {};
  const base = { position, ...address, moment: moment * 1000, rev: place, ...unsure };
  if (!isKnown(kind)) return { ...base, entry: { type: 'unknown', text } };
  const entry = unpackEntry(kind, fields);
  if (entry === null) return null;
  const rest = fields.slice(FIELDS[kind]).join(':').replace(/:+$/, '');
  return rest === '' ? { ...base, entry } : { ...base, entry, rest };
}

function isKnown(kind: string): kind is KindChar {
  return Object.hasOwn(FIELDS, kind);
}

function packEntry(entry: Exclude<Entry, { type: 'unknown' }>): [KindChar, string[]] {
  switch (entry.type) {
    case 'check':
      return ['c', packCheck(entry)];
    case 'mark':
      return ['m', packMarkEntry(entry)];
    case 'judgement':
      return ['j', [DECISION[entry.decision], packAddresses(entry.replaces)]];
    case 'withdraw':
      return ['w', [packAddresses(entry.targets)]];
    case 'restore':
      return ['b', [packAddresses(entry.targets)]];
    case 'review':
      return ['v', [packAddresses(entry.targets)]];
    case 'allow':
      return ['a', ['']];
    case 'signal':
      return ['s', [SIGNAL[entry.signal]]];
    default:
      return unreachable(entry);
  }
}

const NAMING = { w: 'withdraw', b: 'restore', v: 'review' } as const;

function unpackEntry(kind: KindChar, fields: readonly string[]): Entry | null {
  switch (kind) {
    case 'c':
      return unpackCheck(fields);
    case 'm':
      return unpackMarkEntry(fields);
    case 'j':
      return unpackJudgement(fields);
    case 'w':
    case 'b':
    case 'v': {
      const targets = unpackAddresses(fields[0]);
      return targets && { type: NAMING[kind], targets };
    }
    case 'a':
      return { type: 'allow' };
    case 's': {
      const signal = SIGNAL_OF.get(fields[0] ?? '');
      return signal === undefined ? null : { type: 'signal', signal };
    }
    default:
      return unreachable(kind);
  }
}

function packCheck(entry: CheckEntry): string[] {
  const percent = Math.round(entry.timeFactor * 100);
  return [
    packNumber(entry.correct),
    packNumber(entry.of),
    packNumber(Math.ceil(entry.activeMs / 100)),
    percent === 100 ? '' : packNumber(percent),
    PURPOSE[entry.purpose],
    entry.finished ? '' : '0',
    entry.sure === undefined ? '' : SURE[entry.sure],
    NOTES.filter((note) => entry.notes?.includes(note))
      .map((note) => NOTE[note])
      .join(''),
  ];
}

function unpackCheck(fields: readonly string[]): CheckEntry | null {
  const [correct, of, tenths] = [
    unpackNumber(fields[0]),
    unpackNumber(fields[1]),
    unpackNumber(fields[2]),
  ];
  const percent = (fields[3] ?? '') === '' ? 100 : unpackNumber(fields[3]);
  const purpose = PURPOSE_OF.get(fields[4] ?? '');
  const finished = fields[5] ?? '';
  if (
    correct === null ||
    of === null ||
    tenths === null ||
    percent === null ||
    purpose === undefined
  )
    return null;
  if (finished !== '' && finished !== '0') return null;
  const sure = SURE_OF.get(fields[7] ?? '');
  // A letter of a later version says nothing here.
  const notes = (fields[8] ?? '').split('').flatMap((letter) => NOTE_OF.get(letter) ?? []);
  return {
    type: 'check',
    correct,
    of,
    activeMs: tenths * 100,
    timeFactor: percent / 100,
    purpose,
    finished: finished === '',
    ...(sure === undefined ? {} : { sure }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function packMarkEntry(entry: MarkEntry): string[] {
  return [
    packMark(entry.mark),
    PURPOSE[entry.purpose],
    ROLE[entry.role],
    packText(shortOccasion(entry.occasion)),
    packText(entry.thing ?? ''),
    packText(entry.part ?? ''),
  ];
}

/** An occasion only has to differ from the child's other occasions: a long name is kept as a hash of 32 bits. */
function shortOccasion(occasion: string): string {
  return occasion.length <= SHORT_OCCASION ? occasion : packNumber(hash128(occasion)[0]);
}

function unpackMarkEntry(fields: readonly string[]): MarkEntry | null {
  const [markText = '', purposeText = '', roleText = '', occasion = '', thing = '', part = ''] =
    fields;
  const mark = unpackMark(markText);
  const purpose = PURPOSE_OF.get(purposeText);
  const role = ROLE_OF.get(roleText);
  if (mark === null || purpose === undefined || role === undefined) return null;
  return {
    type: 'mark',
    mark,
    purpose,
    role,
    occasion: unpackText(occasion),
    ...(thing === '' ? {} : { thing: unpackText(thing) }),
    ...(part === '' ? {} : { part: unpackText(part) }),
  };
}

function packMark(mark: Mark): string {
  switch (mark.type) {
    case 'rate':
      return `r${packNumber(mark.hits)}-${packNumber(mark.of)}`;
    case 'levels':
      return `l${mark.levels.map(packNumber).join('-')}`;
    case 'met':
    case 'not-yet':
    case 'seen':
    case 'opposite':
      return PLAIN_MARK[mark.type];
    default:
      return unreachable(mark);
  }
}

function unpackMark(text: string): Mark | null {
  const plain = PLAIN_MARK_OF.get(text);
  if (plain !== undefined) return { type: plain };
  const kind = text.charAt(0);
  if (kind !== 'r' && kind !== 'l') return null;
  const numbers: number[] = [];
  for (const part of text.length === 1 ? [] : text.slice(1).split('-')) {
    const n = unpackNumber(part);
    if (n === null) return null;
    numbers.push(n);
  }
  if (kind === 'l') return { type: 'levels', levels: numbers };
  const [hits, of, ...more] = numbers;
  return hits === undefined || of === undefined || more.length > 0
    ? null
    : { type: 'rate', hits, of };
}

function unpackJudgement(fields: readonly string[]): JudgementEntry | null {
  const decision = DECISION_OF.get(fields[0] ?? '');
  const replaces = unpackAddresses(fields[1]);
  return decision === undefined || replaces === null
    ? null
    : { type: 'judgement', decision, replaces };
}

function packAddress({ stream, slot }: Address): string {
  return `${packNumber(stream)}.${packNumber(slot)}`;
}

function unpackAddress(text: string): Address | null {
  const [streamText, slotText, ...more] = text.split('.');
  const [stream, slot] = [unpackNumber(streamText), unpackNumber(slotText)];
  if (stream === null || slot === null || stream < 0 || slot < 0 || more.length > 0) return null;
  return { stream, slot };
}

function packAddresses(addresses: readonly Address[]): string {
  return addresses.map(packAddress).join('+');
}

function unpackAddresses(text = ''): Address[] | null {
  const addresses: Address[] = [];
  for (const part of text === '' ? [] : text.split('+')) {
    const address = unpackAddress(part);
    if (address === null) return null;
    addresses.push(address);
  }
  return addresses;
}
