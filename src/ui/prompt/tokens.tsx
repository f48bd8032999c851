import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import css from './prompt.module.css';
import type { PromptToken } from './prompt-part.ts';

export interface TokensProps {
  readonly tokens: readonly PromptToken[];
  /** Goes where the blank is. */
  readonly blank: ReactNode;
}

/** Numbers, signs and quantities in writing order; for eyes only, what is spoken stands beside them. */
export function Tokens({ tokens, blank }: TokensProps) {
  return tokens.map((token, index) => (
    <Fragment key={index}>
      <Token token={token} blank={blank} />
    </Fragment>
  ));
}

export function Token({
  token,
  blank,
}: {
  readonly token: PromptToken;
  readonly blank: ReactNode;
}) {
  const orBlank = (text: string | null): ReactNode => text ?? blank;
  switch (token.type) {
    case 'blank':
      return blank;
    case 'number':
      return (
        <span aria-hidden className={css['number']}>
          {token.text}
        </span>
      );
    case 'sign':
      return (
        <span aria-hidden className={cx(css['sign'], bracketOf(token.text))}>
          {token.text}
        </span>
      );
    case 'fraction':
      return (
        <span className={css['fraction']}>
          {token.whole === null ? null : <span aria-hidden>{token.whole}</span>}
          <span className={css['stack']}>
            <Quiet text={token.num}>{orBlank(token.num)}</Quiet>
            <span aria-hidden className={css['bar']} />
            <Quiet text={token.den}>{orBlank(token.den)}</Quiet>
          </span>
        </span>
      );
    case 'power':
      return (
        <span className={cx(css['number'], bracketOf(token.base))}>
          {/* A bracket that is raised looks like the one that opens. */}
          <span aria-hidden className={cx(token.base === ')' && css['sign'])}>
            {token.base}
          </span>
          <Quiet
            text={token.exponent}
            className={cx(css['raised'], token.exponent === null && css['raisedBlank'])}
          >
            {orBlank(token.exponent)}
          </Quiet>
        </span>
      );
    case 'percent':
      return (
        <span className={css['number']}>
          <Quiet text={token.text}>{orBlank(token.text)}</Quiet>
          <span aria-hidden>%</span>
        </span>
      );
    case 'marked':
      return (
        <span aria-hidden className={css['number']}>
          {token.before}
          <span className={css['marked']}>{token.digit}</span>
          {token.after}
        </span>
      );
  }
}

/** A bracket stands close to what it holds. */
function bracketOf(text: string): string | undefined {
  if (text === '(' || text === '[') return css['opens'];
  return text === ')' || text === ']' ? css['closes'] : undefined;
}

/** Text that is spoken elsewhere; a blank keeps its voice. */
function Quiet(props: {
  readonly text: string | null;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const { text, className, children } = props;
  return (
    <span {...(text === null ? {} : { 'aria-hidden': true })} className={cx(className)}>
      {children}
    </span>
  );
}
