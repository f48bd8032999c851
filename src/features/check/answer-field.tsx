import { useLingui } from '@lingui/react/macro';
import { decimalMark } from '#domain/items/digits-text.ts';
import type { Item } from '#domain/items/item.ts';
import { shownOption } from '#domain/items/shown.ts';
import { AnswerBoxes } from '#ui/answer/answer-boxes.tsx';
import { ChoiceButtons } from '#ui/answer/choice-buttons.tsx';
import { OptionFace } from '#ui/answer/option-face.tsx';
import { useChoiceKeys } from '#ui/answer/use-choice-keys.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { besideBox, layoutOf } from './answer-layout.ts';
import css from './check.module.css';
import type { AnswerEntry } from './use-answer-entry.ts';

export interface AnswerFieldProps {
  readonly item: Item;
  /** The answer so far, as text. */
  readonly text: string;
  readonly entry: AnswerEntry;
  readonly isDisabled: boolean;
}

/** The boxes of an answer that is typed. A sign that is chosen is shown in a box as well, where the question has a blank for it. */
export function AnswerInLine({
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

interface OwnFieldProps extends AnswerFieldProps {
  /** The question itself has a blank for the answer. */
  readonly inPrompt: boolean;
  readonly onChoose: (id: string) => void;
  readonly onNext: () => void;
}

/** The answer under the question: boxes where the question has no blank, or what there is to choose from. */
export function OwnField(props: OwnFieldProps) {
  const { item, inPrompt, ...field } = props;
  const { kind } = item.answer;
  if (kind === 'choice' || kind === 'sign') return <Choices {...props} />;
  return inPrompt ? null : <AnswerInLine item={item} {...field} size="big" />;
}

function Choices({ item, text, isDisabled, onChoose, onNext }: OwnFieldProps) {
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
