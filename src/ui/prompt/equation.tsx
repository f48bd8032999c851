import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import type { PromptToken } from './prompt-part.ts';
import css from './prompt.module.css';
import { Tokens } from './tokens.tsx';

export interface EquationProps {
  readonly tokens: readonly PromptToken[];
  readonly spoken: string;
  readonly blank: ReactNode;
  /** `inline` inside a sentence or an option; `display` alone, 40 px and more. */
  readonly size?: 'display' | 'inline';
}

/** Numbers and signs on one line, always left to right, read as words by a screen reader. */
export function Equation({ tokens, spoken, blank, size = 'display' }: EquationProps) {
  return (
    <span role="group" dir="ltr" className={cx(css['equation'], css[size])}>
      <span className="visually-hidden">{spoken}</span>
      <Tokens tokens={tokens} blank={blank} />
    </span>
  );
}
