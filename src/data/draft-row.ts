/** A draft as it is stored, and the attempt that it becomes. */
import { bodyParserOf } from '#protocol/bodies.ts';
import { parseJson } from '#protocol/json.ts';
import { KINDS } from '#protocol/kinds.ts';
import type { DraftRow } from './database.ts';
import type { CheckDraft, Drafts, NewEvent } from './services.ts';

/** What is stored: the draft, and how high each stream was when it began: its attempt can only stand above. */
export interface DraftBody {
  readonly draft: CheckDraft;
  readonly above: Readonly<Record<string, number>>;
}

/** A running check that cannot be read any more: what is stored of it, as it stands. */
export interface UnreadableDraft {
  readonly id: string;
  readonly text: string;
}

/** The draft as its row. */
export function rowOf(body: DraftBody): DraftRow {
  const { id, student, updatedAt } = body.draft;
  return { id, student, updatedAt, body: JSON.stringify(body) };
}

/**
 * Our own build, or an older one, wrote it. Null for what cannot be read, or could never become an attempt: it is no check that a
 * child could go on with; it is kept, and staff are told (`Drafts.unreadable`).
 */
export function readBody(row: DraftRow): DraftBody | null {
  const json = parseJson(row.body);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return null;
  const { draft, above } = json.value as Partial<DraftBody>; // both are looked at below
  if (typeof draft !== 'object' || draft === null || draft.id !== row.id) return null;
  if (typeof above !== 'object' || above === null || !isPlace(draft)) return null;
  const end = { claim: { correct: 0, of: 0 }, finished: false };
  const parser = bodyParserOf('check', KINDS.check.version);
  return parser.ok && parser.value.parse(attemptFrom(draft, end).body).ok ? { draft, above } : null;
}

/** What a draft holds beside the body of its attempt. */
function isPlace(draft: CheckDraft): boolean {
  const {
    student,
    position,
    entry,
    locked = [],
    startedAt,
    updatedAt,
  }: Partial<CheckDraft> = draft;
  const numbers = [position, startedAt, updatedAt];
  return (
    [student, entry].every((text) => typeof text === 'string') &&
    numbers.every((number) => typeof number === 'number' && Number.isFinite(number)) &&
    Number.isInteger(position) &&
    Array.isArray(locked) &&
    locked.every((key) => typeof key === 'string')
  );
}

/** The attempt that a draft becomes: its id is the draft's. */
export function attemptFrom(draft: CheckDraft, end: Parameters<Drafts['finish']>[1]): NewEvent {
  const {
    course,
    objective,
    rev,
    form,
    answers,
    activeMs,
    absences,
    supports,
    identifiedBy,
    purpose,
    occasion,
    sure,
    rapid = 0,
  } = draft;
  const { claim, finished, stopped } = end;
  return {
    kind: 'check',
    id: draft.id,
    about: `student/${draft.student}`,
    by: `student/${draft.student}`,
    body: {
      course,
      objective,
      rev,
      form,
      answers,
      claim,
      activeMs,
      absences,
      supports,
      identifiedBy,
      purpose,
      occasion,
      finished,
      ...(sure === undefined ? {} : { sure }),
      ...(rapid === 0 ? {} : { rapid }),
      ...(stopped === undefined ? {} : { stopped }),
    },
  };
}
