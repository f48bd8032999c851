import { useRef, useState } from 'react';
import { refToEvent } from '#domain/changes/refs.ts';
import type { Fault } from '#domain/kernel/result.ts';
import { isMastered, statusAt } from '#domain/mastery/progress.ts';
import type { EventId, GroupId, StudentId } from '#domain/model/ids.ts';
import { supportsOnPaper } from '#domain/model/supports.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent } from '#data/services.ts';
import { keepPaper, usePaperBook, type PaperEntry } from '#state/paper-book.ts';
import type { PaperSheet } from '#state/paper-sheet.ts';
import { schoolNow } from '#state/school-now.ts';
import { useOneAtATime } from '#state/use-one-at-a-time.ts';

export interface PaperMarks {
  readonly student: StudentId;
  /** Places of what was not right, from 1. */
  readonly wrong: readonly number[];
  /** null: within the time. */
  readonly minutes: number | null;
}

export interface Entered {
  readonly id: string;
  readonly name: string;
  readonly correct: number;
  readonly of: number;
  readonly undo: (() => Promise<void>) | null;
}

export interface EnterActs {
  readonly fault: Fault | null;
  readonly save: (sheet: PaperSheet, marks: PaperMarks) => Promise<void>;
}

/**
 * Enters what came back on paper: one `paper.result` with the sheet's id. A sheet that was entered here before is corrected: the earlier
 * entry is set aside, and the new one names it. Undo sets the entry aside, and what it corrected counts again. `onDone` is called when
 * it is durable; while one is being saved, another is not begun.
 */
export function useEnterPaper(group: GroupId, onDone: (done: Entered) => void): EnterActs {
  const services = useServices();
  const [fault, setFault] = useState<Fault | null>(null);
  const oneAtATime = useOneAtATime();
  /** The withdrawals of entries that were corrected, by the entry's event. */
  const correctedBy = useRef(new Map<EventId, EventId>());
  /** Its id; null: it could not be saved. */
  const append = async (event: NewEvent): Promise<EventId | null> => {
    const saved = await services.append(event);
    setFault(saved.ok ? null : saved.error);
    return saved.ok ? saved.value.id : null;
  };
  const setAside = (sheet: PaperSheet, entry: PaperEntry, reason: string): NewEvent => ({
    kind: 'attempt.withdraw',
    about: `student/${entry.student}`,
    refs: [refToEvent(entry.event)],
    body: { course: sheet.course.id, objective: sheet.objective.id, reason },
  });
  /** The record of a sheet with a new entry; one that was not printed here begins with it. */
  const note = (sheet: PaperSheet, entry: PaperEntry): void => {
    const known = recordOf(sheet);
    const { code } = sheet;
    const student = known === undefined ? entry.student : known.student;
    keepPaper([{ group, at: entry.at, ...known, code, student, entry }]);
  };
  /** Sets an entry aside that is corrected: once, however often the correction has to be tried. */
  const correct = async (sheet: PaperSheet, entry: PaperEntry): Promise<boolean> => {
    if (correctedBy.current.has(entry.event)) return true;
    const withdrawal = await append(setAside(sheet, entry, 'entered-again'));
    if (withdrawal !== null) correctedBy.current.set(entry.event, withdrawal);
    return withdrawal !== null;
  };
  /** Sets an entry aside; the one that it corrected counts again, and is in the book again. */
  const takeBack = async (
    sheet: PaperSheet,
    entry: PaperEntry,
    corrected: PaperEntry | null,
  ): Promise<boolean> => {
    if ((await append(setAside(sheet, entry, 'undo'))) === null) return false;
    const withdrawal = corrected === null ? undefined : correctedBy.current.get(corrected.event);
    if (corrected === null || withdrawal === undefined) {
      note(sheet, { ...entry, undone: true });
      return true;
    }
    const restored = await append({
      kind: 'attempt.restore',
      about: `student/${corrected.student}`,
      refs: [refToEvent(withdrawal)],
      body: { course: sheet.course.id, objective: sheet.objective.id },
    });
    if (restored === null) return false;
    correctedBy.current.delete(corrected.event);
    note(sheet, corrected);
    return true;
  };
  const save = async (sheet: PaperSheet, marks: PaperMarks): Promise<void> => {
    const session = services.session.current.get();
    if (session.state !== 'unlocked') return setFault({ code: 'locked' });
    const earlier = recordOf(sheet)?.entry ?? null;
    const corrected = earlier === null || earlier.undone === true ? null : earlier;
    if (corrected !== null && !(await correct(sheet, corrected))) return undefined;
    // With the earlier entry set aside: it must not make this one a second look at what is mastered.
    const snapshot = services.snapshot.get();
    const { course, objective, spec, form } = sheet;
    const { student, wrong, minutes } = marks;
    const of = form.items.length;
    const position = course.objectives.indexOf(objective);
    const status = statusAt(snapshot.progress(student, course.id), position);
    const now = Date.now();
    const id = earlier === null ? sheet.id : services.newId();
    const event: NewEvent = {
      kind: 'paper.result',
      id,
      about: `student/${student}`,
      // The form follows from the id of the first entry: a correction names it.
      refs: earlier === null ? [] : [refToEvent(sheet.id)],
      body: {
        course: course.id,
        objective: objective.id,
        rev: objective.rev,
        form: spec,
        of,
        wrong,
        minutes,
        supports: supportsOnPaper(snapshot.student(student)?.supports ?? []),
        occasion: snapshot.dayOf(schoolNow(services, now)),
        purpose: isMastered(status) ? 'retention' : 'mastery',
        role: session.member.role,
      },
    };
    if ((await append(event)) === null) return undefined;
    const right = of - wrong.length;
    const entry: PaperEntry = { event: id, student, correct: right, of, at: now };
    note(sheet, entry);
    const name = snapshot.student(student)?.name ?? '';
    const undo = async (): Promise<void> => {
      if (!(await takeBack(sheet, entry, corrected))) return;
      onDone({ id: `undo ${id}`, name, correct: right, of, undo: null });
    };
    return onDone({ id, name, correct: right, of, undo: () => oneAtATime(undo) });
  };
  return { fault, save: (sheet, marks) => oneAtATime(() => save(sheet, marks)) };
}

function recordOf({ code }: PaperSheet) {
  return usePaperBook.getState().list.find((one) => one.code === code);
}
