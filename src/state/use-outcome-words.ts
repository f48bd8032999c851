import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { Outcome } from '#domain/model/status.ts';

/**
 * What became of one attempt, in words: the same wherever it is shown. "Set aside" is an attempt that was withdrawn and does not
 * count; "taken back" is said of what a person has just done and undone, never of an attempt.
 */
export function useOutcomeWords(): (outcome: Outcome) => string {
  const { t } = useLingui();
  return (outcome) => {
    switch (outcome) {
      case 'met':
        return t`Got it`;
      case 'slower':
        return t`Accurate, took longer`;
      case 'not-yet':
        return t`Not yet`;
      case 'interrupted':
        return t`Interrupted, does not count`;
      case 'set-aside':
        return t({ message: 'Set aside', context: 'outcome' });
      case 'waiting':
        return t`Waits for a look`;
      default:
        return unreachable(outcome);
    }
  };
}
