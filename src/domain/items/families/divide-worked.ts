import type { WorkedPart } from '../family.ts';
import { countOfPlace } from '../place-names.ts';
import { remainderText } from '../read-remainder.ts';
import { stepsOf, type Case, type Params, type Step } from './divide-case.ts';
import { formula, line } from './worked-lines.ts';

/** How to come to the answer: by the multiplication that it goes back to, or place by place. */
export function workedDivision(one: Case, { r, isLong }: Params): readonly WorkedPart[] {
  const { q, power, d, dividend, unknown } = one;
  const quotient = q * power;
  const whole = formula(
    `${dividend} ÷ ${d} = ${r === null ? quotient : remainderText(quotient, one.r)}`,
  );
  if (unknown === 'dividend') return [formula(`${quotient} × ${d} = ${dividend}`), whole];
  if (unknown === 'divisor') return [formula(`${dividend} ÷ ${quotient} = ${d}`), whole];
  if (isLong) return [...stepsOf(dividend, d).flatMap((step) => stepLine(step, d)), whole];
  if (power > 1) return [byPlace(one), whole];
  const product = formula(`${quotient} × ${d} = ${quotient * d}`);
  return r === null ? [product, whole] : [product, leftOver(one), whole];
}

/** 24 tens ÷ 6 = 4 tens */
function byPlace({ q, power, d }: Case): WorkedPart {
  const [all, each] = [countOfPlace(q * d, power, 1), countOfPlace(q, power, 1)];
  return line(`${all.en} ÷ ${d} = ${each.en}`, `${all.es} ÷ ${d} = ${each.es}`);
}

function leftOver({ q, d, r, dividend }: Case): WorkedPart {
  const taken = `${dividend} − ${q * d} = ${r}`;
  return line(`${taken}: that is left over.`, `${taken}: eso es lo que sobra.`);
}

/** 7 tens ÷ 4 = 1 ten. 1 × 4 = 4, 3 left. */
function stepLine({ place, part, digit, rest }: Step, d: number): WorkedPart {
  const [from, each] = [countOfPlace(part, place, 1), countOfPlace(digit, place, 1)];
  if (digit === 0) {
    return line(
      `${from.en} ÷ ${d}: not enough, so write 0.`,
      `${from.es} ÷ ${d}: no alcanza, así que escribe 0.`,
    );
  }
  // A line does not break inside a product.
  const product = `${digit} × ${d} = ${digit * d}`.replaceAll(' ', '\u00A0');
  return line(
    `${from.en} ÷ ${d} = ${each.en}. ${product}, ${rest} left.`,
    `${from.es} ÷ ${d} = ${each.es}. ${product}, ${rest === 1 ? 'queda' : 'quedan'} ${rest}.`,
  );
}
