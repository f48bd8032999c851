/** Decimal digits of a whole number that is not negative, ones first: 507 gives [7, 0, 5]; 0 gives [0]. */
export function digitsOf(n: number): number[] {
  const digits = [];
  for (let rest = n; rest > 0 || digits.length === 0; rest = Math.floor(rest / 10))
    digits.push(rest % 10);
  return digits;
}

/** The number that these decimal digits (ones first) write. */
export function numberOf(digits: readonly number[]): number {
  return digits.reduceRight((sum, digit) => sum * 10 + digit, 0);
}

/** Greatest common divisor of two whole numbers (Euclid); gcd(0, 0) is 0. */
export function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
