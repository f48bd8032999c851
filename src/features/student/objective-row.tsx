import { ChevronRight, CircleDashed } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { StatusGlyph } from '#ui/status/status-glyph.tsx';
import type { MyObjective } from './my-objectives.ts';
import css from './student.module.css';

export interface ObjectiveRowProps {
  readonly mine: MyObjective;
  /** Null: shown, not to be chosen. */
  readonly onChoose: ((mine: MyObjective) => void) | null;
}

/** One objective as an I-can sentence to tap. */
export function ObjectiveRow({ mine, onChoose }: ObjectiveRowProps) {
  const localText = useLocalText();
  const { objective, status } = mine;
  const sign =
    status === 'not-started' ? <CircleDashed aria-hidden /> : <StatusGlyph status={status} />;
  const text = localText(objective.ican);
  if (onChoose === null) {
    return (
      <div className={css['done']}>
        {sign}
        <span>{text}</span>
      </div>
    );
  }
  return (
    <Button onPress={() => onChoose(mine)} className={css['objective'] ?? ''}>
      {sign}
      <span>{text}</span>
      <ChevronRight aria-hidden />
    </Button>
  );
}
