import Check from 'lucide-react/icons/check';
import { useLingui } from '@lingui/react/macro';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { MadeMark } from '#state/interview-machine.ts';
import type { Ask } from '#state/interview-plan.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import css from './interview.module.css';

export interface ThingChipsProps {
  readonly things: Extract<Ask, { type: 'things' }>['things'];
  /** Marks of this sitting at this question. */
  readonly here: readonly MadeMark[];
  /** Shown in this sitting or before. */
  readonly shown: ReadonlySet<string>;
  /** A mark is being saved: nothing is heard, and nothing changes its look. */
  readonly isBusy: boolean;
  readonly onShow: (thing: string) => void;
  readonly onTakeBack: (mark: MadeMark) => void;
}

/** One tap says "got it, and it was this one". A tap on one of this sitting takes it back; older ones stay. */
export function ThingChips(props: ThingChipsProps) {
  const { things, here, shown, isBusy, onShow, onTakeBack } = props;
  const { t, i18n } = useLingui();
  const local = useLocalText();
  return (
    <section className={css['things']} aria-label={t`Which one was shown`}>
      <p className="soft">
        {t`Tap what you hear: each counts once. "Got it" counts one that is not listed.`}
      </p>
      <div className={css['chips']}>
        {things.map(({ id, name }) => {
          const own = here.find(({ answer }) => answer.thing === id);
          const isShown = shown.has(id);
          return (
            <ToggleButton
              key={id}
              isSelected={isShown}
              isDisabled={isShown && own === undefined}
              onChange={() => {
                if (isBusy) return;
                if (own === undefined) onShow(id);
                else onTakeBack(own);
              }}
              className={css['chip'] ?? ''}
            >
              {isShown ? <Check aria-hidden /> : null}
              <span>
                {local(name)}
                {i18n.locale === 'es' || name.es === local(name) ? null : (
                  <span lang="es" className={css['other']}>
                    {name.es}
                  </span>
                )}
              </span>
            </ToggleButton>
          );
        })}
      </div>
    </section>
  );
}
