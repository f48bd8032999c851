import { useLingui } from '@lingui/react';
import { cx } from '../cx.ts';
import { statusStyle } from './status-style.ts';
import type { StatusKey } from './status-style.ts';
import css from './status-glyph.module.css';

export interface StatusGlyphProps {
  readonly status: StatusKey;
  /** `none` leaves the name to the caller (it is then hidden from screen readers). */
  readonly name?: 'label' | 'none';
  readonly size?: 's' | 'm' | 'l';
}

/** The coloured tile with the shape of a status. */
export function StatusGlyph({ status, name = 'label', size = 'm' }: StatusGlyphProps) {
  const { i18n } = useLingui();
  const label = i18n._(statusStyle[status].label);
  return (
    <span
      data-status={status}
      className={cx(css['glyph'], css[size])}
      {...(name === 'label' ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}

/** A status in words with its tile, for lists and sheets. */
export function StatusTag({ status }: { readonly status: StatusKey }) {
  const { i18n } = useLingui();
  return (
    <span className={css['tag']}>
      <StatusGlyph status={status} name="none" size="s" />
      {i18n._(statusStyle[status].label)}
    </span>
  );
}
