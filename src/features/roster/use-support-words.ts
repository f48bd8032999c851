import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { PlainSupport, TimeSupport } from '#domain/model/supports.ts';

/** How much time a child has, in words. */
export function useTimeWords(): (time: TimeSupport | 'usual') => string {
  const { t } = useLingui();
  return (time) => {
    switch (time) {
      case 'usual':
        return t`The usual time`;
      case 'time-1.25':
        return t`1.25 times the usual`;
      case 'time-1.5':
        return t`1.5 times the usual`;
      case 'time-2':
        return t`2 times the usual`;
      case 'time-3':
        return t`3 times the usual`;
      case 'untimed':
        return t`No time limit, and no time bar`;
      default:
        return unreachable(time);
    }
  };
}

/** A support, and what it does. */
export function usePlainSupportWords(): (support: PlainSupport) => {
  readonly label: string;
  readonly hint: string;
} {
  const { t } = useLingui();
  return (support) => {
    switch (support) {
      case 'read-aloud':
        return {
          label: t`Read aloud`,
          hint: t`A button reads each question with a voice of the tablet. Where an objective is about reading, it is not offered.`,
        };
      case 'large-text':
        return { label: t`Large text`, hint: t`Questions and keys are larger.` };
      case 'spacing':
        return { label: t`More space`, hint: t`More room between letters, words and lines.` };
      case 'reduced-motion':
        return { label: t`No motion`, hint: t`Nothing moves on the screen.` };
      case 'high-contrast':
        return {
          label: t`High contrast`,
          hint: t`Strong colours on a plain ground, with strong lines.`,
        };
      default:
        return unreachable(support);
    }
  };
}
