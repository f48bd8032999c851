/** Saves a draft at every tap: one durable write at a time, and always the newest state next. */
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { CheckDraft } from '#data/services.ts';

export type SaveState = 'saved' | 'saving' | 'failed';

export interface DraftSaver {
  /** Saves this state as soon as the write before it is durable; a newer one that comes meanwhile takes its place. */
  readonly push: (draft: CheckDraft) => void;
  /** Ends when nothing waits any more; the answer of the last write. */
  readonly settled: () => Promise<Result<void, Fault> | null>;
}

/** @param tell hears every change; `fault` of a write that failed */
export function createDraftSaver(
  write: (draft: CheckDraft) => Promise<Result<void, Fault>>,
  tell: (state: SaveState, fault: Fault | null) => void,
): DraftSaver {
  let waiting: CheckDraft | null = null;
  let running: Promise<void> | null = null;
  let last: Result<void, Fault> | null = null;
  const run = async (): Promise<void> => {
    while (waiting !== null) {
      const draft = waiting;
      waiting = null;
      last = await write(draft);
      if (!last.ok) tell('failed', last.error);
      else if (waiting === null) tell('saved', null);
    }
    running = null;
  };
  return {
    push(draft) {
      waiting = draft;
      tell('saving', null);
      running ??= run();
    },
    async settled() {
      await running;
      return last;
    },
  };
}
