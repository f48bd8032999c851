import { useLingui } from '@lingui/react/macro';
import type { ObjectiveOutcome } from '#domain/mastery/fold.ts';
import type { Objective } from '#domain/model/course.ts';
import type { Outcome } from '#domain/model/status.ts';
import { useOutcomeWords } from '#state/use-outcome-words.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { useTimeTaken } from './use-attempt-words.ts';

export interface EvidenceWords {
  readonly outcome: (outcome: Outcome) => string;
  /** How it was shown, and how many were right. */
  readonly what: (one: ObjectiveOutcome) => string;
}

/** What became of an attempt, and what it was, in a few words. */
export function useEvidenceWords(objective: Objective): EvidenceWords {
  return { outcome: useOutcomeWords(), what: useWhatText(objective) };
}

function useWhatText({ interview }: Objective): EvidenceWords['what'] {
  const { t } = useLingui();
  const local = useLocalText();
  const format = useFormatters();
  const time = useTimeTaken();
  const thingName = (id: string | undefined): string | undefined => {
    const thing = interview?.things?.find((one) => one.id === id);
    return thing === undefined ? undefined : local(thing.name);
  };
  return ({ entry }) => {
    if (entry.type === 'check') {
      const { correct, of, activeMs } = entry;
      if (entry.notes?.includes('paper') === true) return t`On paper, ${correct} of ${of} right`;
      const taken = time(activeMs);
      return t`Check, ${correct} of ${of} right in ${taken}`;
    }
    const { mark, role, thing } = entry;
    const by = role === 'volunteer' ? t`Interview by a helper` : t`Interview`;
    const detail =
      mark.type === 'rate'
        ? t`${mark.hits} of ${mark.of}`
        : mark.type === 'levels'
          ? t`Levels: ${format.list(mark.levels.map(String))}`
          : thingName(thing);
    return detail === undefined ? by : `${by}, ${detail}`;
  };
}
