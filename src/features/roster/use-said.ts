import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';

export interface Said {
  /** Says what was saved, with a way back where there is one. @returns the fault, if it was not saved */
  readonly said: (fault: Fault | null, text: string, onUndo?: () => void) => Fault | null;
  /** Saves a value in place of another, says so, and sets the other one again on undo. */
  readonly set: <V>(change: SetChange<V>) => Promise<Fault | null>;
}

export interface SetChange<V> {
  readonly save: (set: V, was: V | null) => Promise<Fault | null>;
  readonly to: V;
  /** null: there was none, and nothing to go back to. */
  readonly was: V | null;
  readonly text: string;
  /** Said after undo. */
  readonly back: string;
}

/** What was changed is said, with the way back. */
export function useSaid(say: (message: SnackbarMessage) => void): Said {
  const { newId } = useServices();
  const said: Said['said'] = (fault, text, onUndo) => {
    if (fault === null) say({ id: newId(), text, ...(onUndo === undefined ? {} : { onUndo }) });
    return fault;
  };
  return {
    said,
    async set({ save, to, was, text, back }) {
      const fault = await save(to, was);
      if (was === null) return said(fault, text);
      return said(fault, text, () => void save(was, to).then((undone) => said(undone, back)));
    },
  };
}
