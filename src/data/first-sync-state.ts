/** The state of the first download, from what the pull says; ends in `ready` only through reading back. */
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { StateDocument } from '#protocol/pull.ts';
import { partsOf, readBack } from './first-sync.ts';
import { liveCell, type Live } from './live.ts';
import type { PullStatus } from './pull.ts';
import type { Rows } from './rows.ts';
import type { FirstSync } from './services.ts';
import type { StateDocuments } from './state-documents.ts';

type Ready = Extract<FirstSync, { state: 'ready' }>;

export interface FirstSyncState {
  readonly live: Live<FirstSync>;
  readonly take: (status: PullStatus) => void;
  readonly readBack: () => Promise<Result<Ready, Fault>>;
}

/** @param now wall clock, ms */
export function createFirstSync(
  rows: Rows<StateDocument>,
  state: StateDocuments,
  now: () => number,
): FirstSyncState {
  const parts = () => partsOf(state.documents().values());
  const cell = liveCell<FirstSync>(atStart());
  let checking = false;

  /** The start has read every document of a finished pull from local storage: that was a reading back. */
  function atStart(): FirstSync {
    const completeAt = state.checkpoint()?.completeAt ?? null;
    if (completeAt === null || state.damaged()) return { state: 'not-begun' };
    return { state: 'ready', parts: parts(), checkedAt: completeAt };
  }
  const check = async (): Promise<Result<Ready, Fault>> => {
    const checked = await readBack(rows, now);
    if (checked.ok) cell.set(checked.value);
    else cell.set({ state: 'waiting', code: checked.error.code, parts: parts() });
    return checked;
  };

  return {
    live: cell,
    readBack: check,
    take(status) {
      if (cell.get().state === 'ready' || checking) return;
      if (status.state === 'pulling') {
        const done = state.documents().size;
        cell.set({ state: 'downloading', parts: parts(), done, total: status.total });
      } else if (status.state === 'failed') {
        if (status.code !== 'stopped' && status.code !== 'no-device')
          cell.set({ state: 'waiting', code: status.code, parts: parts() });
      } else if ((state.checkpoint()?.completeAt ?? null) !== null) {
        checking = true;
        const done = state.documents().size;
        cell.set({ state: 'checking', parts: parts(), done, total: done });
        void check().finally(() => {
          checking = false;
        });
      }
    },
  };
}
