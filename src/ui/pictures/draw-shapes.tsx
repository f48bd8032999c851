import type { Shape } from './shape.ts';

/** Draws shape data; use inside an svg with viewBox 0 0 64 64. */
export function DrawShapes({ shapes }: { readonly shapes: readonly Shape[] }) {
  return shapes.map((shape, index) => <One key={index} shape={shape} />);
}

function One({ shape }: { readonly shape: Shape }) {
  switch (shape[0]) {
    case 'c':
      return <circle cx={shape[1]} cy={shape[2]} r={shape[3]} fill={shape[4]} />;
    case 'e':
      return <ellipse cx={shape[1]} cy={shape[2]} rx={shape[3]} ry={shape[4]} fill={shape[5]} />;
    case 'r':
      return (
        <rect
          x={shape[1]}
          y={shape[2]}
          width={shape[3]}
          height={shape[4]}
          rx={shape[5]}
          fill={shape[6]}
        />
      );
    case 'p':
      return <path d={shape[1]} fill={shape[2]} />;
    case 'l':
      return (
        <path
          d={shape[1]}
          fill="none"
          stroke={shape[2]}
          strokeWidth={shape[3]}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      );
  }
}
