import { useLingui } from '@lingui/react/macro';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import type { Course } from '#domain/model/course.ts';
import type { ProgressBody } from '#domain/model/documents.ts';
import { explain, explainProgress } from '#domain/rules/explain.ts';
import type { MadeMark } from '#state/interview-machine.ts';
import { thingsShown } from '#state/interview-marks.ts';
import type { InterviewStep } from '#state/interview-plan.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { LevelPicker, type Levels } from './level-picker.tsx';
import { SayThis, WhatCounts } from './question-card.tsx';
import { ThingChips } from './thing-chips.tsx';
import css from './interview.module.css';

export interface QuestionProps {
  readonly step: InterviewStep;
  readonly course: Course;
  readonly body: ProgressBody | undefined;
  readonly day: (moment: number) => string;
  /** Marks of this sitting at this question. */
  readonly here: readonly MadeMark[];
  readonly isBusy: boolean;
  /** `stays`: more things are still to be shown after this one. */
  readonly onShow: (thing: string, stays: boolean) => void;
  readonly onTakeBack: (mark: MadeMark) => void;
  readonly levels: Levels;
  readonly onChooseLevel: (criterion: number, level: number) => void;
}

/** The objective in plain words, how far the child is, what to say, and what counts. */
export function Question(props: QuestionProps) {
  const { step, course, body, day, here, isBusy, onShow, onTakeBack, levels, onChooseLevel } =
    props;
  const { i18n } = useLingui();
  const local = useLocalText();
  const { objective, part, ask, position } = step;
  const language = i18n.locale === 'es' ? 'es' : 'en';
  const evaluation = objectiveProgress(course, body, position, day)?.evaluation;
  const shown = ask.type === 'things' ? thingsShown(course, step, body, day) : null;
  return (
    <article className={css['question']}>
      <header>
        <h2>
          {local(objective.title)}
          {part === undefined ? null : <span className={css['part']}>{local(part.name)}</span>}
        </h2>
        <p className="soft">
          {explain(objective.rule, language)}
          {evaluation === undefined || evaluation.have === 0
            ? null
            : ` · ${explainProgress(objective.rule, evaluation, language)}`}
        </p>
      </header>
      <SayThis step={step} />
      {ask.type === 'things' && shown !== null ? (
        <ThingChips
          things={ask.things}
          here={here}
          shown={shown}
          isBusy={isBusy}
          onShow={(thing) => onShow(thing, shown.size + 1 < ask.times)}
          onTakeBack={onTakeBack}
        />
      ) : null}
      {ask.type === 'levels' ? (
        <LevelPicker rule={ask.rule} levels={levels} onChoose={onChooseLevel} />
      ) : null}
      <WhatCounts step={step} />
    </article>
  );
}
