import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { Flag } from '#domain/model/status.ts';

/** Flags that a cell shows, with their sign. */
export const FLAG_SIGNS: Readonly<Partial<Record<Flag, string>>> = {
  'two-views': '≠',
  waiting: '?',
  'needs-help': '!',
  'ready-to-try': '↑',
  'would-like-help': '+',
  'retention-due': '»',
  decided: '•',
  'earlier-revision': '′',
};

/** What a flag says, in words. */
export function useFlagText(): (flag: Flag) => string {
  const { t } = useLingui();
  return (flag) => {
    switch (flag) {
      case 'needs-help':
        return t`Needs help: four tries in a row were not yet`;
      case 'ready-to-try':
        return t`Ready to try`;
      case 'would-like-help':
        return t`Would like help`;
      case 'retention-due':
        return t`Another look is due`;
      case 'two-views':
        return t`Two views: people decided differently`;
      case 'decided':
        return t`Decided by a person`;
      case 'waiting':
        return t`An attempt waits for a look`;
      case 'earlier-revision':
        return t`Counted under an earlier wording`;
      default:
        return unreachable(flag);
    }
  };
}
