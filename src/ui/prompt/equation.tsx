import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { groupDigits } from './number-words.ts';
import type { EquationToken } from './prompt-part.ts';
import css from './prompt.module.css';
import { useSpokenPrompt } from './use-spoken.ts';

export interface EquationProps {
  readonly tokens: readonly EquationToken[];
  readonly blank: ReactNode;
  /** `inline` inside a sentence or an option; `display` alone, 40 px and more. */
  readonly size?: 'display' | 'inline';
}

/** Numbers and signs on one line, always left to right, read as words by a screen reader. */
export function Equation({ tokens, blank, size = 'display' }: EquationProps) {
  const speak = useSpokenPrompt();
  return (
    <span role="group" dir="ltr" className={cx(css['equation'], css[size])}>
      <span className="visually-hidden">{speak({ type: 'equation', tokens })}</span>
      {tokens.map((token, index) => (
        <Fragment key={index}>
          {token === '_' ? (
            blank
          ) : (
            <span aria-hidden className={css[typeof token === 'number' ? 'number' : 'sign']}>
              {typeof token === 'number' ? groupDigits(token) : token}
            </span>
          )}
        </Fragment>
      ))}
    </span>
  );
}
