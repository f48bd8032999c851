import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { CheckBody, Sureness } from '#domain/model/event.ts';
import { isSupport, type Support } from '#domain/model/supports.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';

export interface AttemptWords {
  /** "1 min 40 s", "12 s" */
  readonly time: (ms: number) => string;
  readonly identified: (by: CheckBody['identifiedBy']) => string;
  readonly sure: (said: Sureness) => string;
  /** "1.5 times the time, read aloud"; a support of a later version is left out. */
  readonly supports: (codes: readonly string[]) => string;
  /** "2 times, 3 min 10 s in all" */
  readonly absences: (absences: CheckBody['absences']) => string;
}

/** How long something took, from ms: "1 min 40 s", "12 s". */
export function useTimeTaken(): AttemptWords['time'] {
  const { t } = useLingui();
  return (ms) => {
    const all = Math.round(ms / 1000);
    const [minutes, seconds] = [Math.floor(all / 60), all % 60];
    return minutes === 0 ? t`${seconds} s` : t`${minutes} min ${seconds} s`;
  };
}

/** What was noted with an attempt, in plain words. */
export function useAttemptWords(): AttemptWords {
  const { t } = useLingui();
  const format = useFormatters();
  const supportName = useSupportName();
  const time = useTimeTaken();
  return {
    time,
    identified(by) {
      switch (by) {
        case 'secret':
          return t`Picture secret`;
        case 'badge':
          return t`Badge`;
        case 'adult':
          return t`An adult unlocked it`;
        case 'member':
          return t`A member of staff`;
        default:
          return unreachable(by);
      }
    },
    sure(said) {
      switch (said) {
        case 'sure':
          return t`Sure`;
        case 'quite':
          return t`Quite sure`;
        case 'not-sure':
          return t`Not sure`;
        default:
          return unreachable(said);
      }
    },
    supports: (codes) => format.list(codes.filter(isSupport).map(supportName)),
    absences(absences) {
      const count = absences.length;
      const all = time(absences.reduce((sum, { ms }) => sum + ms, 0));
      return t`${plural(count, { one: '# time', other: '# times' })}, ${all} in all`;
    },
  };
}

function useSupportName(): (support: Support) => string {
  const { t } = useLingui();
  return (support) => {
    switch (support) {
      case 'time-1.25':
        return t`1.25 times the time`;
      case 'time-1.5':
        return t`1.5 times the time`;
      case 'time-2':
        return t`twice the time`;
      case 'time-3':
        return t`3 times the time`;
      case 'untimed':
        return t`no time limit`;
      case 'read-aloud':
        return t`read aloud`;
      case 'large-text':
        return t`large text`;
      case 'spacing':
        return t`wide spacing`;
      case 'reduced-motion':
        return t`less motion`;
      case 'high-contrast':
        return t`high contrast`;
      case 'left-handed':
        return t`keys on the left`;
      case 'timer-shown':
        return t`time bar shown`;
      case 'timer-hidden':
        return t`time bar hidden`;
      default:
        return unreachable(support);
    }
  };
}
