import type { ReactNode } from 'react';
import css from './state.module.css';

export interface EmptyStateProps {
  /** What will appear here. */
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The one thing to do now. */
  readonly action?: ReactNode;
  /** An icon that says what kind of thing belongs here. */
  readonly icon?: ReactNode;
  /** It is all there is on the screen: its title is the heading of the page. */
  readonly isWholeScreen?: boolean;
}

/** Nothing here yet: says what will appear and offers one action. */
export function EmptyState({ title, children, action, icon, isWholeScreen }: EmptyStateProps) {
  const Heading = isWholeScreen === true ? 'h1' : 'h2';
  return (
    <div className={css['state']}>
      {icon === undefined ? null : <div className={css['icon']}>{icon}</div>}
      <Heading>{title}</Heading>
      {children === undefined ? null : <div className={css['text']}>{children}</div>}
      {action}
    </div>
  );
}
