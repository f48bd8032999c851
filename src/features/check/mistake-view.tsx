import { useLingui } from '@lingui/react/macro';
import type { Item } from '#domain/items/item.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { speakQuestion } from '#domain/items/speak-item.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { hasBlank, Prompt } from '#ui/prompt/prompt.tsx';
import css from './check.module.css';
import { GivenAnswer } from './look-over-view.tsx';
import { NoVoiceNote, ReadAloud, type Hearing } from './read-to-me.tsx';
import { useWorkedWords } from './use-worked-words.ts';
import { WorkedCard } from './worked-card.tsx';

export interface MistakeViewProps {
  readonly item: Item;
  /** What the child answered, "" for nothing. */
  readonly given: string;
  readonly number: number;
  readonly of: number;
  readonly hearing: Hearing;
  readonly onNext: () => void;
}

/** One mistake: the question with its answer in it, how to come there, and what was answered. */
export function MistakeView({ item, given, number, of, hearing, onNext }: MistakeViewProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const parts = shownPrompt(item, language);
  const right = rightAnswer(item.answer);
  // A chosen option can be a whole equation: it does not stand in the blank of the question.
  const inPrompt = hasBlank(parts) && item.answer.kind !== 'choice';
  const worked = useWorkedWords();
  const title = t`Look at this one`;
  // Where hearing a question answers it, it is not read afterwards either: it will be asked again.
  const lines = hearing.directionsOnly
    ? [title]
    : [title, speakQuestion(item, language), ...worked(item, given)];
  return (
    <StudentShell
      centred
      headEnd={hearing.isRead ? <ReadAloud lines={lines} /> : undefined}
      headStart={<span className={css['count']}>{t`${number} of ${of}`}</span>}
      foot={
        <div className={css['end']}>
          <Button kind="primary" size="xl" wide onPress={onNext}>
            {number < of ? t`Next` : t`Done looking`}
          </Button>
        </div>
      }
    >
      <h1 className="visually-hidden">{title}</h1>
      <NoVoiceNote hearing={hearing} />
      <Prompt
        parts={parts}
        blank={
          inPrompt ? (
            <strong className={css['right']}>
              <GivenAnswer item={item} raw={right} />
            </strong>
          ) : (
            <span aria-hidden>__</span>
          )
        }
      />
      <WorkedCard item={item} given={given} inPrompt={inPrompt} />
    </StudentShell>
  );
}
