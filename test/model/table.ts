/** The table that a run prints: what really happened, how often, and what became of the events. */
import type { Ran } from './run-model.ts';

export function tableOf({ counts, acknowledged, lost, doubled }: Ran, from: number): string {
  const { seeds = 0, ...rest } = counts;
  const rows = Object.entries(rest).toSorted(([, a], [, b]) => b - a);
  const width = Math.max(10, ...rows.map(([name]) => name.length));
  const lines = rows.map(([name, count]) => `  ${name.padEnd(width)} ${String(count).padStart(7)}`);
  return [
    `model: ${seeds} histories, seeds ${from} to ${from + seeds - 1}`,
    ...lines,
    `  acknowledged ${acknowledged}, lost ${lost}, doubled ${doubled}`,
  ].join('\n');
}

/** A failure as a person reads it, with what makes it again. */
export function failureText({ failures }: Ran): string {
  return failures
    .map(({ seed, path, words, commands, faults }) =>
      [
        `seed ${seed}, path "${path}": ${words}`,
        ...faults.map((fault) => `  ${fault}`),
        `  ${JSON.stringify(commands)}`,
      ].join('\n'),
    )
    .join('\n\n');
}
