/** The books of all streams of this device, kept in the keyring (acks.ts says what a book holds). */
import type { Fault, Result } from '#domain/kernel/result.ts';
import { emptyBook, highestKnown, openCount, type StreamBook } from './acks.ts';
import type { Keyring } from './keyring.ts';
import type { Streams } from './streams.ts';

export interface Books {
  readonly of: (stream: string) => StreamBook;
  readonly has: (stream: string) => boolean;
  /** Of every stream in the events database, and of those that the database has lost and only the keyring knows. */
  readonly all: (streams: Streams) => readonly StreamBook[];
  /** Highest slot that was ever in use, as far as database or book know. */
  readonly high: (stream: string, streams: Streams) => number;
  /** Nothing at the end of the stream was erased: its next number is free, and an event may be appended. */
  readonly isWhole: (stream: string, streams: Streams) => boolean;
  readonly keep: (books: readonly StreamBook[]) => Promise<Result<void, Fault>>;
  /** Events that no answer has named. */
  readonly openCount: (streams: Streams) => number;
  /** PROTOCOL 6, but for the drafts: every id acknowledged, and `through` at the highest slot in an answer to our nonce. */
  readonly proven: (streams: Streams) => boolean;
  /** Remembers when that was so, by the wall clock. */
  readonly noteProven: (at: number) => Promise<void>;
}

export function createBooks(keyring: Keyring): Books {
  // A book of an older build has not all fields.
  const of = (stream: string): StreamBook => ({
    ...emptyBook(stream),
    ...keyring.read(`stream/${stream}`),
  });
  const all = (streams: Streams): StreamBook[] => {
    const names = [...streams.all(), ...keyring.books().map(({ stream }) => stream)];
    return [...new Set(names)].map(of);
  };
  const high = (stream: string, streams: Streams): number =>
    Math.max(streams.high(stream), highestKnown(of(stream)));
  const open = (streams: Streams): number =>
    all(streams).reduce((sum, book) => sum + openCount(book, high(book.stream, streams)), 0);
  return {
    of,
    has: (stream) => keyring.read(`stream/${stream}`) !== undefined,
    all,
    high,
    isWhole: (stream, streams) => highestKnown(of(stream)) <= streams.high(stream),
    keep: (books) =>
      keyring.write(books.map((book) => ({ name: `stream/${book.stream}` as const, value: book }))),
    openCount: open,
    proven: (streams) =>
      open(streams) === 0 &&
      all(streams).every((book) => book.through >= high(book.stream, streams)),
    async noteProven(at) {
      await keyring.write([{ name: 'last-sent', value: at }]);
    },
  };
}
