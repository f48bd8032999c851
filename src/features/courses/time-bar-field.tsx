import { useLingui } from '@lingui/react/macro';
import type { Course } from '#domain/model/course.ts';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Stack } from '#ui/layout/stack.tsx';
import type { TimeBar } from '#state/course-draft.ts';

export interface TimeBarFieldProps {
  readonly course: Course;
  readonly bar: TimeBar;
  readonly onChange: (bar: TimeBar) => void;
}

/** Whether the group sees the time bar in checks of a course. Nothing where the course has no checks. */
export function TimeBarField({ course, bar, onChange }: TimeBarFieldProps) {
  const { t } = useLingui();
  const local = useLocalText();
  if (!course.objectives.some(({ check, retired }) => check !== undefined && retired !== true))
    return null;
  const title = local(course.title);
  return (
    <Stack gap={2}>
      <SegmentedControl
        label={t`Time bar in checks of ${title}`}
        labelShown
        wide
        options={[
          { id: 'course', label: t`As the course` },
          { id: 'shown', label: t`Shown` },
          { id: 'hidden', label: t`Hidden` },
        ]}
        value={bar}
        onChange={onChange}
      />
      <p className="soft">
        {course.timer === 'hidden'
          ? t`The course hides it. What is set for one child goes before this.`
          : t`The course shows it. What is set for one child goes before this.`}
      </p>
    </Stack>
  );
}
