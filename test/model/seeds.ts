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
    name: 'a request that a device fell asleep on, and that arrives in the morning: what it brings is dated with a word of doubt',
    seed: 1_100_040,
    path: '0:3:1:0:0:1:4:4:4:4:8:8:8:8:10:10:10:10:12:5',
    commands: [
      { do: 'mark', d: 2, s: 0, n: 3, wait: { steps: 0 } },
      { do: 'check', d: 2, s: 0, n: 0, wait: { ms: 399_648 } },
      { do: 'mark', d: 5, s: 8, n: 10, wait: { steps: 9 } },
      { do: 'rename', d: 5, s: 0, n: 12, wait: { steps: 25 } },
      { do: 'rename', d: 5, s: 5, n: 11, wait: { steps: 8 } },
      { do: 'sleep', d: 5, s: 8, n: 12, wait: { ms: 1377 } },
      { do: 'check', d: 5, s: 5, n: 3, wait: { ms: 389_448 } },
      { do: 'lock', d: 2, s: 7, n: 9, wait: { steps: 24 } },
      { do: 'check', d: 2, s: 5, n: 4, wait: { steps: 6 } },
      { do: 'mark', d: 2, s: 0, n: 6, wait: { steps: 17 } },
      { do: 'rename', d: 5, s: 7, n: 4, wait: { steps: 3 } },
    ],
  },
  {
    name: 'a right that is given back: who was in which group when is what the log says, as when it is read anew',
    seed: 302_961,
    path: '0:6:2:1:3:3:3:3:3:1:1:1:1:1:1:1:1:1:1:1:1:1:1:2:2:1:2:2:2:2:2:2',
    commands: [
      { do: 'revoke a device', d: 5, s: 0, n: 0, wait: { steps: 0 } },
      { do: 'mark', d: 5, s: 0, n: 0, wait: { ms: 0 } },
      { do: 'new student', d: 5, s: 0, n: 0, wait: { ms: 0 } },
      { do: 'check', d: 5, s: 0, n: 0, wait: { steps: 0 } },
      { do: 'check', d: 5, s: 0, n: 4, wait: { steps: 0 } },
      { do: 'duplicate', d: 5, s: 0, n: 0, wait: { steps: 0 } },
    ],
  },
  {
    name: 'somebody whose right had ended signs in again: what they did before is let go of once the school has it',
    seed: 200_009,
    path: '',
    commands: [
      { do: 'revoke a device', d: 5, s: 11, n: 7, wait: { steps: 37 } },
      { do: 'write in two tabs at once', d: 5, s: 7, n: 13, wait: { ms: 22470 } },
      { do: 'sign in', d: 5, s: 2, n: 4, wait: { steps: 35 } },
    ],
  },
  {
    name: 'what staff ask is answered also in a second tab of a device whose clock was set since it was measured',
    seed: 102_604,
    path: '',
    commands: [
      { do: 'revoke a device', d: 7, s: 4, n: 6, wait: { ms: 31488 } },
      { do: 'clock forward a year', d: 6, s: 4, n: 2, wait: { ms: 104 } },
      { do: 'second tab', d: 0, s: 7, n: 14, wait: { steps: 26 } },
      { do: 'check', d: 1, s: 4, n: 6, wait: { steps: 37 } },
    ],
  },
  {
    name: 'a tablet that is given back is empty, also where a second tab lost its database before it heard of it',
    seed: 100_005,
    path: '0:1:2:0:2:4:4:4:5:4:4:4:4:8:5:5:10:6:11:9:12:9:10:9:10:10',
    commands: [
      { do: 'second tab', d: 7, s: 0, n: 0, wait: { ms: 0 } },
      { do: 'kill', d: 0, s: 0, n: 0, wait: { steps: 26 } },
      { do: 'hand back in the middle of work', d: 0, s: 7, n: 0, wait: { ms: 1518 } },
      { do: 'a month in a cupboard', d: 0, s: 4, n: 1, wait: { ms: 382040 } },
      { do: 'bring a rescue file twice', d: 5, s: 4, n: 5, wait: { ms: 9676 } },
      { do: 'backup', d: 0, s: 11, n: 6, wait: { ms: 285943 } },
      { do: 'mark', d: 3, s: 3, n: 9, wait: { steps: 8 } },
      { do: 'kill', d: 2, s: 4, n: 8, wait: { steps: 22 } },
    ],
  },
  {
    name: 'two tabs of one device show the same, also after its clock was set back under them',
    seed: 1074,
    path: '0:2:0:1:2:2:2:5:5:5:5:5:5:3:3:3:3:3:3:3:3:3:3:3:3:3:3:3:3:3:3:3:3:3',
    commands: [
      { do: 'write in two tabs at once', d: 0, s: 0, n: 0, wait: { steps: 0 } },
      { do: 'clock back a year', d: 0, s: 0, n: 0, wait: { ms: 0 } },
      { do: 'kill', d: 5, s: 0, n: 0, wait: { ms: 0 } },
      { do: 'online', d: 0, s: 0, n: 0, wait: { steps: 0 } },
      { do: 'withdraw', d: 0, s: 0, n: 0, wait: { ms: 0 } },
      { do: 'finish a check', d: 0, s: 0, n: 0, wait: { ms: 0 } },
      { do: 'merge students', d: 0, s: 0, n: 0, wait: { ms: 0 } },
    ],
  },
  {
    name: 'what was saved while a request was on its way, and then erased, lies in the hours that the school is told',
    seed: 300_300,
    path: '',
    commands: [
      { do: 'mark', d: 7, s: 5, n: 14, wait: { steps: 0 } },
      { do: 'rename', d: 5, s: 11, n: 10, wait: { ms: 25731 } },
      { do: 'envelope of a version ahead', d: 7, s: 5, n: 3, wait: { ms: 539 } },
      { do: 'hand back', d: 4, s: 2, n: 15, wait: { steps: 0 } },
      { do: 'kill-before-answer', d: 5, s: 4, n: 15, wait: { steps: 20 } },
      { do: 'rename', d: 2, s: 0, n: 8, wait: { steps: 37 } },
      { do: 'late-duplicate', d: 6, s: 7, n: 6, wait: { ms: 1497 } },
      { do: 'rename', d: 7, s: 9, n: 0, wait: { steps: 38 } },
      { do: 'kill', d: 6, s: 8, n: 1, wait: { steps: 20 } },
      { do: 'judge', d: 3, s: 2, n: 6, wait: { steps: 10 } },
      { do: 'new student', d: 6, s: 10, n: 9, wait: { ms: 247 } },
      { do: 'online', d: 2, s: 2, n: 14, wait: { steps: 27 } },
      { do: 'erase a device', d: 6, s: 1, n: 7, wait: { steps: 9 } },
      { do: 'bring a rescue file twice', d: 5, s: 6, n: 8, wait: { ms: 560407 } },
      { do: 'server kill', d: 4, s: 3, n: 11, wait: { ms: 2872 } },
      { do: 'mark', d: 3, s: 11, n: 6, wait: { ms: 431 } },
      { do: 'widen or narrow a scope', d: 2, s: 4, n: 14, wait: { steps: 2 } },
      { do: 'check', d: 5, s: 8, n: 15, wait: { ms: 15090 } },
      { do: 'widen or narrow a scope', d: 7, s: 6, n: 7, wait: { ms: 32545 } },
      { do: 'reorder', d: 5, s: 11, n: 1, wait: { ms: 2197 } },
      { do: 'lock', d: 5, s: 0, n: 12, wait: { ms: 26141 } },
      { do: 'regroup', d: 3, s: 8, n: 2, wait: { steps: 33 } },
      { do: 'check', d: 1, s: 9, n: 2, wait: { ms: 22934 } },
      { do: 'restart', d: 0, s: 2, n: 13, wait: { ms: 2507 } },
      { do: 'online', d: 0, s: 3, n: 10, wait: { steps: 34 } },
      { do: 'rename', d: 2, s: 5, n: 1, wait: { steps: 7 } },
      { do: 'envelope of a version ago', d: 4, s: 11, n: 10, wait: { steps: 35 } },
      { do: 'return a device', d: 4, s: 2, n: 4, wait: { steps: 17 } },
      { do: 'envelope of a version ahead', d: 2, s: 5, n: 0, wait: { steps: 11 } },
    ],
  },
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
