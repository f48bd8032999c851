/** The books of all streams of this device, kept in the keyring (acks.ts says what a book holds). */
import type { Fault, Result } from '#domain/kernel/result.ts';
import { emptyBook, openCount, type StreamBook } from './acks.ts';
import type { Keyring } from './keyring.ts';
import type { Streams } from './streams.ts';

export interface Books {
  readonly of: (stream: string) => StreamBook;
  readonly has: (stream: string) => boolean;
  /** Of every stream in the events database. */
  readonly all: (streams: Streams) => readonly StreamBook[];
  readonly keep: (books: readonly StreamBook[]) => Promise<Result<void, Fault>>;
  /** Events that no answer has named. */
  readonly openCount: (streams: Streams) => number;
  /** PROTOCOL 6, but for the drafts: every id acknowledged, and `through` at the highest slot in an answer to our nonce. */
  readonly proven: (streams: Streams) => boolean;
  /** Remembers when that was so, by the wall clock. */
  readonly noteProven: (at: number) => Promise<void>;
}

export function createBooks(keyring: Keyring): Books {
  const of = (stream: string): StreamBook => keyring.read(`stream/${stream}`) ?? emptyBook(stream);
  const all = (streams: Streams): StreamBook[] => streams.all().map(of);
  const open = (streams: Streams): number =>
    all(streams).reduce((sum, book) => sum + openCount(book, streams.high(book.stream)), 0);
  return {
    of,
    has: (stream) => keyring.read(`stream/${stream}`) !== undefined,
    all,
    keep: (books) =>
      keyring.write(books.map((book) => ({ name: `stream/${book.stream}` as const, value: book }))),
    openCount: open,
    proven: (streams) =>
      open(streams) === 0 &&
      all(streams).every((book) => book.through >= streams.high(book.stream)),
    async noteProven(at) {
      await keyring.write([{ name: 'last-sent', value: at }]);
    },
  };
}
