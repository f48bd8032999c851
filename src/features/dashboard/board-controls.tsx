import { useLingui } from '@lingui/react/macro';
import type { SortBy } from '#domain/reports/sort-students.ts';
import { Select } from '#ui/controls/select.tsx';

export interface SortChoiceProps {
  readonly sort: SortBy;
  readonly onSort: (sort: SortBy) => void;
}

/** In which order the students stand. */
export function SortChoice({ sort, onSort }: SortChoiceProps) {
  const { t } = useLingui();
  return (
    <Select<SortBy>
      label={t`Order`}
      options={[
        { id: 'name', label: t`Name` },
        { id: 'most-done', label: t`Most done` },
        { id: 'least-done', label: t`Least done` },
        { id: 'needs-help', label: t`Needs help` },
      ]}
      value={sort}
      onChange={onSort}
    />
  );
}
