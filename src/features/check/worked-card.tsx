import { useLingui } from '@lingui/react/macro';
import { workedAnswer } from '#domain/items/family.ts';
import type { Item } from '#domain/items/item.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Card } from '#ui/layout/card.tsx';
import { Prompt } from '#ui/prompt/prompt.tsx';
import css from './check.module.css';
import { GivenAnswer } from './look-over-view.tsx';

export interface WorkedCardProps {
  readonly item: Item;
  /** What the child answered, "" for nothing. */
  readonly given: string;
  /** The right answer already stands in the question. */
  readonly inPrompt: boolean;
}

/** How to come to the answer, and what was answered. */
export function WorkedCard({ item, given, inPrompt }: WorkedCardProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const right = rightAnswer(item.answer);
  const worked = workedAnswer(item);
  return (
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
  );
}
