import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Bond } from './bond.tsx';
import { Columns } from './columns.tsx';
import { Division } from './division.tsx';
import { Equation } from './equation.tsx';
import { Picture, readableHeight } from './picture.tsx';
import type { Drawing, PromptPart, PromptToken } from './prompt-part.ts';
import css from './prompt.module.css';
import { Sequence } from './sequence.tsx';
import { Token } from './tokens.tsx';

export interface PromptProps {
  readonly parts: readonly PromptPart[];
  /** Goes where the blank is: an AnswerBox of size "line", or the right answer when mistakes are looked at. */
  readonly blank: ReactNode;
  /** The boxes of an answer that stands under the question. */
  readonly field?: ReactNode;
  /** Its boxes stand above each other. */
  readonly isFieldTall?: boolean;
}

/** Height over width up to which a picture needs the whole width. */
const WIDE = 0.6;
/** A picture whose letters ask for such a height leaves none for an answer under it, in root ems. */
const HIGH = 15;

/** A whole question: its texts, figures and equation in order, and its answer where it has no blank for it. */
export function Prompt({ parts, blank, field = null, isFieldTall = false }: PromptProps) {
  const drawings = parts.flatMap((part) => (part.type === 'drawing' ? [part.drawing] : []));
  const beside = field === null ? undefined : besideField(drawings, isFieldTall);
  return (
    <div className={cx(css['prompt'], drawings.length > 0 && css['drawn'])} data-beside={beside}>
      {parts.map((part, index) => (
        <Part key={index} part={part} blank={blank} />
      ))}
      {field === null ? null : <div className={css['field']}>{field}</div>}
    </div>
  );
}

/** What stands beside the answer where a phone has no height for all of it under each other. */
function besideField(
  drawings: readonly Drawing[],
  isFieldTall: boolean,
): 'picture' | 'words' | undefined {
  const [drawing, ...more] = drawings;
  if (drawing === undefined || more.length > 0) return undefined;
  const shape = drawing.height / drawing.width;
  if (isFieldTall) return shape < WIDE ? 'words' : 'picture';
  return shape > 1 && readableHeight(drawing) > HIGH ? 'picture' : undefined;
}

/** Whether some part draws the blank itself; if not, the answer box stands under the question. */
export function hasBlank(parts: readonly PromptPart[]): boolean {
  return parts.some((part) => {
    switch (part.type) {
      case 'columns':
      case 'division':
        return true;
      case 'equation':
        return part.tokens.some(isBlank);
      case 'text':
        return part.text.some((piece) => typeof piece !== 'string' && isBlank(piece));
      case 'bond':
        return part.whole === null || part.parts.includes(null);
      case 'sequence':
        return part.numbers.includes(null);
      case 'drawing':
        return false;
    }
  });
}

function isBlank(token: PromptToken): boolean {
  switch (token.type) {
    case 'blank':
      return true;
    case 'fraction':
      return token.num === null || token.den === null;
    case 'power':
      return token.exponent === null;
    case 'percent':
      return token.text === null;
    case 'number':
    case 'sign':
    case 'marked':
      return false;
  }
}

function Part({ part, blank }: { readonly part: PromptPart; readonly blank: ReactNode }) {
  switch (part.type) {
    case 'text':
      return <Sentence part={part} blank={blank} />;
    case 'equation':
      return <Equation tokens={part.tokens} spoken={part.spoken} blank={blank} />;
    case 'columns':
      return <Columns part={part} blank={blank} />;
    case 'division':
      return <Division part={part} blank={blank} />;
    case 'bond':
      return <Bond part={part} blank={blank} />;
    case 'sequence':
      return <Sequence part={part} blank={blank} />;
    case 'drawing':
      return <Picture drawing={part.drawing} label={part.spoken} className={css['figure']} />;
  }
}

interface SentenceProps {
  readonly part: Extract<PromptPart, { readonly type: 'text' }>;
  readonly blank: ReactNode;
}

/** Plain words are read as they stand; a sentence with quantities or a blank is read as it sounds. */
function Sentence({ part, blank }: SentenceProps) {
  const { text, spoken } = part;
  if (text.every((piece) => typeof piece === 'string'))
    return <p className={css['text']}>{text.join('')}</p>;
  return (
    <p role="group" className={css['text']}>
      <span className="visually-hidden">{spoken}</span>
      {text.map((piece, index) =>
        typeof piece === 'string' ? (
          <span key={index} aria-hidden>
            {piece}
          </span>
        ) : (
          <Token key={index} token={piece} blank={blank} />
        ),
      )}
    </p>
  );
}
