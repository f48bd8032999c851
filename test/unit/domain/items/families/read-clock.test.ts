import { drawingOf } from '#domain/items/figure.ts';
import { holdFamily } from '#test/support/hold-family.ts';

holdFamily({
  family: 'read-clock',
  valuesOf: (identity, row) => {
    const [h = 0, m = 0] = identity.split(':').map(Number);
    return row.constraints.includes('m') && /\bm[: ]/u.test(row.constraints.split('note')[0] ?? '')
      ? { h, m }
      : { h };
  },
  // From the angles of the drawn hands: the thick line is the hour hand, the thin long one the minute hand.
  solve: (item) => {
    const [drawing] = item.prompt.flatMap((part) =>
      part.type === 'figure' ? [drawingOf(part.figure)] : [],
    );
    const hands = (drawing?.marks ?? [])
      .flatMap((mark) => (mark.type === 'line' && mark.line > 1.5 ? [mark] : []))
      .toSorted((a, b) => b.line - a.line)
      .map(({ from, to }) => {
        const degrees = (Math.atan2(to[0] - from[0], from[1] - to[1]) * 180) / Math.PI;
        return (degrees + 360) % 360;
      });
    const [thick = 0, thin = 0] = hands;
    const minute = Math.round(thin / 6) % 60;
    const hour = Math.round((thick - minute / 2) / 30 + 12) % 12;
    return `${hour === 0 ? 12 : hour}:${String(minute).padStart(2, '0')}`;
  },
});
