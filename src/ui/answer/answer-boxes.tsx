import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { cx } from '../cx.ts';
import css from './answer-box.module.css';
import { AnswerBox } from './answer-box.tsx';
import { partsOf, splitAnswer, type AnswerLayout, type PartName } from './answer-parts.ts';

export interface AnswerBoxesProps {
  readonly layout: AnswerLayout;
  /** The whole answer as one line of text. */
  readonly value: string;
  /** The box that the keys write into; null: none (the answer stands). */
  readonly active: number | null;
  readonly onActivate: (box: number) => void;
  readonly size: 'line' | 'big';
  readonly decimalMark: string;
  /** Printed before and after the boxes: "$", "cm". */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Where the answer appears: one box, or the boxes of a fraction, a time, a quotient and its remainder. */
export function AnswerBoxes(props: AnswerBoxesProps) {
  const { layout, value, active, onActivate, size, decimalMark, before, after } = props;
  const { t } = useLingui();
  const name = usePartNames();
  const parts = partsOf(layout);
  const texts = splitAnswer(layout, value);
  const boxes = parts.map((part, i) => (
    <AnswerBox
      key={part}
      value={texts[i] ?? ''}
      decimalMark={decimalMark}
      size={size}
      isActive={active === i}
      {...(parts.length === 1 ? {} : { label: name(part), onPress: () => onActivate(i) })}
    />
  ));
  return (
    <span
      {...(parts.length === 1 ? {} : { role: 'group', 'aria-label': t`Your answer` })}
      dir="ltr"
      className={cx(css['boxes'], css[size === 'big' ? 'bigBoxes' : 'lineBoxes'])}
    >
      {before === undefined ? null : <span className={css['unit']}>{before}</span>}
      <Arranged layout={layout} boxes={boxes} />
      {after === undefined ? null : <span className={css['unit']}>{after}</span>}
    </span>
  );
}

interface ArrangedProps {
  readonly layout: AnswerLayout;
  readonly boxes: readonly ReactNode[];
}

function Arranged({ layout, boxes }: ArrangedProps) {
  const [first, second, third] = boxes;
  switch (layout) {
    case 'number':
    case 'decimal':
      return first;
    case 'fraction':
      return <Stacked top={first} bottom={second} />;
    case 'mixed':
      return (
        <>
          {first}
          <Stacked top={second} bottom={third} />
        </>
      );
    case 'time':
      return (
        <>
          {first}
          <span aria-hidden>:</span>
          {second}
        </>
      );
    case 'remainder':
      return (
        <>
          {first}
          <span aria-hidden>R</span>
          {second}
        </>
      );
  }
}

function Stacked({ top, bottom }: { readonly top: ReactNode; readonly bottom: ReactNode }) {
  return (
    <span className={css['stacked']}>
      {top}
      <span aria-hidden className={css['bar']} />
      {bottom}
    </span>
  );
}

function usePartNames(): (part: PartName) => string {
  const { t } = useLingui();
  return (part) => {
    switch (part) {
      case 'number':
        return t`Your answer`;
      case 'whole':
        return t`Whole number`;
      case 'num':
        return t`Top number`;
      case 'den':
        return t`Bottom number`;
      case 'hour':
        return t`Hour`;
      case 'minute':
        return t`Minutes`;
      case 'quotient':
        return t`Result`;
      case 'remainder':
        return t`Left over`;
    }
  };
}
