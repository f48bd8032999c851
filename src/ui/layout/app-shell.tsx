import type { MouseEventHandler, ReactNode } from 'react';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { useLingui } from '@lingui/react/macro';
import { cx } from '../cx.ts';
import { ProductSign } from './product-sign.tsx';
import css from './app-shell.module.css';

export interface NavItem {
  readonly href: string;
  readonly label: ReactNode;
  readonly icon: ReactNode;
  readonly current: boolean;
}

export interface AppShellProps {
  /** What the person works in: the school or group. Shown beside the sign. */
  readonly title: ReactNode;
  /** Where "back" goes; absent on top-level screens. */
  readonly back?: { readonly href: string; readonly label: string };
  readonly nav: readonly NavItem[];
  /** The sync chip and, if wanted, a lock button. The slot keeps its size whatever the chip says. */
  readonly end?: ReactNode;
  /** A banner that belongs to the whole app, under the header. */
  readonly banner?: ReactNode;
  /** Called for every link of the shell, so that a router can take it over. */
  readonly onNavigate?: (href: string) => void;
  readonly children: ReactNode;
}

/** The frame of every staff screen: header, navigation (side on wide screens, foot on phones), main. */
export function AppShell(props: AppShellProps) {
  const { title, back, nav, end, banner, onNavigate, children } = props;
  const { t } = useLingui();
  const follow = followWith(onNavigate);
  return (
    <div className={css['shell']}>
      <a href="#main" className={cx(css['skip'], 'no-print')}>
        {t`Skip to the content`}
      </a>
      <header className={cx(css['header'], 'no-print')}>
        <div className={css['lead']}>
          {back === undefined ? (
            <ProductSign />
          ) : (
            <a
              href={back.href}
              aria-label={back.label}
              className={css['back']}
              onClick={follow(back.href)}
            >
              <ArrowLeft className={css['backIcon'] ?? ''} aria-hidden />
            </a>
          )}
          <span className={css['title']}>{title}</span>
        </div>
        <div className={css['end']}>{end}</div>
      </header>
      <nav aria-label={t`Main`} className={cx(css['nav'], 'no-print')}>
        {nav.map((item) => (
          <a
            key={item.href}
            href={item.href}
            className={css['navItem']}
            aria-current={item.current ? 'page' : undefined}
            onClick={follow(item.href)}
          >
            {item.icon}
            <span>{item.label}</span>
          </a>
        ))}
      </nav>
      <main id="main" tabIndex={-1} className={css['main']}>
        {banner === undefined ? null : (
          <div className={cx(css['banner'], 'no-print')}>{banner}</div>
        )}
        {children}
      </main>
    </div>
  );
}

/** Plain clicks go to the router; a click with a modifier stays a real link. */
function followWith(onNavigate: ((href: string) => void) | undefined) {
  return (href: string): MouseEventHandler<HTMLAnchorElement> =>
    (event) => {
      if (onNavigate === undefined) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      onNavigate(href);
    };
}
