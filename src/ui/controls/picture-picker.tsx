import { useState } from 'react';
import type { ReactNode } from 'react';
import Delete from 'lucide-react/icons/delete';
import { useLingui } from '@lingui/react/macro';
import { Press } from './press.tsx';
import { cx } from '../cx.ts';
import { Picture } from '../pictures/picture.tsx';
import { pictureIds, pictureNames } from '../pictures/picture-names.ts';
import type { PictureId } from '../pictures/picture-names.ts';
import { IconButton } from './icon-button.tsx';
import css from './picture-picker.module.css';

export interface PicturePickerProps {
  /** "Your three pictures" */
  readonly label: string;
  readonly onComplete: (pictures: readonly PictureId[]) => void;
  /** Said gently after a wrong secret. Change `attempt` to clear the places. */
  readonly message?: ReactNode;
  readonly attempt?: number;
  readonly isDisabled?: boolean;
}

const LENGTH = 3;

/** The picture secret: three of twelve, in order; the third completes by itself. No reading needed. */
export function PicturePicker(props: PicturePickerProps) {
  return <Picker key={props.attempt ?? 0} {...props} />;
}

function Picker({ label, onComplete, message, isDisabled = false }: PicturePickerProps) {
  const { t, i18n } = useLingui();
  const [chosen, setChosen] = useState<readonly PictureId[]>([]);
  const count = chosen.length;

  const choose = (id: PictureId) => {
    if (chosen.length >= LENGTH) return;
    const now = [...chosen, id];
    setChosen(now);
    if (now.length === LENGTH) onComplete(now);
  };

  return (
    <div role="group" aria-label={label} className={css['picker']}>
      <span className={css['label']} aria-hidden>
        {label}
      </span>
      <div className={css['head']}>
        <div
          role="img"
          aria-label={t`${count} of ${LENGTH} pictures chosen`}
          className={css['places']}
        >
          {Array.from({ length: LENGTH }, (_, index) => (
            <span key={index} className={cx(css['place'], index < count && css['taken'])} />
          ))}
        </div>
        <IconButton
          label={t`Take back the last picture`}
          size="l"
          className={cx(count === 0 && css['gone'])}
          isDisabled={isDisabled || count === 0}
          onPress={() => setChosen(chosen.slice(0, -1))}
        >
          <Delete aria-hidden />
        </IconButton>
      </div>
      <div role="status" className={css['message']}>
        {message}
      </div>
      <div className={css['grid']}>
        {pictureIds.map((id) => (
          <Press
            key={id}
            preventFocusOnPress
            isDisabled={isDisabled || count >= LENGTH}
            aria-label={i18n._(pictureNames[id])}
            onPress={() => choose(id)}
            className={css['picture'] ?? ''}
          >
            <Picture id={id} />
          </Press>
        ))}
      </div>
    </div>
  );
}
