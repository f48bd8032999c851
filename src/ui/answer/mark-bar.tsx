import type { ReactNode } from 'react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Press } from '../controls/press.tsx';
import { cx } from '../cx.ts';
import type { Hand } from './keypad.tsx';
import css from './mark-bar.module.css';

export type Mark = 'not-yet' | 'got-it';

export interface MarkBarProps {
  readonly onMark: (mark: Mark) => void;
  /** The mark that was just saved: its button stays lit until the next objective comes. */
  readonly lit?: Mark | null;
  readonly isDisabled?: boolean;
  readonly hand?: Hand;
  /** Other words for the two marks, where something else is observed (seen, the opposite). */
  readonly labels?: { readonly notYet: ReactNode; readonly gotIt: ReactNode };
  /** The smaller row under the buttons: skip, note, last mark. */
  readonly children?: ReactNode;
}

/** The two marks of an interview, 96 px tall, a wide gap between them; one tap marks. */
export function MarkBar({
  onMark,
  lit = null,
  isDisabled = false,
  hand = 'both',
  labels,
  children,
}: MarkBarProps) {
  const { t } = useLingui();
  return (
    <div className={cx(css['bar'], css[hand])}>
      <div role="group" aria-label={t`Mark`} className={css['marks']}>
        <Press
          preventFocusOnPress
          isDisabled={isDisabled}
          onPress={() => onMark('not-yet')}
          className={cx(css['mark'], css['notYet'], lit === 'not-yet' && css['lit'])}
        >
          <svg viewBox="0 0 32 32" aria-hidden className={css['shape'] ?? ''}>
            <path
              d="M16 5 29 27H3Z"
              fill="none"
              stroke="currentColor"
              strokeWidth="3"
              strokeLinejoin="round"
            />
          </svg>
          {labels?.notYet ?? <Trans>Not yet</Trans>}
        </Press>
        <Press
          preventFocusOnPress
          isDisabled={isDisabled}
          onPress={() => onMark('got-it')}
          className={cx(css['mark'], css['gotIt'], lit === 'got-it' && css['lit'])}
        >
          <svg viewBox="0 0 32 32" aria-hidden className={css['shape'] ?? ''}>
            <path
              d="m5 17 8 8L27 7"
              fill="none"
              stroke="currentColor"
              strokeWidth="4"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
          {labels?.gotIt ?? <Trans>Got it</Trans>}
        </Press>
      </div>
      {children === undefined ? null : <div className={css['more']}>{children}</div>}
    </div>
  );
}
