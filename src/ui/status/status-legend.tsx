import { useLingui } from '@lingui/react';
import { cx } from '../cx.ts';
import { StatusGlyph } from './status-glyph.tsx';
import { statusKeys, statusStyle } from './status-style.ts';
import css from './status-legend.module.css';

export interface StatusLegendProps {
  /** `line` one row of names for the foot of a grid; `full` with letter and meaning. */
  readonly detail?: 'line' | 'full';
}

/** What the shapes mean, in the fixed order. */
export function StatusLegend({ detail = 'line' }: StatusLegendProps) {
  const { i18n } = useLingui();
  return (
    <ul className={cx(css['legend'], css[detail])}>
      {statusKeys.map((key) => {
        const { label, letter, meaning } = statusStyle[key];
        return (
          <li key={key} className={css['item']}>
            <StatusGlyph status={key} name="none" size={detail === 'full' ? 'm' : 's'} />
            <span>
              <span className={css['name']}>{i18n._(label)}</span>
              {detail === 'full' && letter !== null ? (
                <span className={css['letter']}>{i18n._(letter)}</span>
              ) : null}
              {detail === 'full' ? <span className={css['meaning']}>{i18n._(meaning)}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
