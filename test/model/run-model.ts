/** Runs the model for many seeds; a seed that fails is shrunk to the shortest history that still fails. */
import fc from 'fast-check';
import { act } from './act.ts';
import type { Change } from './bundle.ts';
import { commandsOf, wordsOf, type Command } from './commands.ts';
import { invariants, type Found } from './invariants.ts';
import { quiet } from './quiet.ts';
import { openWorldOf } from './world.ts';

export interface Failure {
  readonly seed: number;
  /** Where fast-check found the shortest history: `{seed, path}` finds it again. */
  readonly path: string;
  readonly words: string;
  readonly commands: readonly Command[];
  readonly faults: readonly string[];
}

export interface Ran {
  readonly counts: Readonly<Record<string, number>>;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly failures: readonly Failure[];
}

export interface Running {
  /** How many seeds. */
  readonly seeds: number;
  /** The first one. */
  readonly from: number;
  /** Commands in one history, at most. */
  readonly commands?: number;
  /** Planted bugs. */
  readonly changes?: readonly Change[];
  /** A planted bug of the server: it answers for events that it does not keep. */
  readonly serverForgets?: boolean;
  /** No further seed after so many ms of real time. */
  readonly forMs?: number;
  /** Stops at the first failure. */
  readonly endAtFailure?: boolean;
  /** Told of each failure at once. */
  readonly failed?: (failure: Failure) => void;
  /** Whether a failure is shrunk: 50 runs and more. */
  readonly shrink?: boolean;
}

const COMMANDS = 30;
/** Shrinking takes so long at most. */
const SHRINK_MS = 120_000;

export interface One extends Found {
  readonly counts: ReadonlyMap<string, number>;
}

/** One history, to rest. */
export async function runCommands(
  commands: readonly Command[],
  seed: number,
  changes: readonly Change[] = [],
  serverForgets = false,
): Promise<One> {
  const world = await openWorldOf(seed, changes);
  world.server.forgets = serverForgets;
  try {
    for (const command of commands) await act(world, command);
    const unquiet = await quiet(world);
    const found = await invariants(world);
    return { ...found, faults: [...unquiet, ...found.faults], counts: world.counts };
  } finally {
    await world.close();
  }
}

/** The same history for a seed, whatever ran before. */
export function commandsOfSeed(seed: number, most = COMMANDS): Command[] {
  const [commands] = fc.sample(fc.noBias(commandsOf(most)), { seed, numRuns: 1 });
  if (commands === undefined) throw new Error('No history');
  return commands;
}

/** What sort of fault it is, without names and numbers: a shorter history counts only where the same goes wrong. */
const sortOf = (faults: readonly string[]): string => (faults[0] ?? '').replace(/[:(].*/su, '');

async function shrunk(
  seed: number,
  most: number,
  changes: readonly Change[],
  found: readonly string[],
): Promise<Failure> {
  let last = found;
  const holds = async (commands: readonly Command[]): Promise<boolean> => {
    const { faults } = await runCommands(commands, seed, changes);
    const same = faults.length > 0 && sortOf(faults) === sortOf(found);
    if (same) last = faults;
    return !same;
  };
  const checked = await fc.check(fc.asyncProperty(fc.noBias(commandsOf(most)), holds), {
    seed,
    numRuns: 1,
    interruptAfterTimeLimit: SHRINK_MS,
    markInterruptAsFailure: false,
  });
  const commands = checked.counterexample?.[0] ?? commandsOfSeed(seed, most);
  return {
    seed,
    path: checked.counterexamplePath ?? '',
    words: wordsOf(commands),
    commands,
    faults: last,
  };
}

/** Runs `seeds` histories from seed `from` on. */
export async function runModel(running: Running): Promise<Ran> {
  const { seeds, from, commands: most = COMMANDS, changes = [], forMs = Infinity } = running;
  const counts: Record<string, number> = { seeds: 0 };
  const total = { acknowledged: 0, lost: 0, doubled: 0 };
  const failures: Failure[] = [];
  const began = performance.now();
  for (let seed = from; seed < from + seeds && performance.now() - began < forMs; seed += 1) {
    const commands = commandsOfSeed(seed, most);
    const one = await runCommands(commands, seed, changes, running.serverForgets);
    counts['seeds'] = (counts['seeds'] ?? 0) + 1;
    for (const [name, count] of one.counts) counts[name] = (counts[name] ?? 0) + count;
    total.acknowledged += one.acknowledged;
    total.lost += one.lost;
    total.doubled += one.doubled;
    if (one.faults.length === 0) continue;
    const whole = { seed, path: '', words: wordsOf(commands), commands, faults: one.faults };
    const failure =
      running.shrink === false ? whole : await shrunk(seed, most, changes, one.faults);
    failures.push(failure);
    running.failed?.(failure);
    if (running.endAtFailure === true) break;
  }
  return { counts, ...total, failures };
}
