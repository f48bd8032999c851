import { useEffect, useRef, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { scanCodes } from '#platform/barcode.ts';
import { Button } from '#ui/controls/button.tsx';
import { Banner } from '#ui/layout/banner.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import css from './paper.module.css';

export interface SheetCameraProps {
  /** @returns why there is no sheet for the code, in words, and it goes on looking; null: it was found */
  readonly onCode: (text: string) => string | null;
  readonly onStop: () => void;
}

/** Looks for the code of a sheet. What it reads twice in a row is asked for once. */
export function SheetCamera({ onCode, onStop }: SheetCameraProps) {
  const { t } = useLingui();
  const video = useRef<HTMLVideoElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [strange, setStrange] = useState<string | null>(null);
  const hear = useRef<(code: string) => void>(() => undefined);
  useEffect(() => {
    hear.current = (code) => setStrange(onCode(code));
  });
  useEffect(() => {
    const stop = new AbortController();
    let last = '';
    const begin = async (): Promise<void> => {
      if (video.current === null) return;
      const heard = (code: string): void => {
        if (code !== last) hear.current(code);
        last = code;
      };
      const on = await scanCodes(video.current, heard, stop.signal);
      if (!on.ok && !stop.signal.aborted) setFault(on.error.code);
    };
    void begin();
    return () => stop.abort();
  }, []);
  return (
    <Stack gap={3} align="start">
      {fault === null ? (
        <>
          {/* What the camera sees says nothing that has to be read. */}
          <video ref={video} muted playsInline aria-hidden className={css['camera']} />
          <p role="status">{strange ?? t`Hold the square of the sheet near the camera.`}</p>
        </>
      ) : (
        <Banner live="status" title={t`The camera cannot be used here.`}>
          {t`Type the code that stands under the square, or choose from the list.`}
        </Banner>
      )}
      <Button kind="quiet" onPress={onStop}>
        {t`Stop scanning`}
      </Button>
    </Stack>
  );
}
