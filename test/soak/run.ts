/**
 * `npm run soak`: the proof of docs/reliability.md, for as long as one likes.
 *
 *   npm run soak -- --minutes 30 --seed 1 --only model,server,browser,herd,fuzz
 *   npm run soak -- --minutes 30 --only forms     checks: 50,000 forms of every objective, however long that takes
 *
 * Goes round the parts, each for its share of the time. Ends with a table and, as its last line, "acknowledged N, lost N, doubled N".
 * Exit code 1 where anything was lost or doubled, or anything else was not as it must be. Ctrl-C ends it with the table so far.
 */
import { parseArgs } from 'node:util';
import { ensureChromium } from '#test/support/chromium.mjs';
import { PARTS, type Part } from './parts.ts';
import { addReports, isClean, NOTHING, sumLine, table, type Report } from './report.ts';

/** From so many minutes on it is a long run: parts do what they do at least. */
const LONG_MINUTES = 30;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 10_000) },
    only: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
const groups = [...new Set(Object.values(PARTS).map(({ group }) => group))];
const usual = groups.filter((name) =>
  Object.values(PARTS).some(({ group, aside }) => group === name && aside !== true),
);
const only = values.only?.split(',') ?? usual;
if (!(minutes > 0) || !Number.isInteger(seed) || only.some((name) => !groups.includes(name))) {
  console.error(
    `--minutes takes a number, --seed a whole one, --only some of ${groups.join(', ')}.`,
  );
  process.exit(2);
}

// The short forms kill the engine; here it is the browser that people have.
if (only.includes('browser')) process.env['CHROMIUM_PATH'] ??= ensureChromium();

const chosen = Object.entries(PARTS).filter(([, { group }]) => only.includes(group));
const reports = new Map<string, Report>(chosen.map(([name]) => [name, NOTHING]));
const spent = new Map<string, number>(chosen.map(([name]) => [name, 0]));
const turns = new Map<string, number>();
const interrupt = new AbortController();
process.on('SIGINT', () => interrupt.abort());

const begun = performance.now();
const deadline = begun + minutes * 60_000;
const reportOf = (name: string): Report => reports.get(name) ?? NOTHING;
const owes = (name: string, { least }: Part): boolean =>
  minutes >= LONG_MINUTES && least !== undefined && least.of(reportOf(name)) < least.count;

/** The part that has had the least of its share; after the end of the time, of those that have not done their least. */
function nextPart(): [string, Part] | undefined {
  const late = performance.now() >= deadline;
  return chosen
    .filter(([name, part]) => !late || owes(name, part))
    .toSorted(([a, one], [b, two]) => behind(a, one) - behind(b, two))[0];
}
const behind = (name: string, { share }: Part): number => (spent.get(name) ?? 0) / share;

function timer(): string {
  const seconds = Math.round((performance.now() - begun) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

async function take(name: string, part: Part): Promise<void> {
  const turn = turns.get(name) ?? 0;
  turns.set(name, turn + 1);
  const from = performance.now();
  const limits = [interrupt.signal];
  if (!owes(name, part)) limits.push(AbortSignal.timeout(Math.max(1, Math.ceil(deadline - from))));
  const signal = AbortSignal.any(limits);
  let found: Report;
  try {
    found = await part.run({ seed, turn, signal });
  } catch (error) {
    // Ctrl-C also reaches the servers and browsers of the part that runs: what it did is not counted, and no failure.
    if (interrupt.signal.aborted) return;
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    found = { ...NOTHING, failures: [`${why} [${name}, seed ${seed}.${turn}]`] };
  }
  reports.set(name, addReports(reportOf(name), found));
  const ms = performance.now() - from;
  spent.set(name, (spent.get(name) ?? 0) + ms);
  console.log(
    `${timer()}  ${name} ${seed}.${turn}: ${sumLine(found)} (${Math.round(ms / 1000)} s)`,
  );
  for (const failure of found.failures) console.log(`      FAILED: ${failure}`);
}

console.log(`Soak of ${minutes} minutes, seed ${seed}: ${chosen.map(([name]) => name).join(', ')}`);
while (!interrupt.signal.aborted) {
  const next = nextPart();
  if (next === undefined) break;
  await take(...next);
}
const total = [...reports.values()].reduce(addReports, NOTHING);
console.log(`\n${table(Object.fromEntries(reports))}`);
console.log(`${timer()} minutes, seed ${seed}, ${total.failures.length} failures`);
console.log(sumLine(total));
process.exit(isClean(total) ? 0 : 1);
