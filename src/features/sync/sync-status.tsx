import { Suspense, useEffect, useState } from 'react';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useNow } from '#state/use-now.ts';
import { earlyPart } from '#ui/early-part.tsx';
import { SyncChip } from '#ui/sync/sync-chip.tsx';
import { chipState } from './chip-state.ts';

/** The sheet is not needed for the first screen. It is fetched soon after, while there is nothing wrong yet. */
const sheet = earlyPart(async () => (await import('./sync-sheet.tsx')).SyncSheet);
const SOON_MS = 2000;

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
  const [wasOpen, setWasOpen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(sheet.early, SOON_MS);
    return () => clearTimeout(timer);
  }, []);
  const open = (): void => {
    setOpen(true);
    setWasOpen(true);
  };
  return (
    <>
      <SyncChip sync={chipState(safety, now)} timeZone={timeZone} onPress={open} />
      {wasOpen ? (
        <Suspense fallback={null}>
          <sheet.Part isOpen={isOpen} onOpenChange={setOpen} timeZone={timeZone} />
        </Suspense>
      ) : null}
    </>
  );
}
