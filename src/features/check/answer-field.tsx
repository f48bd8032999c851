import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { decimalMark } from '#domain/items/digits-text.ts';
import type { Item } from '#domain/items/item.ts';
import { shownOption, shownPrompt } from '#domain/items/shown.ts';
import { AnswerBoxes } from '#ui/answer/answer-boxes.tsx';
import { ChoiceButtons } from '#ui/answer/choice-buttons.tsx';
import { OptionFace } from '#ui/answer/option-face.tsx';
import { useChoiceKeys } from '#ui/answer/use-choice-keys.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { hasBlank, Prompt } from '#ui/prompt/prompt.tsx';
import { besideBox, layoutOf } from './answer-layout.ts';
import css from './check.module.css';
import type { AnswerEntry } from './use-answer-entry.ts';

interface AnswerFieldProps {
  readonly item: Item;
  /** The answer so far, as text. */
  readonly text: string;
  readonly entry: AnswerEntry;
  readonly isDisabled: boolean;
}

/** The boxes of an answer that is typed. A sign that is chosen is shown in a box as well, where the question has a blank for it. */
function AnswerInLine({
  item,
  text,
  entry,
  isDisabled,
  size = 'line',
}: AnswerFieldProps & { readonly size?: 'line' | 'big' }) {
  const language = useLanguage();
  return (
    <AnswerBoxes
      layout={layoutOf(item.answer) ?? 'number'}
      value={text}
      active={isDisabled ? null : entry.box}
      onActivate={entry.setBox}
      size={size}
      decimalMark={decimalMark(language)}
      {...besideBox(item.answer, language)}
    />
  );
}

interface AskedProps extends AnswerFieldProps {
  /** What stands in the blank instead of the boxes that are typed into: the right answer, when practice is over. */
  readonly blank?: ReactNode;
  /** Left out where the answer is shown in another way. */
  readonly hasField?: boolean;
  readonly onChoose: (id: string) => void;
  readonly onNext: () => void;
}

/** A question and its answer: boxes in its blank, beside its picture or under it, or what there is to choose from. */
export function Asked({ blank, hasField = true, onChoose, onNext, ...field }: AskedProps) {
  const language = useLanguage();
  const parts = shownPrompt(field.item, language);
  const { kind } = field.item.answer;
  const isChosen = kind === 'choice' || kind === 'sign';
  const hasOwn = hasField && !isChosen && !hasBlank(parts);
  const layout = layoutOf(field.item.answer);
  return (
    <>
      <Prompt
        parts={parts}
        blank={
          // What is chosen is no number to stand in the blank: an option can be a whole equation.
          kind === 'choice' ? <span aria-hidden>__</span> : (blank ?? <AnswerInLine {...field} />)
        }
        field={hasOwn ? <AnswerInLine {...field} size="big" /> : null}
        isFieldTall={layout === 'fraction' || layout === 'mixed'}
      />
      {hasField && isChosen ? <Choices {...field} onChoose={onChoose} onNext={onNext} /> : null}
    </>
  );
}

type ChoicesProps = AnswerFieldProps & Pick<AskedProps, 'onChoose' | 'onNext'>;

function Choices({ item, text, isDisabled, onChoose, onNext }: ChoicesProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { answer } = item;
  const shown =
    answer.kind === 'choice'
      ? answer.options.map((option) => shownOption(option, language))
      : ['<', '=', '>'].map((sign) => ({ id: sign, text: sign }));
  const drawn = shown.some((option) => 'drawing' in option);
  const around = useChoiceKeys(
    {
      onKey: (key) => {
        if (answer.kind === 'sign' && shown.some(({ id }) => id === key)) onChoose(key);
      },
      onNext,
    },
    !isDisabled,
  );
  return (
    <div ref={around} className={css['choices']}>
      <ChoiceButtons
        label={t`Your answer`}
        layout={answer.kind === 'sign' ? 'row' : drawn ? 'pictures' : 'list'}
        options={shown.map((option) => ({ id: option.id, label: <OptionFace option={option} /> }))}
        value={text === '' ? null : text}
        isDisabled={isDisabled}
        onChange={onChoose}
      />
    </div>
  );
}
