import { useLingui } from '@lingui/react/macro';
import type { LevelRule } from '#domain/rules/rule.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import css from './interview.module.css';

/** One entry per criterion; null: nothing chosen, and nothing is ever chosen by itself. */
export type Levels = readonly (number | null)[];

export interface LevelPickerProps {
  readonly rule: LevelRule;
  readonly levels: Levels;
  readonly onChoose: (criterion: number, level: number) => void;
}

/** A level for each criterion of the rubric. */
export function LevelPicker({ rule, levels, onChoose }: LevelPickerProps) {
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
            onChange={(id) => onChoose(index, Number(id))}
          />
        );
      })}
    </div>
  );
}
