import { useState } from 'react';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import ScanQrCode from 'lucide-react/icons/scan-qr-code';
import UserRound from 'lucide-react/icons/user-round';
import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { IconButton } from '#ui/controls/icon-button.tsx';
import { PicturePicker } from '#ui/controls/picture-picker.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { pictureIds } from '#ui/pictures/picture-names.ts';
import type { Child } from './name-grid.tsx';
import { checkSecret } from './recognise.ts';
import css from './student.module.css';

export interface SecretStepProps {
  readonly child: Child;
  readonly onKnown: (by: 'secret' | 'adult') => void;
  readonly onBadge: () => void;
  /** A grown-up is there who can unlock this tablet. */
  readonly onAdult: () => void;
  readonly onBack: () => void;
}

/** After so many wrong secrets another way is offered. Nobody is locked out, and nobody has to wait. */
const TRIES = 3;

/** "Tap your three pictures": the third tap decides. */
export function SecretStep({ child, onKnown, onBadge, onAdult, onBack }: SecretStepProps) {
  const { t } = useLingui();
  const { snapshot } = useServices();
  const [wrong, setWrong] = useState(0);
  const [stuck, setStuck] = useState(false);
  const firstName = child.name.split(' ')[0] ?? child.name;
  const tried = (pictures: readonly number[]): void => {
    const answer = checkSecret(snapshot.get(), child.id, pictures);
    if (answer === 'right') return onKnown('secret');
    setWrong(wrong + 1);
    setStuck(answer === 'unknown' || (wrong + 1) % TRIES === 0);
  };
  return (
    <StudentShell
      foot={
        stuck ? undefined : (
          <div className={css['ways']}>
            <Button kind="quiet" size="l" icon={<ScanQrCode />} onPress={onBadge}>
              {t`Show my badge`}
            </Button>
            <GrownUp onAdult={onAdult} onVouched={() => onKnown('adult')} kind="quiet" />
          </div>
        )
      }
      headStart={
        <div className={css['hello']}>
          <IconButton label={t`That is not me`} size="l" onPress={onBack}>
            <ArrowLeft aria-hidden />
          </IconButton>
          <Avatar id={child.avatar} name={child.name} size="m" />
          <h1 data-private>{t`Hello, ${firstName}!`}</h1>
        </div>
      }
    >
      {stuck ? (
        <OtherWays
          onBadge={onBadge}
          onAgain={() => setStuck(false)}
          onAdult={onAdult}
          onVouched={() => onKnown('adult')}
        />
      ) : (
        <PicturePicker
          label={t`Tap your three pictures`}
          attempt={wrong}
          message={wrong === 0 ? null : t`Not quite. Try again.`}
          onComplete={(pictures) => tried(pictures.map((id) => pictureIds.indexOf(id)))}
        />
      )}
    </StudentShell>
  );
}

interface OtherWaysProps {
  readonly onBadge: () => void;
  readonly onAgain: () => void;
  readonly onAdult: () => void;
  readonly onVouched: () => void;
}

/** The badge, a grown-up, or once more: remembering pictures must never be the only way in. */
function OtherWays({ onBadge, onAgain, onAdult, onVouched }: OtherWaysProps) {
  const { t } = useLingui();
  return (
    <Stack gap={4} align="center" className={css['otherWays'] ?? ''}>
      <p role="status" className={css['lead']}>{t`Show your badge or ask a grown-up.`}</p>
      <Button kind="primary" size="l" wide icon={<ScanQrCode />} onPress={onBadge}>
        {t`Show my badge`}
      </Button>
      <GrownUp onAdult={onAdult} onVouched={onVouched} kind="secondary" />
      <Button kind="quiet" size="l" wide onPress={onAgain}>
        {t`Try my pictures again`}
      </Button>
    </Stack>
  );
}

interface GrownUpProps {
  readonly kind: 'secondary' | 'quiet';
  readonly onAdult: () => void;
  readonly onVouched: () => void;
}

/** A grown-up who is unlocked already says who this is with one tap; any other one gives a PIN. */
function GrownUp({ kind, onAdult, onVouched }: GrownUpProps) {
  const { t } = useLingui();
  const current = useLive(useServices().session.current);
  const isUnlocked = current.state === 'unlocked';
  return (
    <Button
      kind={kind}
      size="l"
      wide={kind === 'secondary'}
      icon={<UserRound />}
      onPress={isUnlocked ? onVouched : onAdult}
    >
      {isUnlocked ? t`Grown-up: I know this child` : t`A grown-up is here`}
    </Button>
  );
}
