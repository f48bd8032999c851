import Lightbulb from 'lucide-react/icons/lightbulb';
import Pencil from 'lucide-react/icons/pencil';
import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';
import css from './my-work.module.css';
import type { WayOn } from './way-on.ts';

export interface ObjectiveFootProps {
  readonly way: WayOn;
  /** Something is being begun or looked up. */
  readonly busy: boolean;
  /** The answers of the last attempt are on this tablet and have not been looked at. */
  readonly hasMistakes: boolean;
  readonly onStart: () => void;
  readonly onMistakes: () => void;
  readonly onPractice: () => void;
}

/** The one next step, large; what else can be done beside it. There is always practice. */
export function ObjectiveFoot(props: ObjectiveFootProps) {
  const { way, busy, hasMistakes, onStart, onMistakes, onPractice } = props;
  const { t } = useLingui();
  const main = { kind: 'primary', size: 'xl' } as const;
  const beside = { kind: 'secondary', size: 'l' } as const;
  const isPracticeMain = way === 'practice' || way === 'practice-first' || way === 'tomorrow';
  return (
    <div className={css['foot']}>
      {way === 'tomorrow' && hasMistakes ? (
        <Button {...beside} icon={<Lightbulb />} onPress={onMistakes}>
          {t`My mistakes`}
        </Button>
      ) : null}
      <Button {...(isPracticeMain ? main : beside)} icon={<Pencil />} onPress={onPractice}>
        {t({ message: 'Practice', context: 'verb' })}
      </Button>
      {way === 'start' ? (
        <Button {...main} isDisabled={busy} onPress={onStart}>
          {t`Start`}
        </Button>
      ) : null}
      {way === 'mistakes' ? (
        <Button {...main} icon={<Lightbulb />} isDisabled={busy} onPress={onMistakes}>
          {t`Look at my mistakes`}
        </Button>
      ) : null}
    </div>
  );
}
