import type { CheckState } from '#state/check-machine.ts';
import type { SaveState } from '#state/check-saver.ts';
import type { OpenedCheck, Tap } from './use-running-check.ts';

/** What the views of a running check are given. */
export interface CheckViewProps {
  readonly opened: OpenedCheck;
  readonly state: Extract<CheckState, { phase: 'running' | 'late' }>;
  readonly saved: SaveState;
  readonly send: (tap: Tap) => void;
}
