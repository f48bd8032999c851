import { useEffect, useRef, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { scanCodes } from '#platform/barcode.ts';
import { Button } from '#ui/controls/button.tsx';
import { Banner } from '#ui/layout/banner.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import css from './paper.module.css';

export interface SheetCameraProps {
  /** @returns whether the code is of a sheet: until then it goes on looking */
  readonly onCode: (text: string) => boolean;
  readonly onStop: () => void;
}

/** Looks for the code of a sheet. What it reads twice in a row is asked for once. */
export function SheetCamera({ onCode, onStop }: SheetCameraProps) {
  const { t } = useLingui();
  const video = useRef<HTMLVideoElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [strange, setStrange] = useState(false);
  const hear = useRef<(code: string) => void>(() => undefined);
  useEffect(() => {
    hear.current = (code) => {
      if (!onCode(code)) setStrange(true);
    };
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
          <p role="status">
            {strange
              ? t`This is not the code of a sheet.`
              : t`Hold the square of the sheet near the camera.`}
          </p>
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
