/** The commands of the model, as plain data: what fast-check makes, shrinks, and what a failing seed is written down as. */
import fc from 'fast-check';
import { FAULTS } from './link.ts';

const WORK = {
  mark: 8,
  check: 8,
  'finish a check': 3,
  undo: 3,
  withdraw: 2,
  judge: 3,
  rename: 3,
  regroup: 3,
  'new student': 2,
  'widen or narrow a scope': 2,
  'merge students': 2,
  'erase a student': 1,
} as const;
const LIFE = {
  offline: 3,
  online: 3,
  'try now': 2,
  'clock forward a year': 1,
  'clock back a year': 1,
  'clock right': 1,
  sleep: 2,
  kill: 5,
  restart: 2,
  'second tab': 2,
  'write in two tabs at once': 2,
  'close a tab': 1,
  lock: 1,
  'sign in': 1,
  'erase a device': 1,
  'clone a device': 1,
  'revoke a device': 1,
  'return a device': 1,
  'envelope of a version ahead': 1,
  'envelope of a version ago': 1,
  'save a rescue file': 1,
  'bring a rescue file twice': 2,
  'hand back': 1,
  'hand back in the middle of work': 1,
  'sign out': 1,
  'a month in a cupboard': 1,
  'event of the other school': 1,
} as const;
const SERVER = {
  'server kill': 2,
  'server restart': 2,
  backup: 2,
  'restore without journal': 1,
  'restore with journal': 2,
  'second disk away': 1,
  'second disk back': 1,
} as const;

export type Name =
  | keyof typeof WORK
  | keyof typeof LIFE
  | keyof typeof SERVER
  | (typeof FAULTS)[number];

/** How long until the next command: some tasks of the queue (a kill lands between two of them), or some time. */
export type Wait = { readonly steps: number } | { readonly ms: number };

export interface Command {
  readonly do: Name;
  /** Which device, counted around. */
  readonly d: number;
  /** Which student, group or event, counted around. */
  readonly s: number;
  readonly n: number;
  readonly wait: Wait;
}

const weights: Readonly<Record<Name, number>> = {
  ...WORK,
  ...LIFE,
  ...SERVER,
  // Each fault a little, together as many as marks.
  ...(Object.fromEntries(FAULTS.map((fault) => [fault, 1])) as Record<
    (typeof FAULTS)[number],
    number
  >),
};
export const NAMES = Object.keys(weights) as Name[]; // of the record above

const nameOf = (names: readonly Name[]): fc.Arbitrary<Name> =>
  fc.oneof(...names.map((one) => ({ weight: weights[one], arbitrary: fc.constant(one) })));

const wait: fc.Arbitrary<Wait> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ steps: fc.nat(40) }) },
  { weight: 3, arbitrary: fc.record({ ms: fc.nat(3000) }) },
  { weight: 2, arbitrary: fc.record({ ms: fc.nat(30_000) }) },
  { weight: 1, arbitrary: fc.record({ ms: fc.nat(600_000) }) },
);

/**
 * A history has some of the commands and some of the devices only: what needs three of one sort in a row would be too rare among
 * all of them ("swarm testing", Groce and others, 2012). A third of the histories has everything.
 */
const swarm: fc.Arbitrary<{ names: readonly Name[]; devices: readonly number[] }> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ names: NAMES, devices: [0, 1, 2, 3, 4, 5, 6, 7] }) },
  {
    weight: 2,
    arbitrary: fc.record({
      names: fc
        .subarray(NAMES, { minLength: 4, maxLength: 12 })
        .map((some): readonly Name[] => ['mark', 'check', 'rename', ...some]),
      devices: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1, maxLength: 3 }),
    }),
  },
);

export const commandsOf = (most: number): fc.Arbitrary<Command[]> =>
  swarm.chain(({ names, devices }) =>
    fc.array(
      fc.record({
        do: nameOf(names),
        d: fc.constantFrom(...devices),
        s: fc.nat(11),
        n: fc.nat(15),
        wait,
      }),
      { minLength: Math.min(5, most), maxLength: most, size: 'max' },
    ),
  );

/** In words: what a named test is called, and what a failure prints. */
export function wordsOf(commands: readonly Command[]): string {
  return commands
    .map(({ do: what, d, s, n, wait: pause }) => {
      const then = 'steps' in pause ? `${pause.steps} steps` : `${pause.ms} ms`;
      return `${what} (${d} ${s} ${n}; ${then})`;
    })
    .join(', ');
}
