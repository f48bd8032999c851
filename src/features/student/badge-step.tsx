import { useEffect, useRef, useState } from 'react';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { useLingui } from '@lingui/react/macro';
import { scanCodes } from '#platform/barcode.ts';
import { Button } from '#ui/controls/button.tsx';
import { Banner } from '#ui/layout/banner.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import type { Child } from './name-grid.tsx';
import css from './student.module.css';

export interface BadgeStepProps {
  /** The child whose badge this is, or null. */
  readonly ownerOf: (badge: string) => Child | null;
  readonly onKnown: (child: Child) => void;
  readonly onBack: () => void;
  /** What looks through the camera; a test brings its own. */
  readonly scan?: typeof scanCodes;
}

/** "Hold up your badge", then "Yes, that's me". */
export function BadgeStep({ ownerOf, onKnown, onBack, scan = scanCodes }: BadgeStepProps) {
  const { t } = useLingui();
  const [child, setChild] = useState<Child | null>(null);
  const head = (
    <Button kind="quiet" size="l" icon={<ArrowLeft />} onPress={onBack}>
      {t`Back`}
    </Button>
  );
  if (child === null) {
    return (
      <StudentShell headStart={head} centred>
        <Camera ownerOf={ownerOf} onFound={setChild} scan={scan} />
      </StudentShell>
    );
  }
  return (
    <StudentShell key={child.id} headStart={head} centred>
      <Avatar id={child.avatar} name={child.name} size="xl" />
      <h1 data-private>{child.name}</h1>
      <Button kind="primary" size="xl" onPress={() => onKnown(child)}>
        {t`Yes, that's me`}
      </Button>
      <Button kind="quiet" size="l" onPress={() => setChild(null)}>
        {t`No, somebody else`}
      </Button>
    </StudentShell>
  );
}

interface CameraProps {
  readonly ownerOf: (badge: string) => Child | null;
  readonly onFound: (child: Child) => void;
  readonly scan: typeof scanCodes;
}

function Camera({ ownerOf, onFound, scan }: CameraProps) {
  const { t } = useLingui();
  const video = useRef<HTMLVideoElement>(null);
  const [strange, setStrange] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const hear = useRef<(code: string) => void>(() => undefined);
  useEffect(() => {
    hear.current = (code) => {
      const child = ownerOf(code);
      if (child === null) setStrange(true);
      else onFound(child);
    };
  });
  useEffect(() => {
    const stop = new AbortController();
    const begin = async (): Promise<void> => {
      if (video.current === null) return;
      const on = await scan(video.current, (code) => hear.current(code), stop.signal);
      if (!on.ok && !stop.signal.aborted) setFault(on.error.code);
    };
    void begin();
    return () => stop.abort();
  }, [scan]);
  return (
    <Stack gap={4} align="center">
      <h1>{t`Hold up your badge`}</h1>
      {fault === null ? (
        <>
          {/* What the camera sees is a mirror, and says nothing that has to be read. */}
          <video ref={video} muted playsInline aria-hidden className={css['camera']} />
          <p role="status" className={css['lead']}>
            {strange
              ? t`This badge is not from this class. Tap your name instead.`
              : t`Hold the square near the camera.`}
          </p>
        </>
      ) : (
        <Banner live="status" title={t`The camera cannot be used here.`}>
          {fault === 'camera-refused'
            ? t`This tablet does not let the app use its camera. Tap your name instead; a grown-up can allow the camera in the settings.`
            : t`Tap your name instead.`}
        </Banner>
      )}
    </Stack>
  );
}
