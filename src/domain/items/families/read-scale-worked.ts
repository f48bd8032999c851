import { unreachable } from '../../kernel/assert.ts';
import type { WorkedPart } from '../family.ts';
import type { FractionToken } from '../token.ts';
import type { ScaleCase } from './read-scale-case.ts';
import { formula, line } from './worked-lines.ts';

/** How the scale is read. */
export function scaleWorked(one: ScaleCase): readonly WorkedPart[] {
  switch (one.kind) {
    case 'number-line': {
      const { n, tick, label } = one;
      const below = Math.floor((n * tick) / label) * label;
      return [
        line(`Each small space is ${tick}.`, `Cada espacio pequeño vale ${tick}.`),
        line(
          `From ${below} go on to the arrow: ${below} + ${n * tick - below} = ${n * tick}.`,
          `Desde ${below} avanza hasta la flecha: ${below} + ${n * tick - below} = ${n * tick}.`,
        ),
      ];
    }
    case 'fraction-line':
      return [
        line(
          `From 0 to 1 there are ${one.den} equal parts.`,
          `De 0 a 1 hay ${one.den} partes iguales.`,
        ),
        ...counted(one.n, one.den),
      ];
    case 'ruler': {
      const { start, n } = one;
      const end = start + n;
      return [
        line(`It goes from ${start} to ${end}.`, `Va de ${start} a ${end}.`),
        ...(start > 0 ? [formula(`${end} − ${start} = ${n}`)] : []),
      ];
    }
    case 'ruler-two':
      return [
        line(`The lengths are ${one.a} and ${one.b}.`, `Las longitudes son ${one.a} y ${one.b}.`),
        formula(`${one.a} − ${one.b} = ${one.a - one.b}`),
      ];
    case 'ruler-fraction':
      return [
        line(
          `Each inch has ${one.parts} equal parts.`,
          `Cada pulgada tiene ${one.parts} partes iguales.`,
        ),
        ...counted(one.n, one.parts),
      ];
    case 'dial': {
      const { n, label, parts } = one;
      const step = label / parts;
      const below = Math.floor(n / parts) * label;
      return [
        line(
          `Between two labels there are ${parts} spaces: ${label} ÷ ${parts} = ${step}.`,
          `Entre dos números hay ${parts} espacios: ${label} ÷ ${parts} = ${step}.`,
        ),
        formula(`${below} + ${n % parts} × ${step} = ${n * step}`),
      ];
    }
    default:
      return unreachable(one);
  }
}

/** n parts of den, and the mixed number where there is one. */
function counted(n: number, den: number): readonly WorkedPart[] {
  const fraction: FractionToken = { type: 'fraction', num: n, den };
  const whole = Math.floor(n / den);
  if (whole === 0)
    return [line(`Count the parts from 0: {f}`, `Cuenta las partes desde 0: {f}`, { f: fraction })];
  const mixed: FractionToken = { type: 'fraction', whole, num: n % den, den };
  return [
    line(
      `${whole} ${whole === 1 ? 'whole' : 'wholes'} and ${n % den} more of the parts: {m}`,
      `${whole} ${whole === 1 ? 'entero' : 'enteros'} y ${n % den} de las partes: {m}`,
      { m: mixed },
    ),
    formula('{m} = {f}', { m: mixed, f: fraction }),
  ];
}
