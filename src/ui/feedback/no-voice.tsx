import VolumeX from 'lucide-react/icons/volume-x';
import { useLingui } from '@lingui/react/macro';
import css from './no-voice.module.css';

/** Said to a child who is read to, where the button would be expected and there is no voice: everything else goes on as it is. */
export function NoVoice() {
  const { t } = useLingui();
  return (
    <p className={css['note']}>
      <VolumeX aria-hidden />
      {t`This tablet has no voice to read to you. Ask your teacher.`}
    </p>
  );
}
