import { useState } from 'react';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useNow } from '#ui/i18n/use-now.ts';
import { SyncChip } from '#ui/sync/sync-chip.tsx';
import { chipState } from './chip-state.ts';
import { SyncSheet } from './sync-sheet.tsx';

export interface SyncStatusProps {
  /** The school's, IANA name. */
  readonly timeZone: string;
}

/** The chip in the corner of every staff screen; a tap tells the whole story. */
export function SyncStatus({ timeZone }: SyncStatusProps) {
  const services = useServices();
  const safety = useLive(services.safety);
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SyncChip sync={chipState(safety, now)} timeZone={timeZone} onPress={() => setOpen(true)} />
      <SyncSheet isOpen={isOpen} onOpenChange={setOpen} timeZone={timeZone} />
    </>
  );
}
