/** The last events of a device that is being left: running checks as unfinished attempts, and the close of every stream. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { Author } from '#domain/model/event.ts';
import type { Books } from './books.ts';
import type { DraftStore } from './drafts.ts';
import type { Append } from './services.ts';
import type { Streams } from './streams.ts';

export interface ClosingPorts {
  readonly streams: Streams;
  readonly books: Books;
  readonly drafts: Pick<DraftStore, 'load' | 'open' | 'finishAs'>;
  /** The stream that an append would go to; null where it would open one. */
  readonly currentStream: () => string | null;
  readonly appendAlone: Append;
}

/**
 * Every open draft becomes an attempt that does not count; they are read from the database once more: another tab may have saved one
 * and died before it could tell. Fault `storage` where one could only be kept aside, and as `append`.
 */
export async function finishDrafts(ports: ClosingPorts): Promise<Result<void, Fault>> {
  const { drafts, appendAlone } = ports;
  const read = await drafts.load();
  if (!read.ok) return read;
  for (const { id } of drafts.open.get()) {
    const end = { claim: { correct: 0, of: 0 }, finished: false };
    const finished = await drafts.finishAs(id, end, appendAlone);
    if (!finished.ok && finished.error.code !== 'no-draft') return finished;
    if (finished.ok && finished.value.kept === 'aside') return err({ code: 'storage' });
  }
  return ok(undefined);
}

/**
 * Appends `stream.close` to every stream that can still be written to, and retires it: whoever goes on afterwards opens a new
 * one. Dying between the two leaves a stream that is closed a second time, which says the same.
 * @param author null: whoever is unlocked
 */
export async function closeStreams(
  ports: ClosingPorts,
  author: Author | null,
): Promise<Result<void, Fault>> {
  const { streams, books, currentStream, appendAlone } = ports;
  const reread = await streams.reread();
  if (!reread.ok) return reread;
  for (let stream = currentStream(); stream !== null; stream = currentStream()) {
    const closed = await appendAlone({
      kind: 'stream.close',
      about: `stream/${stream}`,
      body: {},
      ...(author === null ? {} : { by: author }),
    });
    if (!closed.ok) return closed;
    if (closed.value.kept === 'aside') return err({ code: 'storage' });
    const kept = await books.keep([{ ...books.of(stream), retired: true }]);
    if (!kept.ok) return kept;
  }
  return ok(undefined);
}
