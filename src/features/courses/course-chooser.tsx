import { useCallback, useEffect, useState } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { Course } from '#domain/model/course.ts';
import type { GroupId, UnitId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import type { CatalogAnswer } from '#protocol/staff-request.ts';
import {
  chooseBar,
  chooseUnits,
  forgetCourseDraft,
  useCourseDraft,
  type TimeBar,
} from '#state/course-draft.ts';
import { useMay } from '#state/use-may.ts';
import { Button } from '#ui/controls/button.tsx';
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useFaultText } from '#ui/feedback/use-fault-text.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Banner } from '#ui/layout/banner.tsx';
import { Card } from '#ui/layout/card.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import {
  changedCourses,
  changedTimeBars,
  courseOptions,
  timeBarOf,
  unitsInUse,
} from './course-options.ts';
import type { CourseOption } from './course-options.ts';
import { TimeBarField } from './time-bar-field.tsx';

export interface CourseChooserProps {
  readonly group: GroupId;
  readonly onDone: () => void;
  readonly onSkip: () => void;
  /** In the set-up: leaving means "later"; elsewhere "back". */
  readonly isFirst?: boolean;
}

/** Which units of which courses a group works on. Nothing is chosen by itself. */
export function CourseChooser({ group, onDone, onSkip, isFirst = false }: CourseChooserProps) {
  const { t } = useLingui();
  const services = useServices();
  const snapshot = useLive(services.snapshot);
  const { catalog, ask } = useCatalog();
  const { units: choice, bars } = useCourseDraft(group);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const use = snapshot.use(group);
  const options = courseOptions(catalog?.ok === true ? catalog.value : null, snapshot.courses());
  const about = `group/${group}` as const;
  const changes: readonly NewEvent[] = [
    ...changedCourses(options, use, choice).map(
      (body) => ({ kind: 'course.use', about, body }) as const,
    ),
    ...changedTimeBars(use, bars).map((body) => ({ kind: 'course.timer', about, body }) as const),
  ];
  const name = snapshot.group(group)?.name ?? '';

  const save = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    for (const change of changes) {
      const result = await services.append(change);
      if (!result.ok) {
        setFault(result.error);
        setBusy(false);
        return;
      }
    }
    setBusy(false);
    forgetCourseDraft(group);
    onDone();
  };

  return (
    <>
      <Stack gap={2}>
        <h1>{t`Courses of ${name}`}</h1>
        <p>{t`Choose the units that the group works on now. You can change this at any time; no result is lost by it.`}</p>
      </Stack>
      {catalog === null && options.length === 0 ? <Skeleton /> : null}
      {catalog?.ok === false ? <NoCatalog fault={catalog.error} onRetry={ask} /> : null}
      {options.map((option) => (
        <CourseCard
          key={option.id}
          option={option}
          units={choice.get(option.id) ?? unitsInUse(use, option.id)}
          onChange={(units) => chooseUnits(group, option.id, units)}
          course={snapshot.course(option.id)}
          bar={bars.get(option.id) ?? timeBarOf(use, option.id)}
          onBar={(bar) => chooseBar(group, option.id, bar)}
        />
      ))}
      <FaultMessage fault={fault} />
      <Row>
        <Button
          kind="primary"
          isDisabled={busy || changes.length === 0}
          onPress={() => void save()}
        >
          {busy ? t`Saving` : t`Save`}
        </Button>
        <Button
          kind="quiet"
          isDisabled={busy}
          onPress={() => {
            forgetCourseDraft(group);
            onSkip();
          }}
        >
          {changes.length > 0 ? t`Leave without saving` : isFirst ? t`Later` : t`Back`}
        </Button>
        {changes.length > 0 ? <span className="soft">{t`Not saved yet`}</span> : null}
      </Row>
    </>
  );
}

interface CourseCardProps {
  readonly option: CourseOption;
  readonly units: readonly UnitId[];
  readonly onChange: (units: readonly UnitId[]) => void;
  /** Undefined while it is not on this device. */
  readonly course: Course | undefined;
  readonly bar: TimeBar;
  readonly onBar: (bar: TimeBar) => void;
}

function CourseCard({ option, units, onChange, course, bar, onBar }: CourseCardProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const maySet = useMay('course.timer');
  const count = units.length;
  return (
    <Card
      title={local(option.title)}
      aside={
        <span className="soft">
          {count === 0
            ? t`not in use`
            : t`${plural(count, { one: '# unit in use', other: '# units in use' })}`}
        </span>
      }
    >
      <CheckboxGroup
        label={local(option.subject)}
        columns={2}
        options={option.units.map(({ id, title, objectives }) => ({
          id,
          label: local(title),
          hint: t`${plural(objectives, { one: '# objective', other: '# objectives' })}`,
        }))}
        value={units}
        onChange={onChange}
      />
      {course === undefined || count === 0 || !maySet ? null : (
        <TimeBarField course={course} bar={bar} onChange={onBar} />
      )}
    </Card>
  );
}

interface Catalog {
  /** null while the question is open. */
  readonly catalog: Result<CatalogAnswer, Fault> | null;
  readonly ask: () => void;
}

function useCatalog(): Catalog {
  const { staff } = useServices();
  const [catalog, setCatalog] = useState<Result<CatalogAnswer, Fault> | null>(null);
  const ask = useCallback(() => void staff.catalog().then(setCatalog), [staff]);
  useEffect(ask, [ask]);
  return { catalog, ask };
}

function NoCatalog({ fault, onRetry }: { readonly fault: Fault; readonly onRetry: () => void }) {
  const { t } = useLingui();
  const text = useFaultText();
  return (
    <Banner
      title={t`Only the courses on this device are shown`}
      action={<Button onPress={onRetry}>{t`Try again`}</Button>}
    >
      {text(fault)}
    </Banner>
  );
}
