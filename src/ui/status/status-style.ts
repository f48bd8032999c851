import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

/** The six statuses, in the fixed order of bars and legends. */
export const statusKeys = [
  'mastered',
  'check-again',
  'nearly',
  'working',
  'not-started',
  'excused',
] as const;

export type StatusKey = (typeof statusKeys)[number];

export interface StatusStyle {
  readonly label: MessageDescriptor;
  /** One letter for print and dense grids; empty for "not started". */
  readonly letter: MessageDescriptor | null;
  /** What it means, in one plain sentence for the legend. */
  readonly meaning: MessageDescriptor;
}

/** Words and letters of every status. Shapes and fills are in status.css and cannot be configured. */
export const statusStyle: Record<StatusKey, StatusStyle> = {
  mastered: {
    label: msg({ message: 'Mastered', context: 'status' }),
    letter: msg({ message: 'M', context: 'status letter: Mastered' }),
    meaning: msg`The rule was met, or a teacher decided so.`,
  },
  'check-again': {
    label: msg({ message: 'Check again', context: 'status' }),
    letter: msg({ message: 'R', context: 'status letter: Check again' }),
    meaning: msg`Mastered before; a later check was not met. It still counts as mastered.`,
  },
  nearly: {
    label: msg({ message: 'Nearly', context: 'status' }),
    letter: msg({ message: 'N', context: 'status letter: Nearly' }),
    meaning: msg`One step from mastered.`,
  },
  working: {
    label: msg({ message: 'Working on it', context: 'status' }),
    letter: msg({ message: 'W', context: 'status letter: Working on it' }),
    meaning: msg`There is some evidence, not yet enough.`,
  },
  'not-started': {
    label: msg({ message: 'Not started', context: 'status' }),
    letter: null,
    meaning: msg`Nothing counted yet.`,
  },
  excused: {
    label: msg({ message: 'Excused', context: 'status' }),
    letter: msg({ message: 'X', context: 'status letter: Excused' }),
    meaning: msg`A teacher's decision. Left out of every total.`,
  },
};
