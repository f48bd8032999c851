/** The file of entries that do not count: one JSON object a line, for whoever looks after the school's server. */
import type { HeldAnswer } from '#protocol/staff-request.ts';

export type HeldEntry = HeldAnswer['events'][number];

/** Everything that is known of them, the event itself as the text that it is. */
export function heldLines(entries: readonly HeldEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

/** @param day of the school, YYYY-MM-DD */
export function heldFileName(day: string): string {
  return `nine-of-ten-not-counted-${day}.jsonl`;
}

/** By reason, the largest number first; inside, the newest first. */
export function byReason(
  entries: readonly HeldEntry[],
): readonly { readonly code: string; readonly entries: readonly HeldEntry[] }[] {
  const groups = new Map<string, HeldEntry[]>();
  for (const entry of entries.toSorted((a, b) => b.moment - a.moment)) {
    const group = groups.get(entry.code);
    if (group === undefined) groups.set(entry.code, [entry]);
    else group.push(entry);
  }
  return [...groups]
    .map(([code, list]) => ({ code, entries: list }))
    .toSorted((a, b) => b.entries.length - a.entries.length || a.code.localeCompare(b.code));
}
