/** The parts of the soak: each runs a piece of about half a minute for one seed, again and again. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FAULTS as BENT } from '#test/model/link.ts';
import type { Ran } from '#test/model/run-model.ts';
import { runFuzz } from '#test/support/fuzz/run-fuzz.ts';
import { runBrowserCrash } from './browser-crash.ts';
import { runForms } from './forms.ts';
import { runHerd } from './herd.ts';
import { NOTHING, type Counts, type Report } from './report.ts';
import { runScreenCrash } from './screen-crash.ts';
import { BETWEEN, runServerCrash } from './server-crash.ts';

export interface Turn {
  /** The seed of the run, and how many pieces of this part came before. */
  readonly seed: number;
  readonly turn: number;
  readonly signal: AbortSignal;
}

export interface Part {
  /** What `--only` calls it. */
  readonly group: string;
  /** Its part of the time. */
  readonly share: number;
  /** What a long run (30 minutes and more) does at least, whatever time that takes. */
  readonly least?: { readonly what: string; readonly count: number; of(report: Report): number };
  /** Runs only where it is asked for: it loses nothing to the network, and needs hours for what it does at least. */
  readonly aside?: true;
  readonly run: (turn: Turn) => Promise<Report>;
}

const run = promisify(execFile);
const MODEL_TURN = join(import.meta.dirname, 'model-turn.ts');

const SEEDS_IN_TURN = 100;
/** Seeds of one run are far from those of another. */
const APART = 100_000;
const PATIENCE_MS = 60_000;

const seedOf = ({ seed, turn }: Turn): string => `${seed}.${turn}`;
const kills = ({ faults }: Report): number =>
  Object.entries(faults).reduce((sum, [name, n]) => (name.startsWith('kill') ? sum + n : sum), 0);

async function model({ seed, turn }: Turn): Promise<Report> {
  const from = seed * APART + turn * SEEDS_IN_TURN;
  const { stdout } = await run(
    process.execPath,
    [MODEL_TURN, String(from), String(SEEDS_IN_TURN), String(PATIENCE_MS)],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const ran = JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1)) as Ran; // written by model-turn.ts
  const { seeds = 0, ...counts } = ran.counts;
  const isFault = (name: string): boolean => (BENT as readonly string[]).includes(name);
  const those = (which: boolean): Counts =>
    Object.fromEntries(Object.entries(counts).filter(([name]) => isFault(name) === which));
  return {
    ...NOTHING,
    commands: those(false),
    faults: those(true),
    seeds,
    acknowledged: ran.acknowledged,
    lost: ran.lost,
    doubled: ran.doubled,
    failures: ran.failures.map(
      ({ seed: at, words, faults }) => `seed ${at}: ${faults.join('; ')} [model, after: ${words}]`,
    ),
  };
}

/** Acknowledges nothing that is counted here: it holds the server to its answers, and to staying up. */
async function fuzz({ seed, turn }: Turn): Promise<Report> {
  const report = await runFuzz({ requests: 2000, seed: seed * APART + turn });
  const answers: Record<string, number> = { request: report.requests };
  for (const [name, count] of report.answers) {
    const status = `answered ${name.split(' ')[1] ?? ''}`;
    answers[status] = (answers[status] ?? 0) + count;
  }
  return { ...NOTHING, commands: answers, seeds: 1 };
}

const herd = (restart: boolean) => (turn: Turn) =>
  runHerd({ seed: seedOf(turn), devices: 200, checks: 40, restart });

export const PARTS: Readonly<Record<string, Part>> = {
  model: {
    group: 'model',
    share: 0.2,
    least: { what: 'histories', count: 2000, of: ({ seeds }) => seeds },
    run: model,
  },
  server: {
    group: 'server',
    share: 0.3,
    least: { what: BETWEEN, count: 500, of: ({ faults }) => faults[BETWEEN] ?? 0 },
    run: (turn) =>
      runServerCrash({ seed: seedOf(turn), kills: 20, restoreEvery: 5, signal: turn.signal }),
  },
  browser: {
    group: 'browser',
    share: 0.25,
    least: { what: 'kills', count: 200, of: kills },
    run: (turn) => runBrowserCrash({ seed: seedOf(turn), kills: 10, signal: turn.signal }),
  },
  'interview screen': {
    group: 'browser',
    share: 0.1,
    run: (turn) => runScreenCrash({ seed: seedOf(turn), kills: 5, signal: turn.signal }),
  },
  herd: { group: 'herd', share: 0.05, run: herd(false) },
  'herd, server killed': { group: 'herd', share: 0.05, run: herd(true) },
  fuzz: { group: 'fuzz', share: 0.05, run: fuzz },
  forms: {
    group: 'forms',
    share: 1,
    least: { what: 'seeds of every objective', count: 50_000, of: ({ seeds }) => seeds },
    aside: true,
    run: runForms,
  },
};
