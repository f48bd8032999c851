import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent } from '#data/services.ts';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';

export interface Setting {
  readonly fault: Fault | null;
  /** @param back takes it back, null: nothing can. @returns whether it is saved */
  readonly save: (event: NewEvent, back: NewEvent | null) => Promise<boolean>;
}

/** Saves one setting of the school, and says so with a way back. */
export function useSetting(onSaid: (message: SnackbarMessage) => void): Setting {
  const { t } = useLingui();
  const { append, newId } = useServices();
  const [fault, setFault] = useState<Fault | null>(null);
  const keep = async (event: NewEvent): Promise<boolean> => {
    const saved = await append(event);
    setFault(saved.ok ? null : saved.error);
    return saved.ok;
  };
  return {
    fault,
    async save(event, back) {
      if (!(await keep(event))) return false;
      const undo = async (to: NewEvent): Promise<void> => {
        if (await keep(to)) onSaid({ id: newId(), text: t`Taken back` });
      };
      onSaid({
        id: newId(),
        text: t`Saved on this tablet. Other devices take it over at their next connection.`,
        ...(back === null ? {} : { onUndo: () => void undo(back) }),
      });
      return true;
    },
  };
}
