/**
 * The app's own data services in a real page, without screens: a class tablet on which somebody works as fast as the driver says.
 * What a screen would call saved or sent is told to the driver, outside of the browser, at that moment.
 */
import { openData } from '#data/open-data.ts';
import type { DataServices, NewEvent } from '#data/services.ts';
import { builtInCourses } from '#content/courses.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { accepted } from '#domain/items/graders.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { asId, type EventId, type StudentId } from '#domain/model/ids.ts';
import type { CheckBody } from '#domain/model/event.ts';
import { keptHere, type Kept } from './kept.ts';

/** What this page says to whoever drives it. */
export type Said =
  | { readonly said: 'saved'; readonly id: string }
  /** The newest answers of a running check are durable. */
  | { readonly said: 'draft'; readonly id: string; readonly answers: number }
  | { readonly said: 'sent'; readonly ids: readonly string[] };

export interface Work {
  readonly students: readonly string[];
  /** Between two taps, ms. */
  readonly pauseMs: number;
  /** How many results are made. */
  readonly results: number;
  /** Every so many results one is a check with a draft, answer by answer. */
  readonly draftEvery: number;
}

export interface SoakPage {
  readonly enrol: (code: string) => Promise<void>;
  /** Hands in every check that was running when the browser died. */
  readonly carryOn: () => Promise<void>;
  /** Works until it is done, or killed. */
  readonly work: (work: Work) => Promise<void>;
  readonly kept: () => Promise<Kept>;
  readonly state: () => string;
}

declare global {
  interface Window {
    soak: SoakPage;
    soakSaid: (word: Said) => Promise<void>;
  }
}

/** A pause of the outbox after a tap, ms: short, so that marking and sending meet. */
const QUIET_MS = 30;

const opened = await openData({ app: 'soak' }, { quietMs: QUIET_MS });
if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.detail ?? ''}`);
const data: DataServices = opened.value;

const targets = builtInCourses().flatMap((course) =>
  course.objectives.flatMap((objective) =>
    objective.check === undefined ? [] : [{ course, objective, check: objective.check }],
  ),
);

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const tell = (word: Said): void => void window.soakSaid(word);

function bodyOf(id: EventId, number: number): CheckBody {
  const target = targets[number % targets.length];
  if (target === undefined) throw new Error('No course has a check');
  const { course, objective, check } = target;
  const seed = textHash(id);
  const form = formOfObjective(objective, seed, []);
  if (!form.ok) throw new Error(form.error.code);
  const { items, hash } = form.value;
  return {
    course: course.id,
    objective: objective.id,
    rev: objective.rev,
    form: { generator: check.family, version: check.version, seed, avoid: [], hash },
    answers: items.map(({ answer }, i) => ({
      key: String(i + 1),
      raw: accepted(answer),
      ms: 4000,
    })),
    claim: { correct: items.length, of: items.length },
    activeMs: 40_000,
    absences: [],
    supports: [],
    identifiedBy: 'secret',
    purpose: 'mastery',
    occasion: 'today',
    finished: true,
  };
}

/** Ids that were called saved, and not yet called sent. */
const waiting = new Set<string>();
data.safety.subscribe(() => {
  if (data.safety.get().state !== 'all-sent' || waiting.size === 0) return;
  tell({ said: 'sent', ids: [...waiting] });
  waiting.clear();
});

function saved(id: string): void {
  waiting.add(id);
  tell({ said: 'saved', id });
}

async function appendCheck(student: StudentId, number: number): Promise<void> {
  const id = data.newId();
  const by = `student/${student}` as const;
  const event: NewEvent = { kind: 'check', id, about: by, by, body: bodyOf(id, number) };
  const done = await data.append(event);
  if (done.ok && done.value.kept === 'database') saved(id);
}

async function takeCheck(student: StudentId, number: number, pauseMs: number): Promise<void> {
  const id = data.newId();
  const { claim, finished: _finished, answers, ...body } = bodyOf(id, number);
  const startedAt = Date.now();
  const draft = { ...body, id, student, entry: '', startedAt };
  for (let given = 1; given <= 3; given += 1) {
    const done = await data.drafts.save({
      ...draft,
      answers: answers.slice(0, given),
      position: given,
      updatedAt: Date.now(),
    });
    if (done.ok) tell({ said: 'draft', id, answers: given });
    await pause(pauseMs);
  }
  const end = await data.drafts.finish(id, { claim, finished: true });
  if (end.ok && end.value.kept === 'database') saved(id);
}

async function carryOn(): Promise<void> {
  for (const { id, answers } of data.drafts.open.get()) {
    const claim = { correct: answers.length, of: answers.length };
    const end = await data.drafts.finish(id, { claim, finished: false });
    if (end.ok && end.value.kept === 'database') saved(id);
  }
}

window.soak = {
  carryOn,
  async enrol(code) {
    const enrolled = await data.session.enrolTablet({ code, deviceName: 'Soak tablet' });
    if (!enrolled.ok) throw new Error(enrolled.error.code);
  },
  async work({ students, pauseMs, results, draftEvery }) {
    await carryOn();
    for (let i = 0; i < results; i += 1) {
      const student = asId<StudentId>(students[i % students.length] ?? '');
      if (i % draftEvery === draftEvery - 1) await takeCheck(student, i, pauseMs);
      else await appendCheck(student, i);
      await pause(pauseMs);
    }
  },
  kept: keptHere,
  state: () => data.safety.get().state,
};
data.start();
