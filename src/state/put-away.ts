/**
 * The offer of a short look that a child has put away for today, on this device. It is no record of the child: it is kept in
 * the browser's second place, is overwritten on the next day, and leaves with everything else when the device is left.
 */
import type { StudentId } from '#domain/model/ids.ts';
import { parseJson } from '#protocol/json.ts';
import { browserSecondPlace, type SecondPlace } from '#platform/second-place.ts';

/** Begins as all keys of this device's data do, so that leaving the device erases it. */
const KEY = 'nineoften.put-away';

interface PutAway {
  readonly day: string;
  readonly students: readonly string[];
}

/** @param day the school's calendar day */
export function isPutAway(
  student: StudentId,
  day: string,
  place: SecondPlace = browserSecondPlace(),
): boolean {
  const kept = read(place);
  return kept?.day === day && kept.students.includes(student);
}

/** Until the next school day. Where the browser keeps nothing, it is offered again. */
export function putAway(
  student: StudentId,
  day: string,
  place: SecondPlace = browserSecondPlace(),
): void {
  const kept = read(place);
  const students = kept?.day === day ? kept.students : [];
  place.write(KEY, JSON.stringify({ day, students: [...new Set([...students, student])] }));
}

function read(place: SecondPlace): PutAway | null {
  const text = place.read(KEY);
  const json = text === null ? null : parseJson(text);
  if (json === null || !json.ok) return null;
  const kept = json.value as Partial<PutAway> | null; // looked at on the next line
  const { day, students } = kept ?? {};
  if (typeof day !== 'string' || !Array.isArray(students)) return null;
  return { day, students: students.filter((one) => typeof one === 'string') };
}
