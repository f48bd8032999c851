/** What a part of the soak did and found, and the table of all of them. */

export type Counts = Readonly<Record<string, number>>;

export interface Report {
  /** What was asked for, by name. */
  readonly commands: Counts;
  /** Faults that really happened, by kind. Kills are among them. */
  readonly faults: Counts;
  /** Seeds that were run. */
  readonly seeds: number;
  /** Events that an answer named, or a screen called sent. */
  readonly acknowledged: number;
  /** Of these and of those that were called saved: how many are nowhere any more. */
  readonly lost: number;
  /** How many are there, or count, more than once. */
  readonly doubled: number;
  /** Anything else that must not be, in one line each, with what is needed to see it again. */
  readonly failures: readonly string[];
  /** Figures worth printing. */
  readonly notes: readonly string[];
}

export const NOTHING: Report = {
  commands: {},
  faults: {},
  seeds: 0,
  acknowledged: 0,
  lost: 0,
  doubled: 0,
  failures: [],
  notes: [],
};

export function addCounts(a: Counts, b: Counts): Counts {
  const sum: Record<string, number> = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

export function addReports(a: Report, b: Report): Report {
  return {
    commands: addCounts(a.commands, b.commands),
    faults: addCounts(a.faults, b.faults),
    seeds: a.seeds + b.seeds,
    acknowledged: a.acknowledged + b.acknowledged,
    lost: a.lost + b.lost,
    doubled: a.doubled + b.doubled,
    failures: [...a.failures, ...b.failures],
    // Of the newest run only: a figure is no sum.
    notes: b.notes.length > 0 ? b.notes : a.notes,
  };
}

export const isClean = ({ lost, doubled, failures }: Report): boolean =>
  lost === 0 && doubled === 0 && failures.length === 0;

function block(title: string, counts: Counts): string[] {
  const rows = Object.entries(counts).filter(([, count]) => count > 0);
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(([name]) => name.length));
  const sorted = rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    `  ${title}`,
    ...sorted.map(([name, count]) => `    ${name.padEnd(width)}  ${String(count).padStart(8)}`),
  ];
}

/** The table, part by part. */
export function table(parts: Readonly<Record<string, Report>>): string {
  return Object.entries(parts)
    .flatMap(([name, report]) => [
      `${name}: ${report.seeds} seeds, acknowledged ${report.acknowledged}, lost ${report.lost}, doubled ${report.doubled}`,
      ...block('commands', report.commands),
      ...block('faults', report.faults),
      ...report.notes.map((note) => `  ${note}`),
      ...report.failures.map((failure) => `  FAILED: ${failure}`),
      '',
    ])
    .join('\n');
}

/** The last line. */
export const sumLine = ({ acknowledged, lost, doubled }: Report): string =>
  `acknowledged ${acknowledged}, lost ${lost}, doubled ${doubled}`;
