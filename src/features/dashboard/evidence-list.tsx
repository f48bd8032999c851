import { useState } from 'react';
import { ClockAlert } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { ObjectiveOutcome } from '#domain/mastery/fold.ts';
import type { Objective } from '#domain/model/course.ts';
import type { Placed } from '#domain/model/event.ts';
import type { Outcome } from '#domain/model/status.ts';
import { Button } from '#ui/controls/button.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import css from './board.module.css';

export interface EvidenceListProps {
  readonly objective: Objective;
  /** Newest first. */
  readonly outcomes: readonly ObjectiveOutcome[];
  /** Own events that the school has not taken up yet. */
  readonly pending: readonly Placed[];
  readonly timeZone: string | undefined;
}

const FIRST = 4;

/** What was shown and when, newest first. */
export function EvidenceList({ objective, outcomes, pending, timeZone }: EvidenceListProps) {
  const { t } = useLingui();
  const format = useFormatters(timeZone);
  const outcomeText = useOutcomeText();
  const whatText = useWhatText(objective);
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
            <span className={css['what']}>
              <strong>{outcomeText(one.outcome)}</strong> <span>{whatText(one)}</span>
            </span>
            {isHere(one) ? <span className="soft">{t`Saved on this tablet`}</span> : null}
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

function useOutcomeText(): (outcome: Outcome) => string {
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
        return t`Taken back`;
      case 'waiting':
        return t`Waits for a look`;
      default:
        return unreachable(outcome);
    }
  };
}

/** How it was shown, and how many were right. */
function useWhatText({ interview }: Objective): (one: ObjectiveOutcome) => string {
  const { t } = useLingui();
  const local = useLocalText();
  const format = useFormatters();
  const thingName = (id: string | undefined): string | undefined => {
    const thing = interview?.things?.find((one) => one.id === id);
    return thing === undefined ? undefined : local(thing.name);
  };
  return ({ entry }) => {
    if (entry.type === 'check') {
      const { correct, of, activeMs } = entry;
      const minutes = Math.floor(activeMs / 60_000);
      const seconds = Math.floor((activeMs % 60_000) / 1000);
      return t`Check, ${correct} of ${of} right in ${minutes} min ${seconds} s`;
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
