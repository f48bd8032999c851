/** The school's calendar day of a moment, in its own time zone (PROTOCOL 13: "the next day" is the next calendar day there). */

type DayOf = (moment: number) => string;
/** A formatter takes as long to make as a tap may take: made once for each zone. */
const made = new Map<string, DayOf>();

/** @returns `YYYY-MM-DD`. A time zone that this browser does not know falls back to UTC. */
export function dayIn(timeZone: string): DayOf {
  const dayOf = made.get(timeZone) ?? makeDayIn(timeZone);
  made.set(timeZone, dayOf);
  return dayOf;
}

function makeDayIn(timeZone: string): DayOf {
  const format = formatter(timeZone);
  const known = new Map<number, string>();
  return (moment) => {
    // Zones differ from UTC by whole quarters of an hour: within one quarter the day is the same.
    const quarter = Math.floor(moment / QUARTER_MS);
    let day = known.get(quarter);
    if (day === undefined) {
      const parts = new Map(
        format.formatToParts(quarter * QUARTER_MS).map(({ type, value }) => [type, value]),
      );
      day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
      known.set(quarter, day);
    }
    return day;
  };
}

const QUARTER_MS = 15 * 60 * 1000;

function formatter(timeZone: string): Intl.DateTimeFormat {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', { ...options, timeZone: 'UTC' });
  }
}
