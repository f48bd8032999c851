import { useLingui } from '@lingui/react';
import { cx } from '../cx.ts';
import { DrawShapes } from './draw-shapes.tsx';
import { pictureNames } from './picture-names.ts';
import type { PictureId } from './picture-names.ts';
import css from './picture.module.css';
import { paint as c } from './shape.ts';
import type { Shape } from './shape.ts';

const starPath = (() => {
  const points = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? 29 : 12.5;
    const a = (i / 10) * 2 * Math.PI - Math.PI / 2;
    return `${(32 + r * Math.cos(a)).toFixed(1)} ${(34 + r * Math.sin(a)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
})();

const rays = Array.from({ length: 8 }, (_, i) => {
  const a = (i / 8) * 2 * Math.PI;
  const at = (r: number) =>
    `${(32 + r * Math.cos(a)).toFixed(1)} ${(32 + r * Math.sin(a)).toFixed(1)}`;
  return `M${at(22.5)}L${at(29)}`;
}).join('');

/** Each differs from all others in outline and in colour, so that small children and colour-blind ones tell them apart. */
const drawings: Readonly<Record<PictureId, readonly Shape[]>> = {
  sun: [
    ['l', rays, '#e8a317', 5],
    ['c', 32, 32, 16, '#f6c12d'],
  ],
  boat: [
    ['p', 'M30 6V38H8Q12 18 30 6Z', '#e9eef4'],
    ['p', 'M35 12V38H54Q50 24 35 12Z', '#b9c8d8'],
    ['l', 'M32.5 5V44', '#5d4632', 3],
    ['p', 'M5 43H59Q55 58 46 58H18Q9 58 5 43Z', '#8a4b2a'],
  ],
  key: [
    ['c', 20, 20, 15, '#7a5ab8'],
    ['c', 20, 20, 6, '#fffdf9'],
    ['l', 'M31 31 55 55M45 45l7-7M52 52l6-6', '#7a5ab8', 7],
  ],
  tree: [
    ['r', 27, 40, 10, 20, 3, '#7b4d2f'],
    ['c', 20, 32, 13, '#3f8a4d'],
    ['c', 44, 32, 13, '#3f8a4d'],
    ['c', 32, 19, 15, '#4f9f5b'],
    ['c', 32, 34, 11, '#4f9f5b'],
  ],
  star: [['p', starPath, '#2f6fc4']],
  fish: [
    ['p', 'M44 32 60 18Q57 32 60 46Z', '#d9662a'],
    ['p', 'M3 32Q12 14 29 14T50 32Q46 50 29 50T3 32Z', '#f08a3c'],
    ['p', 'M23 16Q30 6 38 8 38 14 34 17Z', '#d9662a'],
    ['l', 'M28 20q8 12 0 24', '#fbd9b6', 3.4],
    ['c', 14, 29, 3.4, c.ink],
  ],
  house: [
    ['r', 11, 28, 42, 31, 2, '#f3d9a4'],
    ['p', 'M3 32 32 5 61 32Z', '#c23a30'],
    ['r', 26, 40, 12, 19, 1.5, '#6f4429'],
    ['r', 15, 36, 8, 8, 1, '#6aa9d8'],
    ['r', 41, 36, 8, 8, 1, '#6aa9d8'],
  ],
  drum: [
    ['l', 'M8 4 28 18M56 4 36 18', '#8a5a34', 4.5],
    ['p', 'M7 24H57V48Q57 60 32 60T7 48Z', '#158a8c'],
    ['l', 'M8 48 18 29 28 56 36 29 46 56 56 29', '#f7e3a1', 3],
    ['e', 32, 24, 25, 9, '#fff4d6'],
    ['l', 'M7 24a25 9 0 0 0 50 0a25 9 0 0 0-50 0', '#0c5f61', 3],
  ],
  kite: [
    ['l', 'M32 44q10 4 4 10t6 8', '#4a4a55', 2.6],
    ['p', 'M32 2 54 22 32 48Z', '#e05a8a'],
    ['p', 'M32 2 10 22 32 48Z', '#f3a6c0'],
    ['p', 'M10 22H32V48ZM32 2V22H54Z', '#b92f63'],
  ],
  cup: [
    ['l', 'M44 26h5q9 0 9 9t-9 9h-6', '#5b6673', 5.5],
    ['p', 'M8 20H46V44Q46 56 34 56H20Q8 56 8 44Z', '#7d8a99'],
    ['e', 27, 20, 19, 5, '#4a2f1d'],
    ['l', 'M20 10q-3-4 0-8M33 10q-3-4 0-8', '#a9b3bf', 3],
  ],
  moon: [['p', 'M42 4A29 29 0 1 0 59 45 25 25 0 0 1 42 4Z', '#26365f']],
  bell: [
    ['c', 32, 9, 5, '#6a8f1f'],
    ['c', 32, 53, 6.5, '#4b6613'],
    ['p', 'M32 9Q49 12 49 30 49 41 57 49H7Q15 41 15 30 15 12 32 9Z', '#9bc53d'],
    ['l', 'M8 48H56', '#6a8f1f', 4.5],
  ],
};

export interface PictureProps {
  readonly id: PictureId;
  /** Fills its box unless a size is given. */
  readonly size?: 'm' | 'l' | 'fill';
  /** Say what it is. Off where a button around it already does. */
  readonly named?: boolean;
}

/** One of the twelve secret pictures. */
export function Picture({ id, size = 'fill', named = false }: PictureProps) {
  const { i18n } = useLingui();
  const says = named ? i18n._(pictureNames[id]) : null;
  return (
    <svg
      viewBox="0 0 64 64"
      className={cx(css['picture'], css[size])}
      {...(says === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': says })}
    >
      <DrawShapes shapes={drawings[id]} />
    </svg>
  );
}

/** A whole secret in order, small, for the teacher's list and the printed card. */
export function PictureSecret({ pictures }: { readonly pictures: readonly PictureId[] }) {
  const { i18n } = useLingui();
  const names = pictures.map((id) => i18n._(pictureNames[id])).join(', ');
  return (
    <span role="img" aria-label={names} className={css['secret']}>
      {pictures.map((id, index) => (
        <span key={index} className={css['secretPicture']}>
          <Picture id={id} size="m" />
        </span>
      ))}
    </span>
  );
}
