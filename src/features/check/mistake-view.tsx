import { useLingui } from '@lingui/react/macro';
import { workedAnswer } from '#domain/items/family.ts';
import type { Item } from '#domain/items/item.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Card } from '#ui/layout/card.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { hasBlank, Prompt } from '#ui/prompt/prompt.tsx';
import css from './check.module.css';
import { GivenAnswer } from './look-over-view.tsx';

export interface MistakeViewProps {
  readonly item: Item;
  /** What the child answered, "" for nothing. */
  readonly given: string;
  readonly number: number;
  readonly of: number;
  readonly onNext: () => void;
}

/** One mistake: the question with its answer in it, how to come there, and what was answered. */
export function MistakeView({ item, given, number, of, onNext }: MistakeViewProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const parts = shownPrompt(item, language);
  const right = rightAnswer(item.answer);
  const worked = workedAnswer(item);
  // A chosen option can be a whole equation: it does not stand in the blank of the question.
  const inPrompt = hasBlank(parts) && item.answer.kind !== 'choice';
  return (
    <StudentShell
      centred
      headStart={<span className={css['count']}>{t`${number} of ${of}`}</span>}
      foot={
        <div className={css['end']}>
          <Button kind="primary" size="xl" wide onPress={onNext}>
            {number < of ? t`Next` : t`Done looking`}
          </Button>
        </div>
      }
    >
      <h1 className="visually-hidden">{t`Look at this one`}</h1>
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
      <Card tone="flat" className={css['worked'] ?? ''}>
        {inPrompt ? null : (
          <p>
            {t`The answer is`}{' '}
            <span className={css['right']}>
              <GivenAnswer item={item} raw={right} />
            </span>
          </p>
        )}
        {worked.length === 0 ? null : (
          <ol className={css['steps']}>
            {worked.map((step, i) => (
              <li key={i}>
                <Prompt parts={shownPrompt({ prompt: [step] }, language)} blank={null} />
              </li>
            ))}
          </ol>
        )}
        <p className={css['given']}>
          {given === '' ? (
            t`You left this one empty.`
          ) : (
            <>
              {t`You wrote`} <GivenAnswer item={item} raw={given} />
            </>
          )}
        </p>
      </Card>
    </StudentShell>
  );
}
