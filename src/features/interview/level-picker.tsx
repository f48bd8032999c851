import { useLingui } from '@lingui/react/macro';
import type { LevelRule } from '#domain/rules/rule.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import css from './interview.module.css';

export interface LevelPickerProps {
  readonly rule: LevelRule;
  /** One entry per criterion; null: nothing chosen, and nothing is ever chosen by itself. */
  readonly levels: readonly (number | null)[];
  readonly onChange: (levels: readonly (number | null)[]) => void;
}

/** A level for each criterion of the rubric. */
export function LevelPicker({ rule, levels, onChange }: LevelPickerProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const options = Array.from({ length: rule.levels }, (_, i) => {
    const level = String(i + 1);
    return { id: level, label: level };
  });
  const names = rule.criteria.length === 0 ? [t`Level`] : rule.criteria.map(local);
  return (
    <div className={css['levels']}>
      {names.map((name, index) => {
        const level = levels[index] ?? null;
        return (
          <SegmentedControl
            key={name}
            label={name}
            labelShown
            wide
            options={options}
            value={level === null ? null : String(level)}
            onChange={(id) =>
              onChange(names.map((_, i) => (i === index ? Number(id) : (levels[i] ?? null))))
            }
          />
        );
      })}
    </div>
  );
}
