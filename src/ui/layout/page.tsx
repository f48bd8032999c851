import { useRef, type ReactNode } from 'react';
import { cx } from '../cx.ts';
import css from './page.module.css';
import { useScreenTitle } from './use-screen-heading.ts';

export interface PageProps {
  /** The h1. Leave out where a shell or the work itself already carries one. */
  readonly title?: ReactNode;
  /** One line under the title, for example how fresh the figures are. */
  readonly lead?: ReactNode;
  /** The actions of the page, at the end of the title line. */
  readonly actions?: ReactNode;
  /** `reading` about 44 rem, `wide` about 72 rem, `full` the whole width (grids). */
  readonly width?: 'reading' | 'wide' | 'full';
  readonly className?: string;
  readonly children: ReactNode;
}

/** The body of a screen: a title line and a calm column. Put it inside a shell's main. */
export function Page({ title, lead, actions, width = 'wide', className, children }: PageProps) {
  const page = useRef<HTMLDivElement>(null);
  useScreenTitle(page);
  return (
    <div ref={page} className={cx(css['page'], css[width], className)}>
      {title === undefined && actions === undefined ? null : (
        <header className={css['head']}>
          <div className={css['titles']}>
            {title === undefined ? null : <h1>{title}</h1>}
            {lead === undefined ? null : <div className={css['lead']}>{lead}</div>}
          </div>
          {actions === undefined ? null : <div className={css['actions']}>{actions}</div>}
        </header>
      )}
      {children}
    </div>
  );
}
