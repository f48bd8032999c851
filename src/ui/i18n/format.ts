/** Dates and numbers in words a person reads. All moments are epoch milliseconds. */
export interface Formatters {
  /** "21 Nov" */
  readonly day: (at: number) => string;
  /** "Friday, 21 November 2026" */
  readonly dayLong: (at: number) => string;
  /** "Tuesday" */
  readonly weekday: (at: number) => string;
  /** "10:42" */
  readonly time: (at: number) => string;
  /** "21 Nov, 10:42" */
  readonly dayTime: (at: number) => string;
  readonly number: (value: number) => string;
  /** 0.5 gives "50%" */
  readonly percent: (share: number) => string;
  /** "A, B and C" */
  readonly list: (parts: readonly string[]) => string;
}

/** Formatters for one locale and one IANA time zone (the school's zone, not the device's). */
export function makeFormatters(locale: string, timeZone?: string): Formatters {
  const zone = timeZone === undefined ? {} : { timeZone };
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, ...zone });
    return (at: number) => format.format(at);
  };
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    day: date({ day: 'numeric', month: 'short' }),
    dayLong: date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: date({ weekday: 'long' }),
    time: date({ hour: 'numeric', minute: '2-digit' }),
    dayTime: date({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    list: (parts) => list.format(parts),
  };
}
