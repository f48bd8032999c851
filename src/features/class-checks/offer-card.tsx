import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { StandingOffer } from '#domain/mastery/offers.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { Button } from '#ui/controls/button.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Card } from '#ui/layout/card.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import css from './class-checks.module.css';
import { childrenOf, handedInSince, type HandedIn } from './handed-in.ts';
import { Result } from './result.tsx';

export interface OfferCardProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly offer: StandingOffer;
  /** null: whoever looks may not. */
  readonly onTakeBack: (() => void) | null;
}

/** A check that was started: for whom, since when, and who has handed it in. */
export function OfferCard({ group, snapshot, offer, onTakeBack }: OfferCardProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const format = useFormatters(snapshot.school()?.timeZone);
  const objective = snapshot
    .course(offer.course)
    ?.objectives.find(({ id }) => id === offer.objective);
  const title = objective === undefined ? offer.objective : local(objective.title);
  const children = childrenOf(snapshot, group, offer).map((id) => ({
    id,
    result: handedInSince(snapshot, id, offer, offer.at),
  }));
  const done = children.filter(({ result }) => result !== null).length;
  const since = format.dayTime(offer.at);
  return (
    <Card
      title={title}
      {...(onTakeBack === null
        ? {}
        : {
            aside: (
              <Button kind="quiet" aria-label={t`Take back: ${title}`} onPress={onTakeBack}>
                {t`Take back`}
              </Button>
            ),
          })}
    >
      <Stack gap={3}>
        <p className="soft">
          {offer.students === 'all'
            ? t`Whole group`
            : t`${plural(children.length, { one: '# child', other: '# children' })}`}
          {' · '}
          {offer.until === 'today' ? t`for today, since ${since}` : t`open, since ${since}`}
        </p>
        <p>
          <strong className="tabular">{t`${format.number(done)} of ${format.number(children.length)} have handed it in`}</strong>
        </p>
        <ul className={css['handedIn']} aria-label={t`Who has handed in: ${title}`}>
          {children
            .toSorted((a, b) => Number(a.result === null) - Number(b.result === null))
            .map(({ id, result }) => (
              <Child key={id} id={id} result={result} snapshot={snapshot} />
            ))}
        </ul>
      </Stack>
    </Card>
  );
}

interface ChildProps {
  readonly id: StudentId;
  readonly result: HandedIn | null;
  readonly snapshot: Snapshot;
}

function Child({ id, result, snapshot }: ChildProps) {
  const { t } = useLingui();
  const { name = '', avatar = '' } = snapshot.student(id) ?? {};
  return (
    <li className={css['child']}>
      <Avatar id={avatar} name={name} size="s" />
      <span className={css['childWords']}>
        <span>{name}</span>
        {result === null ? (
          <span className="soft">{t`Not handed in`}</span>
        ) : (
          <Result result={result} />
        )}
      </span>
    </li>
  );
}
