/** The property tests of the item families with many seeds: a slice of seeds of every objective in one turn. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOTHING, type Report } from './report.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
/** Every form of `holdFamily` and of the plain arithmetic: what is built, its blueprint and its second solver. */
const TESTS = 'forms keep the blueprint|a form of .* (?:has the right length|accepts)';
/** A slice: some minutes, so that loading the tests (20 s of one core) is the smaller part. */
const SEEDS = 2500;
const TIMEOUT_MS = 600_000;

/** What Vitest writes down. */
interface Written {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

interface Slice {
  readonly seed: number;
  /** Slices of this run that came before; slices of one run do not overlap, those of another begin elsewhere. */
  readonly turn: number;
  readonly signal: AbortSignal;
}

/** One slice. Rejects where it was ended before its time. */
export async function runForms({ seed, turn, signal }: Slice): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-forms-'));
  const file = join(folder, 'report.json');
  const from = seed * APART + turn * SEEDS;
  try {
    const run = spawn(
      process.execPath,
      [
        VITEST,
        'run',
        '--project=domain',
        `--testNamePattern=${TESTS}`,
        `--testTimeout=${TIMEOUT_MS}`,
        '--reporter=json',
        `--outputFile=${file}`,
        'test/unit/domain/items',
      ],
      {
        cwd: ROOT,
        signal,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, FORM_SEEDS: String(SEEDS), FORM_FROM: String(from) },
      },
    );
    await once(run, 'exit');
    return reportOf(JSON.parse(readFileSync(file, 'utf8')) as Written, from);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seeds of one run are far from those of another. */
const APART = 1_000_000;

function reportOf({ testResults }: Written, from: number): Report {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failures = tests
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => {
      const why = (failureMessages[0] ?? '').split('\n').slice(0, 8).join(' ');
      return `${fullName}: ${why} [FORM_FROM=${from} FORM_SEEDS=${SEEDS}]`;
    });
  // A file that could not be loaded has no tests to fail.
  const broken = testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .map(({ name, message }) => `${name}: ${message}`);
  if (passed === 0 && failures.length === 0) broken.push('no test was run');
  return {
    ...NOTHING,
    commands: { 'form built and looked at': passed * SEEDS },
    seeds: SEEDS,
    failures: [...failures, ...broken],
  };
}
