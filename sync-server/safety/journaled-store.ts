/** A store whose writes are in the journal when they resolve. */
import type { Store, Writing } from '../store/port.ts';
import type { Journal } from './journal.ts';
import { POSITION, writePosition, type SchoolStream } from './journal-line.ts';
import { recording, type KeptOp } from './recording.ts';

/** The streams that these writes are of, with their short numbers: a line is understood without the lines before it. */
async function streamsOf(writing: Writing, ops: readonly KeptOp[]): Promise<SchoolStream[]> {
  const named = new Map<string, Set<string>>();
  const name = (school: string, streams: readonly string[]): void => {
    named.set(school, new Set([...(named.get(school) ?? []), ...streams]));
  };
  for (const op of ops) {
    if (op[0] === 'append' || op[0] === 'cover')
      name(
        op[1],
        op[2].map(({ stream }) => stream),
      );
    else if (op[0] === 'addLost') name(op[1], [op[2]]);
  }
  const rows: SchoolStream[] = [];
  for (const [school, streams] of named)
    for (const row of await writing.streams(school, [...streams])) rows.push({ school, ...row });
  return rows;
}

const isNothing = (op: KeptOp): boolean =>
  (op[0] === 'append' || op[0] === 'cover' || op[0] === 'putReports') && op[2].length === 0;

/** `read` and `derive` are those of `store`: what is derived follows from the log. `close` closes the journal first. */
export function journaledStore(store: Store, journal: Journal): Store {
  return {
    read: (work) => store.read(work),
    derive: (work) => store.derive(work),
    write: async (work) => {
      const { value, line } = await store.write(async (writing) => {
        const ops: KeptOp[] = [];
        const done = await work(recording(writing, (op) => ops.push(op)));
        const kept = ops.filter((op) => !isNothing(op));
        if (kept.length === 0) return { value: done, line: undefined };
        const at = journal.next();
        if (at !== undefined) await writing.setSetting(POSITION, writePosition(at));
        const streams = await streamsOf(writing, kept);
        return { value: done, line: { at, kept, streams } };
      });
      if (line !== undefined) journal.append(line.at, line.kept, line.streams);
      await journal.settled();
      return value;
    },
    close: async () => {
      await journal.close();
      await store.close();
    },
  };
}
