/** What the bench found, and the bars it is held against (how good is good enough). */

export type Unit = 'ms' | 'kB' | 'x' | '/s';

export interface Bar {
  readonly is: 'at most' | 'at least';
  readonly value: number;
}

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  /** Absent: said for information. */
  readonly bar?: Bar;
}

export const atMost = (value: number): Bar => ({ is: 'at most', value });
export const atLeast = (value: number): Bar => ({ is: 'at least', value });

/** Null where there is no bar. Not a number is missed: what was not measured is not met. */
export function isMet({ value, bar }: Figure): boolean | null {
  if (bar === undefined) return null;
  return bar.is === 'at most' ? value <= bar.value : value >= bar.value;
}

function text(value: number, unit: Unit): string {
  const digits = unit === 'x' ? 2 : unit === 'ms' && value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`;
}

/** The table that is printed. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, value, unit, bar } = figure;
    const met = isMet(figure);
    const held = bar === undefined ? '' : `${bar.is} ${text(bar.value, unit)}`;
    return [what, text(value, unit), held, met === null ? '' : met ? 'met' : 'MISSED'];
  });
  const all = [['What', 'Figure', 'Bar', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const [head = [], ...body] = all;
  return [line(head), rule, ...body.map(line)].join('\n');
}
