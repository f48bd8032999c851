import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { offerName } from '#domain/mastery/offers.ts';
import type { Offer } from '#domain/model/event.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import { explain } from '#domain/rules/explain.ts';
import type { Snapshot } from '#data/services.ts';
import type { ObjectiveTarget } from '#state/teacher-acts.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { Button } from '#ui/controls/button.tsx';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Card } from '#ui/layout/card.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import type { AskedFor } from './checks-screen.tsx';
import { childChoices } from './child-choices.ts';
import { ChooseChildren } from './choose-children.tsx';
import { ChooseObjective } from './choose-objective.tsx';
import { objectiveChoices, type ObjectiveChoice } from './objective-choices.ts';

export interface StartCheckProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly asked: AskedFor | null;
  readonly onStart: (target: ObjectiveTarget, offer: Offer) => Promise<void>;
  readonly onCancel: () => void;
}

/** Which objective, for whom, and until when. */
export function StartCheck({ group, snapshot, asked, onStart, onCancel }: StartCheckProps) {
  const choices = objectiveChoices(snapshot, group);
  const [chosen, setChosen] = useState<string | null>(
    asked === null ? null : `${asked.course}/${asked.objective}`,
  );
  const choice = choices.find(({ course, objective }) => nameOf(course, objective) === chosen);
  if (choice === undefined) {
    return (
      <ChooseObjective
        choices={choices}
        onChoose={({ course, objective }) => setChosen(nameOf(course, objective))}
        onCancel={onCancel}
      />
    );
  }
  return (
    <ForWhom
      group={group}
      snapshot={snapshot}
      choice={choice}
      onStart={(offer) =>
        onStart({ course: choice.course.id, objective: choice.objective.id }, offer)
      }
      onOther={() => setChosen(null)}
      onCancel={onCancel}
    />
  );
}

const nameOf = (course: ObjectiveChoice['course'], objective: ObjectiveChoice['objective']) =>
  offerName(course.id, objective.id);

interface ForWhomProps extends Pick<StartCheckProps, 'group' | 'snapshot' | 'onCancel'> {
  readonly choice: ObjectiveChoice;
  readonly onStart: (offer: Offer) => Promise<void>;
  readonly onOther: () => void;
}

function ForWhom({ group, snapshot, choice, onStart, onOther, onCancel }: ForWhomProps) {
  const { t, i18n } = useLingui();
  const local = useLocalText();
  const now = useSchoolNow();
  const { course, objective, position } = choice;
  const before = snapshot.offers(group)?.offers[nameOf(course, objective)]?.set ?? null;
  const [students, setStudents] = useState<Offer['students']>(before?.students ?? 'all');
  const [until, setUntil] = useState<Offer['until']>(before?.until ?? 'today');
  const [busy, setBusy] = useState(false);
  const children = childChoices(snapshot, group, course, position, now);
  const start = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await onStart({ students, until });
    setBusy(false);
  };
  const isNobody = students !== 'all' && students.length === 0;
  return (
    <Card
      title={local(objective.title)}
      tone="main"
      aside={<Button kind="quiet" onPress={onOther}>{t`Another objective`}</Button>}
    >
      <Stack gap={5}>
        <p className="soft">
          {`${local(course.title)} · ${explain(objective.rule, i18n.locale === 'es' ? 'es' : 'en')}`}
        </p>
        <ChooseChildren
          choices={children}
          value={students}
          onChange={(next: readonly StudentId[] | 'all') => setStudents(next)}
        />
        <SegmentedControl
          label={t`Until when`}
          labelShown
          options={[
            { id: 'today', label: t`For today` },
            { id: 'open', label: t`Leave it open` },
          ]}
          value={until}
          onChange={setUntil}
        />
        <Row>
          <Button
            kind="primary"
            size="l"
            isDisabled={isNobody}
            onPress={() => void start()}
          >{t`Start the check`}</Button>
          <Button kind="quiet" onPress={onCancel}>{t`Cancel`}</Button>
        </Row>
      </Stack>
    </Card>
  );
}
