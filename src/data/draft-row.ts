/** A draft as it is stored, and the attempt that it becomes. */
import { parseJson } from '#protocol/json.ts';
import type { DraftRow } from './database.ts';
import type { CheckDraft, Drafts, NewEvent } from './services.ts';

/** What is stored: the draft, and how high each stream was when it began: its attempt can only stand above. */
export interface DraftBody {
  readonly draft: CheckDraft;
  readonly above: Readonly<Record<string, number>>;
}

/** The draft as its row. */
export function rowOf(body: DraftBody): DraftRow {
  const { id, student, updatedAt } = body.draft;
  return { id, student, updatedAt, body: JSON.stringify(body) };
}

/** Our own build, or an older one, wrote it. What cannot be read is left alone: it is not shown, and not removed. */
export function readBody(row: DraftRow): DraftBody | null {
  const json = parseJson(row.body);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return null;
  const body = json.value as Partial<DraftBody>; // looked at on the next line
  return body.draft?.id === row.id && typeof body.above === 'object' ? (body as DraftBody) : null;
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
