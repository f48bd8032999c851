/** Calendar days in a school's time zone, as text that sorts: `2026-11-21`. */
import { assert } from '../kernel/assert.ts';

/** Offsets of time zones are whole quarters of an hour: within one quarter the day cannot change. */
const QUARTER = 15 * 60_000;
/** Quarters remembered per time zone, about a school year's worth of busy ones. */
const REMEMBERED = 4096;

const zones = new Map<string, (moment: number) => string>();

/**
 * The function that names the calendar day of a moment (ms) in an IANA time zone. Throws a RangeError for a zone that is
 * unknown: settings are checked where they are set.
 */
export function dayIn(timeZone: string): (moment: number) => string {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const days = new Map<number, string>();
  const day = (moment: number): string => {
    const quarter = Math.floor(moment / QUARTER);
    const remembered = days.get(quarter);
    if (remembered !== undefined) return remembered;
    const parts = new Map(
      format.formatToParts(quarter * QUARTER).map(({ type, value }) => [type, value]),
    );
    const text = `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
    if (days.size >= REMEMBERED) days.clear();
    days.set(quarter, text);
    return text;
  };
  zones.set(timeZone, day);
  return day;
}

/** The calendar day after `day`: 2028-02-28 gives 2028-02-29. */
export function nextDay(day: string): string {
  const match = /^(\d{4,})-(\d{2})-(\d{2})$/.exec(day);
  assert(match !== null, `a day is written yyyy-mm-dd, not ${day}`);
  const [year, month, date] = match.slice(1).map(Number);
  assert(
    year !== undefined && month !== undefined && date !== undefined,
    'the pattern has three groups',
  );
  if (date < daysInMonth(year, month)) return writeDay(year, month, date + 1);
  return month < 12 ? writeDay(year, month + 1, 1) : writeDay(year + 1, 1, 1);
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function writeDay(year: number, month: number, date: number): string {
  const [y, m, d] = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(date).padStart(2, '0'),
  ];
  return `${y}-${m}-${d}`;
}

/** Whole days from one calendar day to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970-01-01 in the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). */
function dayNumber(day: string): number {
  const match = /^(\d{4,})-(\d{2})-(\d{2})$/.exec(day);
  assert(match !== null, `a day is written yyyy-mm-dd, not ${day}`);
  const [year = 0, month = 1, date = 1] = match.slice(1).map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
