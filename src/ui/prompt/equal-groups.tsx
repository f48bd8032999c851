import { DrawShapes } from '../pictures/draw-shapes.tsx';
import { counterShapes } from './counter-shapes.ts';
import { layoutArray, layoutRings } from './layout-figure.ts';
import type { EqualGroupsFigure } from './prompt-part.ts';
import css from './prompt.module.css';

export interface EqualGroupsProps {
  readonly figure: Pick<EqualGroupsFigure, 'layout' | 'groups' | 'each'> & {
    readonly object: { readonly id: string };
  };
  /** What a screen reader says: names groups and size, never the total. */
  readonly label: string;
}

/** Rings with the same number of things in each, or an array. */
export function EqualGroups({ figure, label }: EqualGroupsProps) {
  const { groups, each } = figure;
  const place = figure.layout === 'groups' ? layoutRings(groups, each) : layoutArray(groups, each);
  const shapes = counterShapes(figure.object.id);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${place.width.toFixed(2)} ${place.height.toFixed(2)}`}
      className={css['figure'] ?? ''}
      style={{
        aspectRatio: `${place.width} / ${place.height}`,
        maxInlineSize: `${place.width * 2.6}rem`,
      }}
    >
      {place.rings.map(({ x, y }) => (
        <circle
          key={`${x} ${y}`}
          cx={x}
          cy={y}
          r={place.ringRadius}
          className={css['ring'] ?? ''}
        />
      ))}
      {place.things.map(({ x, y }) => (
        <g key={`${x} ${y}`} transform={`translate(${x - 0.5} ${y - 0.5}) scale(${1 / 64})`}>
          <DrawShapes shapes={shapes} />
        </g>
      ))}
    </svg>
  );
}
