import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { HeldEvent } from '#data/services.ts';
import { Button } from '#ui/controls/button.tsx';
import { useHeldWords } from '#ui/feedback/use-held-words.ts';
import { Banner } from '#ui/layout/banner.tsx';
import css from './sync.module.css';

export interface HeldListProps {
  readonly held: readonly HeldEvent[];
  /** Goes to the list of what they are. */
  readonly onSee: () => void;
}

/** What the school keeps and does not count until somebody looks, by reason: words and what to do. */
export function HeldList({ held, onSee }: HeldListProps) {
  const { t } = useLingui();
  const words = useHeldWords();
  if (held.length === 0) return null;
  const byCode = countByCode(held);
  return (
    <Banner
      tone="amber"
      action={<Button onPress={onSee}>{t`Which ones`}</Button>}
      title={t`${plural(held.length, { one: '# entry is with the school and does not count yet', other: '# entries are with the school and do not count yet' })}`}
    >
      <ul className={css['held']}>
        {[...byCode].map(([code, count]) => {
          const { why, todo } = words(code);
          return (
            <li key={code}>
              <strong>{t`${count} of them`}</strong> {why} {todo}
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}

function countByCode(held: readonly HeldEvent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of held) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
