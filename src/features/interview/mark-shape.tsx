import { unreachable } from '#domain/kernel/assert.ts';
import type { Answer } from '#state/interview-machine.ts';
import css from './interview.module.css';

/** The shape of a mark: a tick, an open triangle, or a dot for a mark in numbers. */
export function MarkShape({ answer }: { readonly answer: Answer }) {
  const shape = shapeOf(answer);
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={css['shape'] ?? ''} data-shape={shape}>
      <path
        d={PATHS[shape]}
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}

const PATHS = {
  tick: 'm5 17 8 8L27 7',
  triangle: 'M16 5 29 27H3Z',
  dot: 'M16 10a6 6 0 1 0 .01 0Z',
} as const;

function shapeOf({ mark }: Answer): keyof typeof PATHS {
  switch (mark.type) {
    case 'met':
    case 'seen':
      return 'tick';
    case 'not-yet':
    case 'opposite':
      return 'triangle';
    case 'rate':
    case 'levels':
      return 'dot';
    default:
      return unreachable(mark);
  }
}
