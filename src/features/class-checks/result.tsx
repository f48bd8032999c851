import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import Clock from 'lucide-react/icons/clock';
import Eye from 'lucide-react/icons/eye';
import Triangle from 'lucide-react/icons/triangle';
import { useLingui } from '@lingui/react/macro';
import type { Outcome } from '#domain/model/status.ts';
import { useOutcomeWords } from '#state/use-outcome-words.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import css from './class-checks.module.css';
import type { HandedIn } from './handed-in.ts';

const SIGNS: Readonly<Record<Outcome, typeof Check>> = {
  met: Check,
  slower: Clock,
  'not-yet': Triangle,
  interrupted: CircleDashed,
  'set-aside': CircleDashed,
  waiting: Eye,
};

/** What became of a check that was handed in: shape and words, never colour alone. */
export function Result({ result: { outcome, correct, of } }: { readonly result: HandedIn }) {
  const { t } = useLingui();
  const words = useOutcomeWords();
  const { number } = useFormatters();
  const Sign = SIGNS[outcome];
  return (
    <span className={css['result']}>
      <Sign aria-hidden />
      {`${words(outcome)} · ${t`${number(correct)} of ${number(of)}`}`}
    </span>
  );
}
