import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point';
import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import { useLingui } from '@lingui/react/macro';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useNotSaved } from '../feedback/not-saved.tsx';
import css from './snackbar.module.css';

export interface SnackbarMessage {
  /** A new id starts the time again, even for the same words. */
  readonly id: string;
  readonly text: ReactNode;
  /** Leave out when there is nothing to take back. */
  readonly onUndo?: () => void;
}

export interface SnackbarProps {
  /** null: nothing to say. Keep the component mounted, so that the live region is heard. */
  readonly message: SnackbarMessage | null;
  readonly onDismiss: () => void;
  /** How long it stays, in ms; it waits while touched, hovered or focused. */
  readonly durationMs?: number;
}

/**
 * A short report of what was saved with "Undo", at the top, away from the mark buttons. While the browser could not write something
 * it says that instead, whatever the message is.
 */
export function Snackbar({ message, onDismiss, durationMs = 10_000 }: SnackbarProps) {
  const { t } = useLingui();
  const isNotSaved = useNotSaved();
  const [held, setHeld] = useState(false);
  const dismiss = useRef(onDismiss);
  useEffect(() => {
    dismiss.current = onDismiss;
  });
  const id = message?.id;
  useEffect(() => {
    if (id === undefined || held) return;
    const timer = setTimeout(() => dismiss.current(), durationMs);
    return () => clearTimeout(timer);
  }, [id, held, durationMs]);

  return (
    <div className={css['region']}>
      <div
        className={message === null ? css['empty'] : css['snackbar']}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <div role="status" className={css['text']}>
          {message !== null && isNotSaved ? (
            <span className={css['notSaved']}>
              <TriangleAlert aria-hidden />
              {t`Not saved yet. Keep this page open.`}
            </span>
          ) : (
            message?.text
          )}
        </div>
        {message?.onUndo === undefined ? null : (
          <Button
            kind="quiet"
            icon={<Undo2 />}
            className={css['undo'] ?? ''}
            onPress={message.onUndo}
          >
            {t`Undo`}
          </Button>
        )}
        {message === null ? null : (
          <IconButton label={t`Close`} className={css['close'] ?? ''} onPress={onDismiss}>
            <X />
          </IconButton>
        )}
      </div>
    </div>
  );
}
