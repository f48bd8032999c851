import type { CSSProperties } from 'react';
import { cx } from '../cx.ts';
import { DrawShapes } from '../pictures/draw-shapes.tsx';
import { counterShapes } from './counter-shapes.ts';
import css from './picture.module.css';
import type { Drawing, Fill, Ink, Mark } from './prompt-part.ts';

export interface PictureProps {
  readonly drawing: Drawing;
  /** What a screen reader says; null where words beside it say the same. */
  readonly label: string | null;
  readonly className?: string | undefined;
}

/** A drawing as SVG: crisp at any size, in the colours of the theme. */
export function Picture({ drawing, label, className }: PictureProps) {
  const { width, height, rem, marks } = drawing;
  return (
    <svg
      {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      viewBox={`0 0 ${short(width)} ${short(height)}`}
      className={cx(css['picture'], className)}
      style={
        {
          aspectRatio: `${width} / ${height}`,
          maxInlineSize: `${rem}rem`,
          '--widest': `${rem}rem`,
          '--ratio': String(Math.round((height * 1000) / width) / 1000),
          '--readable': `${readableHeight(drawing)}rem`,
        } as CSSProperties // React's type knows no custom properties
      }
    >
      {marks.map((mark, index) => (
        <One key={index} mark={mark} />
      ))}
    </svg>
  );
}

/** Letters of a picture are at least this high. */
const LETTER_REM = 0.75;

/** Height from which on the smallest letters of a picture can be read, in root ems; 0 without letters. */
export function readableHeight({ height, marks }: Drawing): number {
  const sizes = marks.flatMap((mark) => (mark.type === 'text' ? [mark.size] : []));
  return sizes.length === 0
    ? 0
    : Math.round((LETTER_REM * height * 100) / Math.min(...sizes)) / 100;
}

/** Three places are a hundredth of a pixel at any size that fits a screen. */
function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function look(ink: Ink, fill: Fill | undefined): string {
  return cx(css[`stroke-${ink}`], css[fill === undefined ? 'fill-none' : `fill-${fill}`]);
}

function stroke(mark: { readonly line: number; readonly dashed?: true }) {
  const { line, dashed } = mark;
  return {
    strokeWidth: short(line),
    ...(dashed === true ? { strokeDasharray: `${short(line * 3)} ${short(line * 2.5)}` } : {}),
  };
}

function One({ mark }: { readonly mark: Mark }) {
  switch (mark.type) {
    case 'line': {
      const { from, to, ink } = mark;
      const d = `M${short(from[0])} ${short(from[1])}L${short(to[0])} ${short(to[1])}`;
      return <path d={d} className={look(ink, undefined)} {...stroke(mark)} />;
    }
    case 'path': {
      const d = mark.points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L');
      return (
        <path
          d={`M${d}${mark.closed ? 'Z' : ''}`}
          className={look(mark.ink, mark.fill)}
          {...stroke(mark)}
        />
      );
    }
    case 'circle':
    case 'ellipse': {
      const [rx, ry] = mark.type === 'circle' ? [mark.r, mark.r] : [mark.rx, mark.ry];
      return (
        <ellipse
          cx={short(mark.at[0])}
          cy={short(mark.at[1])}
          rx={short(rx)}
          ry={short(ry)}
          className={look(mark.ink, mark.fill)}
          {...stroke(mark)}
        />
      );
    }
    case 'sector':
      return <path d={sectorPath(mark)} className={look(mark.ink, mark.fill)} {...stroke(mark)} />;
    case 'rect':
      return (
        <rect
          x={short(mark.at[0])}
          y={short(mark.at[1])}
          width={short(mark.width)}
          height={short(mark.height)}
          rx={short(mark.round ?? 0)}
          className={look(mark.ink, mark.fill)}
          {...stroke(mark)}
        />
      );
    case 'text':
      return <Words mark={mark} />;
    case 'thing': {
      const { at, size, id } = mark;
      const [x, y] = [at[0] - size / 2, at[1] - size / 2];
      return (
        <g transform={`translate(${short(x)} ${short(y)}) scale(${size / 64})`}>
          <DrawShapes shapes={counterShapes(id)} />
        </g>
      );
    }
  }
}

function Words({ mark }: { readonly mark: Extract<Mark, { readonly type: 'text' }> }) {
  const { at, text, size, ink = 'ink', align, bold } = mark;
  return (
    <text
      x={short(at[0])}
      y={short(at[1])}
      fontSize={short(size)}
      textAnchor={align ?? 'middle'}
      className={cx(css['words'], css[`text-${ink}`], bold === true && css['bold'])}
    >
      {text}
    </text>
  );
}

/** A slice of a disc, or its arc alone. */
function sectorPath(mark: Extract<Mark, { readonly type: 'sector' }>): string {
  const { at, r, from, to, open } = mark;
  const [start, end] = [from, to].map((degrees) => {
    const radians = (degrees * Math.PI) / 180;
    return `${short(at[0] + r * Math.sin(radians))} ${short(at[1] - r * Math.cos(radians))}`;
  });
  const large = to - from > 180 ? 1 : 0;
  const arc = `A${short(r)} ${short(r)} 0 ${large} 1 ${end}`;
  if (open === true) return `M${start}${arc}`;
  return `M${short(at[0])} ${short(at[1])}L${start}${arc}Z`;
}
