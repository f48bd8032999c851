import type { Trap } from './item.ts';

/**
 * The error list of an item with a whole-number answer: what is not a possible wrong answer (the key itself, a negative
 * number, a broken one, null for "does not apply") falls out, and so does a repetition.
 */
export function numberTraps(
  key: number,
  entries: readonly (readonly [tag: string, value: number | null])[],
): Trap[] {
  const seen = new Set<string>();
  const traps: Trap[] = [];
  for (const [tag, value] of entries) {
    if (value === null || value === key || value < 0 || !Number.isSafeInteger(value)) continue;
    const name = `${tag} ${value}`;
    if (!seen.has(name)) traps.push({ tag, value: String(value) });
    seen.add(name);
  }
  return traps;
}
