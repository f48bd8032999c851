/**
 * Lines of a file, one after the other, which end at "\n" and at nothing else. Node's `readline` also ends one at U+2028 and U+2029, which
 * JSON leaves as they are inside a text.
 */
import { createReadStream } from 'node:fs';

/** A longer one is none: no string of JavaScript could hold two of them. */
const MOST_CHARS = 2 ** 28;

/** @returns each line without its end, and what stands behind the last end, if anything; a line of more than `most` is "" */
export async function* readLines(path: string, most = MOST_CHARS): AsyncGenerator<string> {
  let pieces: string[] = [];
  let length = 0;
  const add = (piece: string): void => {
    length += piece.length;
    if (length <= most) pieces.push(piece);
    else pieces = [];
  };
  const take = (): string => {
    const line = pieces.join('');
    [pieces, length] = [[], 0];
    return line;
  };
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    const [first = '', ...others] = String(chunk).split('\n');
    add(first);
    for (const next of others) {
      yield take();
      add(next);
    }
  }
  if (length > 0) yield take();
}
