/**
 * `npm run bench`: how good is good enough, measured with the real app in Chromium and the real server.
 *
 *   npm run bench -- --only javascript,first-sync --runs 3
 *
 * Prints a table, and writes everything to bench-results.json. A missed bar is said, and fails nothing.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBench, type Bench } from './bench.ts';
import { measureCheckStart } from './check-start.ts';
import { isMet, table, type Figure } from './figures.ts';
import { measureFirstSync } from './first-sync.ts';
import { measureForms } from './forms.ts';
import { measureJavaScript } from './javascript.ts';
import { describeMachine } from './machine.ts';
import { measureMarkToCell } from './mark-to-cell.ts';
import { measureServer } from './server.ts';
import { measureStart } from './start.ts';
import { measureTaps } from './tap.ts';

const PARTS: Readonly<Record<string, (bench: Bench) => Promise<readonly Figure[]>>> = {
  tap: measureTaps,
  start: measureStart,
  'first-sync': measureFirstSync,
  'mark-to-cell': measureMarkToCell,
  javascript: measureJavaScript,
  forms: measureForms,
  'check-start': measureCheckStart,
  server: measureServer,
};
const RESULTS = join(import.meta.dirname, '..', '..', 'bench-results.json');

const { values } = parseArgs({
  options: { only: { type: 'string' }, runs: { type: 'string', default: '7' } },
});
const chosen = values.only === undefined ? Object.keys(PARTS) : values.only.split(',');
const unknown = chosen.find((name) => PARTS[name] === undefined);
const runs = Number(values.runs);
if (unknown !== undefined || !Number.isInteger(runs) || runs < 1) {
  console.error(`--only takes ${Object.keys(PARTS).join(', ')}; --runs a number from 1.`);
  process.exit(2);
}

const begun = performance.now();
const machine = describeMachine();
console.log('Building the app, and a school with 10,000 attempts ...');
const bench = await openBench(runs);
const figures: Figure[] = [];
const failures: Record<string, string> = {};
const seconds: Record<string, number> = {};
try {
  for (const name of chosen) {
    console.log(`Measuring: ${name} ...`);
    const from = performance.now();
    try {
      figures.push(...((await PARTS[name]?.(bench)) ?? []));
    } catch (error) {
      // The others are still worth knowing; the run as a whole has failed.
      failures[name] = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.exitCode = 1;
    }
    seconds[name] = Math.round((performance.now() - from) / 1000);
  }
} finally {
  await bench.close();
}
const total = Math.round((performance.now() - begun) / 1000);
console.log(`\n${table(figures)}\n`);
for (const [name, why] of Object.entries(failures)) console.log(`Not measured: ${name}\n${why}\n`);
console.log(
  `${machine.cores} cores, ${machine.cpu}; a fixed sum takes ${machine.spinMs} ms; ${total} s in all.`,
);
await writeFile(
  RESULTS,
  `${JSON.stringify(
    {
      at: new Date().toISOString(),
      machine: { before: machine, after: describeMachine() },
      runs,
      seconds: { ...seconds, total },
      failures,
      figures: figures.map((figure) => ({ ...figure, met: isMet(figure) })),
    },
    null,
    2,
  )}\n`,
);
