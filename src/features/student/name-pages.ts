/** Cuts a list of names into pages of tiles by first letters, so that nobody has to scroll to find a child. */

export interface NamePage {
  /** "A–D", or "M" where one letter fills the page; longer where a letter is cut in two. */
  readonly label: string;
  /** Places of the names on this page: from (included) to (excluded). */
  readonly from: number;
  readonly to: number;
}

/**
 * @param names in the order in which they are shown
 * @param capacity how many tiles a page holds, at least 1
 * @returns as few pages as possible, cut between two letters where that is possible
 */
export function pagesOf(names: readonly string[], capacity: number): NamePage[] {
  const count = Math.ceil(names.length / Math.max(1, capacity));
  const cuts = [0];
  for (let page = 1; page < count; page += 1) {
    cuts.push(cutNear(names, cuts.at(-1) ?? 0, count - page, capacity));
  }
  cuts.push(names.length);
  return cuts.slice(1).flatMap((to, i) => {
    const from = cuts[i] ?? 0;
    return from < to ? [{ from, to, label: labelOf(names, from, to) }] : [];
  });
}

/** Where a page that begins at `from` ends: as even as it can be, moved to the nearest change of letter that fits. */
function cutNear(
  names: readonly string[],
  from: number,
  pagesLeft: number,
  capacity: number,
): number {
  const earliest = Math.max(from + 1, names.length - pagesLeft * capacity);
  const latest = Math.min(from + capacity, names.length - pagesLeft);
  const even = from + Math.round((names.length - from) / (pagesLeft + 1));
  const wanted = Math.min(latest, Math.max(earliest, even));
  for (let step = 0; step <= latest - earliest; step += 1) {
    for (const at of [wanted - step, wanted + step]) {
      const fits = at >= earliest && at <= latest;
      if (fits && letters(names[at - 1], 1) !== letters(names[at], 1)) return at;
    }
  }
  return wanted;
}

const LONGEST = 3;

function labelOf(names: readonly string[], from: number, to: number): string {
  const [first, last] = [names[from], names[to - 1]];
  const n = Math.max(needed(first, names[from - 1]), needed(last, names[to]));
  const [start, end] = [letters(first, n), letters(last, n)];
  return start === end ? start : `${start}–${end}`;
}

/** How many letters tell a name from its neighbour on the other page. */
function needed(name: string | undefined, neighbour: string | undefined): number {
  let n = 1;
  while (n < LONGEST && letters(name, n) === letters(neighbour, n)) n += 1;
  return n;
}

/** The first letters without accents, the first one a capital. Put together again: a syllable of Hangul is one letter. */
function letters(name: string | undefined, n: number): string {
  const plain = (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  const [first = '', ...rest] = Array.from(plain).slice(0, n);
  return first.toLocaleUpperCase() + rest.join('').toLocaleLowerCase();
}
