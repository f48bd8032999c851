import { useState, type ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { explain } from '#domain/rules/explain.ts';
import type { Answer, Stage } from '#state/interview-machine.ts';
import type { InterviewStep } from '#state/interview-plan.ts';
import { useMarkHand } from '#state/interview-hand.ts';
import { MarkBar, type Mark, type MarkBarProps } from '#ui/answer/mark-bar.tsx';
import { cx } from '#ui/cx.ts';
import { Button } from '#ui/controls/button.tsx';
import type { Levels } from './level-picker.tsx';
import { useInterviewKeys } from './use-interview-keys.ts';
import css from './interview.module.css';

export interface AnswerBarProps {
  readonly step: InterviewStep;
  readonly stage: Stage;
  readonly onMark: (answer: Answer) => void;
  readonly onCount: (hit: boolean) => void;
  readonly onUncount: () => void;
  /** What was chosen of a rubric, one entry per criterion. */
  readonly levels: Levels;
  readonly onClearLevels: () => void;
  /** The smaller row: skip, last mark. */
  readonly children: ReactNode;
}

/** The bottom of the screen: two marks for most objectives, a counter for a rate, levels for a rubric. */
export function AnswerBar(props: AnswerBarProps) {
  switch (props.step.ask.type) {
    case 'rate':
      return <RateBar {...props} />;
    case 'levels':
      return <LevelsBar {...props} />;
    case 'observed':
      return <ObservedBar {...props} />;
    case 'plain':
    case 'things':
      return <PlainBar {...props} />;
  }
}

const PLAIN: Readonly<Record<Mark, Answer>> = {
  'got-it': { mark: { type: 'met' } },
  'not-yet': { mark: { type: 'not-yet' } },
};
const OBSERVED: Readonly<Record<Mark, Answer>> = {
  'got-it': { mark: { type: 'seen' } },
  'not-yet': { mark: { type: 'opposite' } },
};

/** The mark whose button is lit: from the tap until the next question. A named thing lights its own chip instead. */
function litOf(stage: Stage): Mark | null {
  if (stage.name !== 'saving' && stage.name !== 'saved') return null;
  const { mark, thing } = stage.mark.answer;
  if (thing !== undefined) return null;
  if (mark.type === 'met' || mark.type === 'seen') return 'got-it';
  return mark.type === 'not-yet' || mark.type === 'opposite' ? 'not-yet' : null;
}

/** The two marks, under the thumb of this person and under the keys. */
function Marks(props: Omit<MarkBarProps, 'hand'>) {
  const hand = useMarkHand((state) => state.hand);
  const { onMark } = props;
  useInterviewKeys({ gotIt: () => onMark('got-it'), notYet: () => onMark('not-yet') });
  return <MarkBar hand={hand} {...props} />;
}

function PlainBar({ stage, onMark, children }: AnswerBarProps) {
  return (
    <Marks lit={litOf(stage)} onMark={(mark) => onMark(PLAIN[mark])}>
      {children}
    </Marks>
  );
}

function ObservedBar({ stage, onMark, children }: AnswerBarProps) {
  const { t } = useLingui();
  return (
    <Marks
      lit={litOf(stage)}
      labels={{ notYet: t`The opposite`, gotIt: t`Seen` }}
      onMark={(mark) => onMark(OBSERVED[mark])}
    >
      {children}
    </Marks>
  );
}

/** Counting is one tap per opportunity and one to save; a plain mark about the whole is as good. */
function RateBar(props: AnswerBarProps) {
  const { stage, onMark, onCount, onUncount, children } = props;
  const { t, i18n } = useLingui();
  const tally = stage.name === 'asking' ? stage.tally : [];
  const [asked, setAsked] = useState(false);
  const { ask } = props.step;
  if (ask.type !== 'rate') return null;
  const saving = stage.name === 'saving' || stage.name === 'saved' ? stage.mark.answer.mark : null;
  if (!asked && tally.length === 0 && saving?.type !== 'rate') {
    return (
      <PlainBar {...props}>
        <Button onPress={() => setAsked(true)}>{t`Count right and slips`}</Button>
        {children}
      </PlainBar>
    );
  }
  const { hits, of } =
    saving?.type === 'rate' ? saving : { hits: tally.filter(Boolean).length, of: tally.length };
  return (
    <div className={css['counting']}>
      <p role="status" className={css['count']}>
        <strong>{t`${hits} right of ${of}`}</strong>
        <span className="soft">{explain(ask.rule, i18n.locale === 'es' ? 'es' : 'en')}</span>
      </p>
      <Marks
        labels={{ notYet: t`Slip`, gotIt: t`Right` }}
        onMark={(mark) => onCount(mark === 'got-it')}
      >
        <Button
          kind="primary"
          isDisabled={of === 0}
          onPress={() => onMark({ mark: { type: 'rate', hits, of } })}
        >
          {t`Save ${hits} of ${of}`}
        </Button>
        {of === 0 ? (
          <Button kind="quiet" onPress={() => setAsked(false)}>{t`Do not count`}</Button>
        ) : (
          <Button kind="quiet" onPress={onUncount}>{t`Take back the last count`}</Button>
        )}
        {children}
      </Marks>
    </div>
  );
}

/** A level for each criterion and one tap to save; before any is chosen, a plain mark about the whole is as good. */
function LevelsBar(props: AnswerBarProps) {
  const { onMark, children, levels, onClearLevels } = props;
  const { t } = useLingui();
  const hand = useMarkHand((state) => state.hand);
  const chosen = levels.filter((level) => level !== null);
  if (chosen.length === 0) return <PlainBar {...props} />;
  const isWhole = chosen.length === levels.length;
  return (
    <div className={cx(css['counting'], css[hand])}>
      <Button
        kind="primary"
        size="xl"
        wide
        isDisabled={!isWhole}
        onPress={() => onMark({ mark: { type: 'levels', levels: chosen } })}
      >
        {isWhole ? t`Save the levels` : t`Choose a level for each`}
      </Button>
      <div className={css['more']}>
        <Button kind="quiet" onPress={onClearLevels}>{t`Clear`}</Button>
        {children}
      </div>
    </div>
  );
}
