import Check from 'lucide-react/icons/check';
import Circle from 'lucide-react/icons/circle';
import CircleDot from 'lucide-react/icons/circle-dot';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Leaving } from '#data/services-leaving.ts';
import css from './leaving.module.css';

type OnTheWay = Extract<Leaving, { state: 'working' | 'blocked' }>;
type Step = Extract<Leaving, { state: 'working' }>['step'];

export interface LeavingStepsProps {
  readonly leaving: OnTheWay;
}

const STEPS: readonly Step[] = ['closing', 'sending', 'second-copy', 'erasing'];

/** The four steps, with what is done, what goes on now, and how much is left. */
export function LeavingSteps({ leaving }: LeavingStepsProps) {
  const { t } = useLingui();
  const at = STEPS.indexOf(stepOf(leaving));
  const words: Readonly<Record<Step, string>> = {
    closing: t`Close running checks`,
    sending: t`Send everything to the school`,
    'second-copy': t`Wait until the school has it safely`,
    erasing: t`Erase what is on this device`,
  };
  const { waiting } = leaving;
  const left = plural(waiting, { one: '# result left', other: '# results left' });
  return (
    <ol className={css['steps']} aria-label={t`Steps`}>
      {STEPS.map((step, i) => {
        const state = i < at ? 'done' : i === at ? 'now' : 'later';
        return (
          <li
            key={step}
            data-state={state}
            {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
          >
            <StepIcon state={state} />
            <span>
              {words[step]}
              {state === 'now' && waiting > 0 && step !== 'closing' ? (
                <span className="tabular" role="status">{` · ${left}`}</span>
              ) : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** A block says what stands in the way; from that follows how far it came. */
function stepOf(leaving: OnTheWay): Step {
  if (leaving.state === 'working') return leaving.step;
  if (leaving.code === 'no-second-copy') return 'second-copy';
  return leaving.code === 'other-tab' && leaving.waiting === 0 ? 'erasing' : 'sending';
}

function StepIcon({ state }: { readonly state: 'done' | 'now' | 'later' }) {
  const { t } = useLingui();
  switch (state) {
    case 'done':
      return <Check role="img" aria-label={t`done`} strokeWidth={3} />;
    case 'now':
      return <CircleDot role="img" aria-label={t`now`} />;
    case 'later':
      return <Circle role="img" aria-label={t`later`} />;
  }
}
