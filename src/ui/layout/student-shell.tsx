import { useRef, type ReactNode } from 'react';
import { cx } from '../cx.ts';
import css from './student-shell.module.css';
import { useScreenHeading } from './use-screen-heading.ts';
import { useTapGuard } from './use-tap-guard.ts';

export interface StudentShellProps {
  /** A slim line above the work: the calm timer. */
  readonly top?: ReactNode;
  /** At the head's start and end: dots of progress, "Not you?", a break button. */
  readonly headStart?: ReactNode;
  readonly headEnd?: ReactNode;
  /** Stays at the thumb edge: the one action. */
  readonly foot?: ReactNode;
  /** The number pad: beside the work where the screen is wide, under it where it is tall. */
  readonly aside?: ReactNode;
  /** Which thumb: the pad stands on that side of a wide screen. */
  readonly hand?: 'left' | 'right' | 'both';
  /** Centre the work in the height that is there. */
  readonly centred?: boolean;
  readonly children: ReactNode;
}

/** The frame of student, marking and lock screens: nothing but the work, and larger type. */
export function StudentShell(props: StudentShellProps) {
  const { top, headStart, headEnd, foot, aside, hand = 'both', centred = false, children } = props;
  const screen = useRef<HTMLDivElement>(null);
  useTapGuard(screen);
  useScreenHeading(screen);
  const hasHead = headStart !== undefined || headEnd !== undefined;
  return (
    <div ref={screen} className={css['shell']}>
      {top === undefined ? null : <div className={css['top']}>{top}</div>}
      {hasHead ? (
        <header className={css['head']}>
          <div className={css['slot']}>{headStart}</div>
          <div className={css['slot']}>{headEnd}</div>
        </header>
      ) : null}
      <main id="main" className={cx(css['main'], aside !== undefined && css['split'])}>
        <div className={cx(css['work'], (centred || aside !== undefined) && css['centred'])}>
          {children}
        </div>
        {aside === undefined ? null : (
          <div className={cx(css['aside'], hand === 'left' && css['left'])}>{aside}</div>
        )}
      </main>
      {foot === undefined ? null : <footer className={css['foot']}>{foot}</footer>}
    </div>
  );
}
