import type { ObjectiveRow } from './objective-rows.ts';

/** The comparisons of a row's blueprint ("result>10") that hold for these numbers. */
export function comparedTags(
  { params }: ObjectiveRow,
  numbers: Readonly<Record<string, number>>,
): string[] {
  return Array.from(params.matchAll(/"((\w+)(>|<|<=)(\d+))"/gu), ([, tag, name, sign, bound]) => {
    const [value, limit] = [numbers[name ?? ''] ?? Number.NaN, Number(bound)];
    const holds = sign === '>' ? value > limit : sign === '<' ? value < limit : value <= limit;
    return holds && tag !== undefined ? [tag] : [];
  }).flat();
}
