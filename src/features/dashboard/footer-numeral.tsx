import { useLingui } from '@lingui/react/macro';
import type { Overview } from '#domain/reports/overview.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Seal } from './overview-row.tsx';
import css from './dashboard.module.css';

type Footer = Overview['footers'][number];

/** "3 of 24 students done": how many have all of a unit. */
export function useStudentsDone(): (footer: Footer) => string {
  const { t } = useLingui();
  const { number } = useFormatters();
  return ({ studentsDone, studentsOf }) =>
    t`${number(studentsDone)} of ${number(studentsOf)} students done`;
}

/** How many of the class have all of a unit, and how many have reached it by its own rule. */
export function FooterNumeral({ footer }: { readonly footer: Footer }) {
  const { number } = useFormatters();
  const studentsDone = useStudentsDone();
  const { sealed } = footer;
  return (
    <>
      {studentsDone(footer)}
      {sealed === undefined || sealed === 0 ? null : (
        <span className={css['sealed']}>
          <Seal /> {number(sealed)}
        </span>
      )}
    </>
  );
}
