import Check from 'lucide-react/icons/check';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import { useLingui } from '@lingui/react/macro';
import type { ItemResult, Verdict } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { errorWords } from '#domain/items/error-words.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { shownOption, shownPrompt } from '#domain/items/shown.ts';
import { unreachable } from '#domain/kernel/assert.ts';
import { OptionFace } from '#ui/answer/option-face.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { hasBlank, Prompt } from '#ui/prompt/prompt.tsx';
import css from './attempt.module.css';
import { GivenAnswer } from './given-answer.tsx';
import { useAttemptWords } from './use-attempt-words.ts';

export interface AttemptItemProps {
  readonly item: Item;
  readonly number: number;
  readonly result: ItemResult;
  /** How long it was on screen; null where that is not known (paper). */
  readonly ms: number | null;
  /** On paper only right and wrong are known, not what was written. */
  readonly isPaper?: boolean;
}

/** One item as the child saw it, with the answer in it; what was right, and what kind of error it may be. */
export function AttemptItem({ item, number, result, ms, isPaper = false }: AttemptItemProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const local = useLocalText();
  const words = useAttemptWords();
  const { list } = useFormatters();
  const parts = shownPrompt(item, language);
  const { verdict, raw, tags } = result;
  const inPrompt = hasBlank(parts) && item.answer.kind !== 'choice';
  const isRight = verdict === 'right';
  const errors = tags.flatMap((tag) => errorWords(tag) ?? []).map(local);
  const given = isPaper ? <span aria-hidden>__</span> : <GivenAnswer item={item} raw={raw} />;
  return (
    <li className={css['item']} data-verdict={verdict}>
      <p className={css['itemHead']}>
        <span className={css['number']}>{number}</span>
        <VerdictTag verdict={verdict} />
        {ms === null ? null : <span className={css['ms']}>{words.time(ms)}</span>}
      </p>
      <div className={css['asked']}>
        <Prompt
          parts={parts}
          blank={
            inPrompt ? <span className={css['given']}>{given}</span> : <span aria-hidden>__</span>
          }
        />
        <Options item={item} raw={raw} />
      </div>
      <div className={css['said']}>
        {inPrompt || isPaper ? null : (
          <p>
            {t`Answer`}: <strong>{given}</strong>
          </p>
        )}
        {isRight ? null : (
          <p>
            {t`Right answer`}:{' '}
            <strong>
              <GivenAnswer item={item} raw={rightAnswer(item.answer)} />
            </strong>
          </p>
        )}
        {errors.length === 0 ? null : (
          <p>
            {t`May be`}: {list(errors)}
          </p>
        )}
      </div>
    </li>
  );
}

/** What there was to choose from. */
function Options({ item, raw }: { readonly item: Item; readonly raw: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  if (item.answer.kind !== 'choice') return null;
  return (
    <ul aria-label={t`To choose from`} className={css['options']}>
      {item.answer.options.map((option) => (
        <li key={option.id} {...(option.id === raw ? { 'data-chosen': true } : {})}>
          <OptionFace option={shownOption(option, language)} />
        </li>
      ))}
    </ul>
  );
}

/** Right, wrong, left empty: a sign and a word. */
function VerdictTag({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useLingui();
  const [icon, word] = (() => {
    switch (verdict) {
      case 'right':
        return [<Check key="i" aria-hidden />, t`Correct`];
      case 'wrong':
        return [<X key="i" aria-hidden />, t`Wrong`];
      case 'blank':
        return [<Minus key="i" aria-hidden />, t`Left empty`];
      case 'unreadable':
        return [<CircleHelp key="i" aria-hidden />, t`Cannot be read`];
      default:
        return unreachable(verdict);
    }
  })();
  return (
    <span className={css['verdict']}>
      {icon}
      {word}
    </span>
  );
}
