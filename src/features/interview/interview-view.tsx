import { useRef } from 'react';
import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import {
  isGuarded,
  type Answer,
  type InterviewEvent,
  type Stage,
} from '#state/interview-machine.ts';
import { useInputTime } from '#ui/controls/use-input-time.ts';
import { ScrollRegion } from '#ui/layout/scroll-region.tsx';
import { useScreenTitle } from '#ui/layout/use-screen-heading.ts';
import { AnswerBar } from './answer-bar.tsx';
import { InterviewHead } from './interview-head.tsx';
import { NotSaved } from './not-saved.tsx';
import { NextStudent } from './next-student.tsx';
import { Question } from './question.tsx';
import { SmallRow } from './small-row.tsx';
import { Summary } from './summary.tsx';
import { UndoLine } from './undo-line.tsx';
import { useInterviewKeys } from './use-interview-keys.ts';
import { useInterview, type InterviewPlace } from './use-interview.ts';
import { useLeave } from './use-leave.ts';
import { useLevels } from './use-levels.ts';
import css from './interview.module.css';

export interface InterviewViewProps extends InterviewPlace {
  readonly name: string;
  readonly avatar: string;
}

/** The whole screen while a child is heard: who, what to say, and the marks at the thumb. Nothing else. */
export function InterviewView({ name, avatar, ...place }: InterviewViewProps) {
  const { t } = useLingui();
  const { student, course } = place;
  const screen = useRef<HTMLElement>(null);
  useScreenTitle(screen);
  const { sitting, steps, state, store, hears } = useInterview(place);
  const snapshot = useLive(useServices().snapshot);
  const leave = useLeave(sitting, course, steps);
  const input = useInputTime();
  const { stage, marks } = state;
  const at = stepOn(stage);
  const step = at === null ? undefined : steps[at];
  const rubric = useLevels(at, step?.ask);
  const here = marks.filter((mark) => mark.step === at);

  const mark = (answer: Answer, stays = false): void => store.mark(answer, input.current, stays);
  const send = (event: Untimed): void => store.send({ ...event, at: input.current });
  /** What leaves the screen keeps to the same guard as a mark: it stands where a mark button was. */
  const guarded = (then: () => void) => () => {
    if (!isGuarded(store.store.getState(), input.current)) then();
  };
  const skip = (): void => send({ type: 'skip' });
  const goNext = guarded(() => leave.next?.go());
  const isFirst = marks.length === 0;
  const undo = undoOf(
    isFirst,
    leave.before !== null,
    () => send({ type: 'undo' }),
    guarded(leave.back),
  );
  const undoRow = { onUndo: undo, backTo: isFirst ? (leave.before?.name ?? null) : null };
  useInterviewKeys({ undo: () => undo?.(), next: step === undefined ? goNext : skip });

  return (
    <main ref={screen} className={css['screen']} data-hears={hears}>
      <InterviewHead
        name={name}
        avatar={avatar}
        done={steps.map((one, i) => one.done || marks.some((made) => made.step === i))}
        at={at}
        onClose={leave.close}
      />
      <UndoLine state={state} steps={steps} onUndo={({ ref }) => send({ type: 'undo', ref })} />
      <ScrollRegion
        key={at}
        label={step === undefined ? t`All marks` : t`Objective`}
        className={css['middle']}
      >
        {step === undefined ? (
          <Summary steps={steps} marks={marks} onGo={(to) => send({ type: 'go', step: to })} />
        ) : (
          <Question
            step={step}
            course={course}
            body={snapshot.progress(student, course.id)}
            day={snapshot.dayOf}
            here={here}
            isBusy={stage.name !== 'asking'}
            onShow={(thing, stays) => mark({ mark: { type: 'met' }, thing }, stays)}
            onTakeBack={({ ref }) => send({ type: 'undo', ref })}
            levels={rubric.levels}
            onChooseLevel={rubric.choose}
          />
        )}
      </ScrollRegion>
      <div className={css['bar']}>
        <NotSaved stage={stage} />
        {step === undefined ? (
          <NextStudent
            next={leave.next}
            onNext={goNext}
            onDone={guarded(leave.done)}
            {...undoRow}
          />
        ) : (
          <AnswerBar
            key={at}
            step={step}
            stage={stage}
            onMark={mark}
            onCount={(hit) => send({ type: 'count', hit })}
            levels={rubric.levels}
            onClearLevels={rubric.clear}
            onUncount={() => send({ type: 'uncount' })}
          >
            <SmallRow {...undoRow} onSkip={skip} skipLabel={here.length > 0 ? t`Next` : t`Skip`} />
          </AnswerBar>
        )}
      </div>
    </main>
  );
}

/** An event of a tap before it has its time. */
type Untimed = InterviewEvent extends infer E
  ? E extends { readonly type: 'skip' | 'undo' | 'go' | 'count' | 'uncount' }
    ? Omit<E, 'at'>
    : never
  : never;

/** The step that is on screen, or null on the summary. */
function stepOn(stage: Stage): number | null {
  switch (stage.name) {
    case 'asking':
      return stage.step;
    case 'saving':
    case 'saved':
      return stage.mark.step;
    case 'undoing':
      return stage.from === 'summary' ? null : stage.from;
    case 'summary':
      return null;
    default:
      return unreachable(stage);
  }
}

/** "Last mark": takes one back; before the first one it leads to the child before; null where there is neither. */
function undoOf(
  isFirst: boolean,
  hasBefore: boolean,
  takeBack: () => void,
  goBack: () => void,
): (() => void) | null {
  if (!isFirst) return takeBack;
  return hasBefore ? goBack : null;
}
