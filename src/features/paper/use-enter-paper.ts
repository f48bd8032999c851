import { useState } from 'react';
import { refToEvent } from '#domain/changes/refs.ts';
import type { Fault } from '#domain/kernel/result.ts';
import { isMastered, statusAt } from '#domain/mastery/progress.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import { supportsOnPaper } from '#domain/model/supports.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent } from '#data/services.ts';
import { keepPaper, usePaperBook, type PaperEntry } from '#state/paper-book.ts';
import type { PaperSheet } from '#state/paper-sheet.ts';

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
 * entry is set aside, and the new one names it. Undo sets the entry aside. `onDone` is called when it is durable.
 */
export function useEnterPaper(group: GroupId, onDone: (done: Entered) => void): EnterActs {
  const services = useServices();
  const [fault, setFault] = useState<Fault | null>(null);
  const append = async (event: NewEvent): Promise<boolean> => {
    const saved = await services.append(event);
    setFault(saved.ok ? null : saved.error);
    return saved.ok;
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
  return {
    fault,
    async save(sheet, marks) {
      const session = services.session.current.get();
      if (session.state !== 'unlocked') return setFault({ code: 'locked' });
      const earlier = recordOf(sheet)?.entry ?? null;
      if (earlier !== null && earlier.undone !== true) {
        if (!(await append(setAside(sheet, earlier, 'entered-again')))) return undefined;
      }
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
          occasion: snapshot.dayOf(now),
          purpose: isMastered(status) ? 'retention' : 'mastery',
          role: session.member.role,
        },
      };
      if (!(await append(event))) return undefined;
      const correct = of - wrong.length;
      const entry: PaperEntry = { event: id, student, correct, of, at: now };
      note(sheet, entry);
      const name = snapshot.student(student)?.name ?? '';
      const undo = async (): Promise<void> => {
        if (!(await append(setAside(sheet, entry, 'undo')))) return;
        note(sheet, { ...entry, undone: true });
        onDone({ id: `undo ${id}`, name, correct, of, undo: null });
      };
      return onDone({ id, name, correct, of, undo });
    },
  };
}

function recordOf({ code }: PaperSheet) {
  return usePaperBook.getState().list.find((one) => one.code === code);
}
