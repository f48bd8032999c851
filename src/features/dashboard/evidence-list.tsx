import { useState } from 'react';
import ChevronRight from 'lucide-react/icons/chevron-right';
import ClockAlert from 'lucide-react/icons/clock-exclamation-point';
import { useLingui } from '@lingui/react/macro';
import { Press } from '#ui/controls/press.tsx';
import { addressKey } from '#domain/mastery/digest.ts';
import type { ObjectiveOutcome } from '#domain/mastery/fold.ts';
import type { Objective } from '#domain/model/course.ts';
import type { Placed } from '#domain/model/event.ts';
import { Button } from '#ui/controls/button.tsx';
import { useNotSaved } from '#ui/feedback/not-saved.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import css from './board.module.css';
import { useAsideWords } from './use-aside-words.ts';
import { useEvidenceWords } from './use-evidence-words.ts';
import { useOpened } from './use-opened.ts';

export interface EvidenceListProps {
  readonly objective: Objective;
  /** Newest first. */
  readonly outcomes: readonly ObjectiveOutcome[];
  /** Own events that the school has not taken up yet. */
  readonly pending: readonly Placed[];
  readonly timeZone: string | undefined;
  readonly onOpen: (attempt: ObjectiveOutcome) => void;
}

const FIRST = 4;

/** What was shown and when, newest first. Each opens. */
export function EvidenceList(props: EvidenceListProps) {
  const { objective, outcomes, pending, timeZone, onOpen } = props;
  const { t } = useLingui();
  const format = useFormatters(timeZone);
  const words = useEvidenceWords(objective);
  const reasonOf = useAsideReasons(outcomes);
  const isNotSaved = useNotSaved();
  const [all, setAll] = useState(false);
  if (outcomes.length === 0) return <p className="soft">{t`Nothing was shown yet.`}</p>;
  const isHere = ({ address }: ObjectiveOutcome): boolean =>
    pending.some(({ stream, slot }) => stream === address.stream && slot === address.slot);
  return (
    <div>
      <ol className={css['evidence']}>
        {outcomes.slice(0, all ? undefined : FIRST).map((one) => (
          <li
            key={`${one.address.stream}.${one.address.slot}`}
            {...(one.outcome === 'set-aside' ? { 'data-aside': true } : {})}
          >
            <span className={css['when']}>
              {format.dayTime(one.moment)}
              {one.unsure === true ? <UnsureTime /> : null}
            </span>
            <Press className={css['open'] ?? ''} onPress={() => onOpen(one)}>
              <span className={css['what']}>
                <strong>{words.outcome(one.outcome)}</strong> <span>{words.what(one)}</span>
              </span>
              <ChevronRight aria-hidden />
            </Press>
            <AsideReason reason={reasonOf(one)} />
            {isHere(one) && !isNotSaved ? (
              <span className="soft">{t`Saved on this tablet`}</span>
            ) : null}
          </li>
        ))}
      </ol>
      {outcomes.length > FIRST && !all ? (
        <Button kind="quiet" onPress={() => setAll(true)}>
          {t`Show all ${format.number(outcomes.length)}`}
        </Button>
      ) : null}
    </div>
  );
}

/** Why attempts were set aside, where that is at hand: the reason stands in the withdrawal alone. */
function useAsideReasons(
  outcomes: readonly ObjectiveOutcome[],
): (one: ObjectiveOutcome) => string | null {
  const { events } = useOpened(outcomes.flatMap(({ setAsideBy = [] }) => setAsideBy));
  return ({ setAsideBy = [] }) => {
    const found = setAsideBy.flatMap((place) => events.get(addressKey(place)) ?? []);
    const event = found.at(-1)?.event;
    return event?.kind === 'attempt.withdraw' ? event.body.reason : null;
  };
}

function AsideReason({ reason }: { readonly reason: string | null }) {
  const words = useAsideWords();
  return reason === null ? null : <span className={css['reason']}>{words(reason)}</span>;
}

/** The clocks contradicted each other: the time is the nearest that is possible. */
function UnsureTime() {
  const { t } = useLingui();
  return (
    <span className={css['unsure']}>
      <ClockAlert aria-hidden />
      {t`Time not certain: the device's clock was wrong`}
    </span>
  );
}
