import type { ReactNode } from 'react';
import { useLocalText } from '../i18n/use-local-text.ts';
import { Bond } from './bond.tsx';
import { Columns } from './columns.tsx';
import { EqualGroups } from './equal-groups.tsx';
import { Equation } from './equation.tsx';
import type { PromptPart } from './prompt-part.ts';
import css from './prompt.module.css';

export interface PromptProps {
  readonly parts: readonly PromptPart[];
  /** Goes where the blank is: an AnswerBox of size "line", or the right answer when mistakes are looked at. */
  readonly blank: ReactNode;
}

/** A whole question: its texts, figures and equation in order. */
export function Prompt({ parts, blank }: PromptProps) {
  return (
    <div className={css['prompt']}>
      {parts.map((part, index) => (
        <Part key={index} part={part} blank={blank} />
      ))}
    </div>
  );
}

/** Whether some part draws the blank itself; if not, the answer box stands under the question. */
export function hasBlank(parts: readonly PromptPart[]): boolean {
  return parts.some((part) => {
    switch (part.type) {
      case 'columns':
        return true;
      case 'equation':
        return part.tokens.includes('_');
      case 'bond':
        return part.whole === '_' || part.parts.includes('_');
      case 'text':
      case 'figure':
        return false;
    }
  });
}

function Part({ part, blank }: { readonly part: PromptPart; readonly blank: ReactNode }) {
  const localText = useLocalText();
  switch (part.type) {
    case 'text':
      return <p className={css['text']}>{localText(part.text)}</p>;
    case 'equation':
      return <Equation tokens={part.tokens} blank={blank} />;
    case 'columns':
      return <Columns part={part} blank={blank} />;
    case 'bond':
      return <Bond part={part} blank={blank} />;
    case 'figure':
      return <EqualGroups figure={part.figure} label={localText(part.spoken)} />;
  }
}
