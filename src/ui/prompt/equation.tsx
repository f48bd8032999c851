import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import type { PromptToken } from './prompt-part.ts';
import css from './prompt.module.css';
import { Tokens } from './tokens.tsx';

export interface EquationProps {
  readonly tokens: readonly PromptToken[];
  readonly spoken: string;
  readonly blank: ReactNode;
  /** `inline` inside a sentence or an option; `display` alone, 40 px and more; on a phone less where it is long. */
  readonly size?: 'display' | 'inline';
}

/** Numbers and signs on one line, always left to right, read as words by a screen reader. */
export function Equation({ tokens, spoken, blank, size = 'display' }: EquationProps) {
  const end = endOf(tokens);
  return (
    <span
      role="group"
      dir="ltr"
      className={cx(css['equation'], css[size], isLong(tokens) && css['long'])}
    >
      <span className="visually-hidden">{spoken}</span>
      <Tokens tokens={tokens.slice(0, end)} blank={blank} />
      {end === tokens.length ? null : (
        <span className={css['end']}>
          <Tokens tokens={tokens.slice(end)} blank={blank} />
        </span>
      )}
    </span>
  );
}

/** Where the end of an equation begins that stays together when it takes two lines: "= __ cm". */
function endOf(tokens: readonly PromptToken[]): number {
  const equals = tokens.findLastIndex((token) => token.type === 'sign' && token.text === '=');
  const isShort = equals > 0 && tokens.length - equals <= 3;
  return isShort && tokens[equals + 1]?.type === 'blank' ? equals : tokens.length;
}

/** More letters than fit beside each other on a phone. */
const LONG = 9;
/** As wide as so many letters. */
const BLANK = 3;

/** Boxes of a fraction are targets already as small as they may be: there the equation takes a second line. */
function isLong(tokens: readonly PromptToken[]): boolean {
  if (tokens.some(({ type }) => type === 'fraction')) return false;
  const letters = tokens.reduce((sum, token) => sum + lettersOf(token), 0);
  return letters > LONG;
}

function lettersOf(token: PromptToken): number {
  switch (token.type) {
    case 'blank':
      return BLANK;
    case 'number':
    case 'sign':
      return token.text.length;
    case 'fraction':
      return BLANK;
    case 'power':
      return token.base.length + (token.exponent?.length ?? BLANK) / 2;
    case 'percent':
      return (token.text?.length ?? BLANK) + 1;
    case 'marked':
      return token.before.length + 1 + token.after.length;
  }
}
