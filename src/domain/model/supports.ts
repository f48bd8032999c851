/**
 * Accommodations and preferences of a child, set once by a teacher, kept as codes on the child's record and named in every
 * attempt. A code that is not known here (of a later version) is kept and changes nothing.
 */

/** How much longer a child may take; `untimed` lifts the limit. One of them stands, or none. */
export const TIME_SUPPORTS = ['time-1.25', 'time-1.5', 'time-2', 'time-3', 'untimed'] as const;
export type TimeSupport = (typeof TIME_SUPPORTS)[number];

/** Each on or off. */
export const PLAIN_SUPPORTS = [
  'read-aloud',
  'large-text',
  'spacing',
  'reduced-motion',
  'high-contrast',
] as const;
export type PlainSupport = (typeof PLAIN_SUPPORTS)[number];

/** How the screen is laid out for the child: no accommodation, but kept at the same place. */
export const PREFERENCES = ['left-handed', 'timer-shown', 'timer-hidden'] as const;
export type Preference = (typeof PREFERENCES)[number];

export type Support = TimeSupport | PlainSupport | Preference;

const ALL: readonly string[] = [...TIME_SUPPORTS, ...PLAIN_SUPPORTS, ...PREFERENCES];

export function isSupport(code: string): code is Support {
  return ALL.includes(code);
}

/** The known codes among these, each once, in a fixed order. */
export function readSupports(codes: readonly string[] | undefined): readonly Support[] {
  const given = new Set(codes ?? []);
  return ALL.filter((code) => given.has(code)).filter(isSupport);
}

/** How much longer a child may take: a support `time-1.5` stretches the limit, `untimed` lifts it (0). Else 1. */
export function timeFactorOf(supports: readonly string[]): number {
  if (supports.includes('untimed')) return 0;
  const factors = supports.map((support) =>
    Number(/^time-(\d(?:\.\d+)?)$/.exec(support)?.[1] ?? 1),
  );
  return Math.max(1, ...factors);
}

/** Those that are given on paper too: time. What the screen does (read aloud, high contrast) a sheet does not. */
export function supportsOnPaper(supports: readonly string[]): readonly string[] {
  return supports.filter((support) => timeFactorOf([support]) !== 1);
}

/**
 * Whether a child sees the time bar: the child's own setting first, then the group's, then the course's.
 * @param group what the teacher of the group has set for the course, null or undefined = nothing
 * @param course `hidden` where the course hides it by default
 */
export function isTimerShown(
  supports: readonly string[],
  group: 'shown' | 'hidden' | null | undefined,
  course: 'hidden' | undefined,
): boolean {
  if (supports.includes('untimed') || supports.includes('timer-hidden')) return false;
  if (supports.includes('timer-shown')) return true;
  return (group ?? course ?? 'shown') === 'shown';
}
