import Pencil from 'lucide-react/icons/pencil';
import { useLingui } from '@lingui/react/macro';
import { Press } from '#ui/controls/press.tsx';
import type { MadeMark } from '#state/interview-machine.ts';
import type { InterviewStep } from '#state/interview-plan.ts';
import { MarkShape } from './mark-shape.tsx';
import { useAnswerText, useStepTitle } from './use-answer-text.ts';
import css from './interview.module.css';

export interface SummaryProps {
  readonly steps: readonly InterviewStep[];
  readonly marks: readonly MadeMark[];
  /** To a step, to mark it or to change its mark. */
  readonly onGo: (step: number) => void;
}

/** All marks of this child at once; a tap on any leads back to its question. */
export function Summary({ steps, marks, onGo }: SummaryProps) {
  const { t } = useLingui();
  const answerText = useAnswerText();
  const titleOf = useStepTitle();
  return (
    <section className={css['summary']}>
      <h2>{t`All marks`}</h2>
      <ul>
        {steps.map((step, index) => {
          const here = marks.filter((mark) => mark.step === index);
          const title = titleOf(step);
          const last = here.at(-1);
          const state = here.map(({ answer }) => answerText(answer, step)).join(', ');
          const nothing = step.done ? t`Mastered before` : t`Not asked`;
          return (
            <li key={`${step.position} ${step.part?.path ?? ''}`}>
              <Press
                onPress={() => onGo(index)}
                className={css['made'] ?? ''}
                {...(last === undefined ? { 'data-empty': true } : {})}
              >
                {last === undefined ? (
                  <span className={css['noMark']} />
                ) : (
                  <MarkShape answer={last.answer} />
                )}
                <span className={css['madeText']}>
                  <strong>{last === undefined ? nothing : state}</strong>
                  <span>{title}</span>
                </span>
                <Pencil aria-hidden />
              </Press>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
