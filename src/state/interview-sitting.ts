/**
 * The sittings of this device today: which occasion the marks of the open interview carry, and which children were heard. Ids
 * only, kept on this device, written once per child. The marks themselves are events; this only lets a closed app go on.
 */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { StudentId } from '#domain/model/ids.ts';

/** The address of an interview. */
export interface InterviewAddress {
  readonly group: string;
  readonly course: string;
  readonly unit: string;
  readonly student: StudentId;
}

export interface Sitting extends InterviewAddress {
  /** Names the sitting in every mark; 8 characters, which a digest keeps as they are. */
  readonly occasion: string;
  /** The child's statuses when it began (`st` of the progress document): the plan stays what it was. */
  readonly statuses: string;
  /** School day on which it began, `YYYY-MM-DD`. */
  readonly day: string;
  readonly closed: boolean;
}

interface Sittings {
  /** Oldest first; of one day. */
  readonly list: readonly Sitting[];
}

export const useSittings = create<Sittings>()(
  persist((): Sittings => ({ list: [] }), {
    // Leaving the device erases what is under the name of the database (data/erase.ts).
    name: 'nineoften.sittings',
    version: 1,
    storage: createJSONStorage(() => localStorage),
  }),
);

const OCCASION = 8;

/** What a new sitting begins with. */
interface Beginning {
  readonly day: string;
  readonly statuses: string;
  /** Random characters, 8 or more. */
  readonly newId: () => string;
}

/**
 * The open sitting with this child at this address, or a new one that is not kept yet (`keepSitting`). A sitting ends with
 * "Next student" or "Done", and with the day: whoever comes back later to ask again gives the child another occasion.
 */
export function openSitting(
  { group, course, unit, student }: InterviewAddress,
  { day, statuses, newId }: Beginning,
): Sitting {
  const at = { group, course, unit, student };
  const { list } = useSittings.getState();
  const open = list.find((one) => one.day === day && !one.closed && isAt(one, at));
  return open ?? { ...at, occasion: newId().slice(-OCCASION), statuses, day, closed: false };
}

/** Keeps a sitting that has begun; those of other days are let go. */
export function keepSitting(sitting: Sitting): void {
  const { list } = useSittings.getState();
  if (list.some(({ occasion }) => occasion === sitting.occasion)) return;
  useSittings.setState({ list: [...list.filter(({ day }) => day === sitting.day), sitting] });
}

export function closeSitting(occasion: string): void {
  setClosed(occasion, true);
}

/** Back to a child of before: the same sitting goes on. */
export function reopenSitting(occasion: string): void {
  setClosed(occasion, false);
}

/** The sitting before this one, in the same group, course and unit: where "last mark" leads when this child has none. */
export function sittingBefore(
  list: readonly Sitting[],
  { occasion, group, course, unit, day }: Sitting,
): Sitting | null {
  const place = list.findIndex((one) => one.occasion === occasion);
  const before = list.slice(0, Math.max(0, place));
  const same = before.filter(
    (one) => one.group === group && one.course === course && one.unit === unit && one.day === day,
  );
  return same.at(-1) ?? null;
}

/** Children who were heard today in this unit: they do not come next again. */
export function heardToday(
  list: readonly Sitting[],
  { group, course, unit }: Omit<InterviewAddress, 'student'>,
  day: string,
): ReadonlySet<StudentId> {
  const heard = list.filter(
    (one) =>
      one.closed &&
      one.group === group &&
      one.course === course &&
      one.unit === unit &&
      one.day === day,
  );
  return new Set(heard.map(({ student }) => student));
}

function isAt(one: Sitting, at: InterviewAddress): boolean {
  return (
    one.group === at.group &&
    one.course === at.course &&
    one.unit === at.unit &&
    one.student === at.student
  );
}

function setClosed(occasion: string, closed: boolean): void {
  useSittings.setState(({ list }) => ({
    list: list.map((one) => (one.occasion === occasion ? { ...one, closed } : one)),
  }));
}
