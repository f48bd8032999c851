/** Names as short as they can be told apart: the first name, and the next letters only where two are equal. */

/**
 * One short name per display name, in the same order: "Ana", or "Ana G." and "Ana L.". Names that are equal as a whole stay
 * equal: the picture tells them apart.
 */
export function shortNames(names: readonly string[]): string[] {
  const parts = names.map(splitName);
  return parts.map(({ first, rest }, i) => {
    const others = parts.filter((other, j) => j !== i && same(other.first, first));
    if (others.length === 0 || rest === '') return first;
    const letters = Array.from(rest);
    for (let n = 1; n < letters.length; n += 1) {
      const start = letters.slice(0, n).join('');
      if (!others.some((other) => startsAlike(other.rest, start)) && !start.endsWith(' ')) {
        return `${first} ${start}.`;
      }
    }
    return `${first} ${rest}`;
  });
}

function splitName(name: string): { readonly first: string; readonly rest: string } {
  const words = name.trim().split(/\s+/u);
  return { first: words[0] ?? '', rest: words.slice(1).join(' ') };
}

function same(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function startsAlike(text: string, start: string): boolean {
  return fold(text).startsWith(fold(start));
}

function fold(text: string): string {
  return text.toLocaleLowerCase();
}
