import { useState } from 'react';
import BookOpen from 'lucide-react/icons/book-open';
import { useLingui } from '@lingui/react/macro';
import { useLocation, useParams } from 'wouter';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { setMarkHand, useMarkHand } from '#state/interview-hand.ts';
import { SITTING } from '#state/interview-plan.ts';
import { useSittings, type Sitting } from '#state/interview-sitting.ts';
import { useMay } from '#state/use-may.ts';
import { Button } from '#ui/controls/button.tsx';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { EmptyGroup } from '#ui/layout/empty-group.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { NoGroup } from '#ui/layout/no-group.tsx';
import { Page } from '#ui/layout/page.tsx';
import { ChooseStudent } from './choose-student.tsx';
import { UnitChoice } from './unit-choice.tsx';
import { offersOf, type Offer } from './units-on-offer.ts';

/** `/groups/:group/interview`: what to ask, and whom first. One tap on a student begins. */
export function InterviewStartScreen() {
  const { t } = useLingui();
  const { group: id } = useParams<{ group: string }>();
  const group = asId<GroupId>(id);
  const snapshot = useLive(useServices().snapshot);
  const last = useSittings(({ list }) => list.findLast((one) => one.group === id));
  const [, navigate] = useLocation();
  const [picked, setPicked] = useState<Pick<Offer, 'course' | 'address'> | null>(null);
  if (!snapshot.loaded) return null;
  const name = snapshot.group(group)?.name;
  const offers = offersOf(snapshot, group);
  const chosen = chosenOf(offers, picked, last);
  if (name === undefined || chosen === null || snapshot.studentsOf(group).length === 0) {
    return <NothingToAsk group={group} name={name} snapshot={snapshot} />;
  }
  return (
    <Page title={t`Interview`} lead={name}>
      <UnitChoice offers={offers} chosen={chosen} onChoose={setPicked} />
      <ChooseStudent
        group={group}
        offer={chosen}
        snapshot={snapshot}
        onChoose={(student) =>
          navigate(`/groups/${group}/interview/${chosen.course.id}/${chosen.address}/${student}`)
        }
      />
      <ThumbChoice />
    </Page>
  );
}

/** What was tapped, else what was asked last, else a whole course that fits one sitting, else its first unit. */
function chosenOf(
  offers: readonly Offer[],
  picked: Pick<Offer, 'course' | 'address'> | null,
  last: Sitting | undefined,
): Offer | null {
  const find = (course: string, address: string): Offer | undefined =>
    offers.find((offer) => offer.course.id === course && offer.address === address);
  const wanted =
    (picked === null ? undefined : find(picked.course.id, picked.address)) ??
    (last === undefined ? undefined : find(last.course, last.unit));
  const [first] = offers;
  if (wanted !== undefined || first === undefined) return wanted ?? null;
  const whole = offers.find(({ course, unit }) => course === first.course && unit === null);
  return whole !== undefined && whole.positions.length <= SITTING ? whole : first;
}

function ThumbChoice() {
  const { t } = useLingui();
  const hand = useMarkHand((state) => state.hand);
  return (
    <SegmentedControl
      label={t`Mark buttons at`}
      labelShown
      options={[
        { id: 'left', label: t`Left thumb` },
        { id: 'both', label: t`Both` },
        { id: 'right', label: t`Right thumb` },
      ]}
      value={hand}
      onChange={setMarkHand}
    />
  );
}

interface NothingToAskProps {
  readonly group: GroupId;
  readonly name: string | undefined;
  readonly snapshot: Snapshot;
}

function NothingToAsk({ group, name, snapshot }: NothingToAskProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [mayAdd, mayChoose] = [useMay('student.add'), useMay('course.use')];
  if (name === undefined) {
    return <NoGroup onGroups={() => navigate('/groups')} />;
  }
  const nobody = snapshot.studentsOf(group).length === 0;
  return (
    <Page title={t`Interview`} lead={name}>
      {nobody ? (
        <EmptyGroup onAdd={mayAdd ? () => navigate(`/groups/${group}`) : null}>
          {t`Your students appear here, those who were not heard yet first.`}
        </EmptyGroup>
      ) : (
        <EmptyState
          title={t`No unit in use is asked in an interview`}
          icon={<BookOpen />}
          action={
            mayChoose ? (
              <Button kind="primary" onPress={() => navigate(`/groups/${group}/courses`)}>
                {t`Choose courses`}
              </Button>
            ) : undefined
          }
        >
          {t`Take a unit into use whose objectives are shown in a conversation, for example Spanish.`}
        </EmptyState>
      )}
    </Page>
  );
}
