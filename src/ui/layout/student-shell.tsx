import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import css from './student-shell.module.css';

export interface StudentShellProps {
  /** A slim line above the work: the calm timer. */
  readonly top?: ReactNode;
  /** At the head's start and end: dots of progress, "Not you?", a break button. */
  readonly headStart?: ReactNode;
  readonly headEnd?: ReactNode;
  /** Stays at the thumb edge: the one action. */
  readonly foot?: ReactNode;
  /** Centre the work in the height that is there. */
  readonly centred?: boolean;
  readonly children: ReactNode;
}

/** The frame of student, marking and lock screens: nothing but the work, and larger type. */
export function StudentShell(props: StudentShellProps) {
  const { top, headStart, headEnd, foot, centred = false, children } = props;
  const hasHead = headStart !== undefined || headEnd !== undefined;
  return (
    <div className={css['shell']}>
      {top === undefined ? null : <div className={css['top']}>{top}</div>}
      {hasHead ? (
        <header className={css['head']}>
          <div className={css['slot']}>{headStart}</div>
          <div className={css['slot']}>{headEnd}</div>
        </header>
      ) : null}
      <main id="main" className={cx(css['main'], centred && css['centred'])}>
        {children}
      </main>
      {foot === undefined ? null : <footer className={css['foot']}>{foot}</footer>}
    </div>
  );
}
