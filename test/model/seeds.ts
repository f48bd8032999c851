/**
 * Histories that once failed, as short as they could be made. They are kept as data: what a seed gives changes when a command is
 * added. `seed` decides chance inside the history (travel times, ids), and whether there is a journal (even: yes).
 */
import type { Command } from './commands.ts';

export interface NamedSeed {
  /** What must hold, in words. */
  readonly name: string;
  readonly seed: number;
  /** Where fast-check found it, at that time. */
  readonly path: string;
  readonly commands: readonly Command[];
}

export const SEEDS: readonly NamedSeed[] = [
  {
    name: 'a tablet with open checks that nobody touches rests: it tells of them, and not more often than it has to',
    seed: 1001,
    path: '0:0:1:2:1:2:3:3:6:6:6:6:8:9:5:6:6:10:8:6:6:7:7:7:7:4:5:4:5:3:11:3:3:6:6:8:7:7:7:12:12:12:18:18:20:19:19:21:22',
    commands: [
      { do: 'check', d: 3, s: 0, n: 0, wait: { ms: 0 } },
      { do: 'mark', d: 2, s: 0, n: 0, wait: { ms: 1531 } },
      { do: 'mark', d: 2, s: 0, n: 3, wait: { steps: 0 } },
      { do: 'mark', d: 3, s: 0, n: 0, wait: { steps: 14 } },
      { do: 'mark', d: 2, s: 0, n: 0, wait: { steps: 18 } },
      { do: 'delay', d: 2, s: 0, n: 0, wait: { steps: 35 } },
      { do: 'check', d: 3, s: 1, n: 4, wait: { steps: 0 } },
    ],
  },
  {
    name: 'a device that rests hears from the pull that the server is another one, and offers again what an older copy has lost',
    seed: 5007,
    path: '0:1:1:1:2',
    commands: [
      { do: 'backup', d: 0, s: 0, n: 0, wait: { ms: 277_050 } },
      { do: 'regroup', d: 8, s: 1, n: 1, wait: { ms: 168_566 } },
      { do: 'restore without journal', d: 5, s: 0, n: 12, wait: { ms: 34 } },
    ],
  },
  {
    name: 'a device of staff whose browser erased what was never sent: the school is told the hours when somebody signs in again',
    seed: 9076,
    path: '0:12:9:2:1:3:4:3:3:3:3',
    commands: [
      { do: 'offline', d: 3, s: 0, n: 0, wait: { ms: 500 } },
      { do: 'mark', d: 3, s: 0, n: 0, wait: { ms: 3000 } },
      { do: 'erase a device', d: 3, s: 9, n: 6, wait: { steps: 22 } },
    ],
  },
  {
    name: 'a device of staff whose right was ended, and whose browser then erased what was not sent: the school is told, though it signs in as a new one',
    seed: 2,
    path: '',
    commands: [
      { do: 'revoke a device', d: 5, s: 6, n: 9, wait: { ms: 22_057 } },
      { do: 'mark', d: 5, s: 11, n: 13, wait: { ms: 20_000 } },
      { do: 'offline', d: 5, s: 0, n: 0, wait: { ms: 500 } },
      { do: 'rename', d: 5, s: 9, n: 6, wait: { ms: 3000 } },
      { do: 'erase a device', d: 5, s: 11, n: 5, wait: { steps: 6 } },
    ],
  },
];
