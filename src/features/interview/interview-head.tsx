import X from 'lucide-react/icons/x';
import { useLingui } from '@lingui/react/macro';
import { DotsProgress } from '#ui/answer/dots-progress.tsx';
import { IconButton } from '#ui/controls/icon-button.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { SavedLine } from './saved-line.tsx';
import css from './interview.module.css';

export interface InterviewHeadProps {
  readonly name: string;
  readonly avatar: string;
  /** One entry per step: it has a mark, or was mastered before. */
  readonly done: readonly boolean[];
  /** The step on screen, or null on the summary. */
  readonly at: number | null;
  readonly onClose: () => void;
}

/** Who is being heard, as large as can be: the guard against marking the wrong child. */
export function InterviewHead({ name, avatar, done, at, onClose }: InterviewHeadProps) {
  const { t } = useLingui();
  const { number } = useFormatters();
  const here = number(at === null ? done.filter(Boolean).length : at + 1);
  const all = number(done.length);
  return (
    <header className={css['head']}>
      <Avatar id={avatar} name={name} size="l" />
      <h1 data-private>{name}</h1>
      <div className={css['progress']}>
        <span aria-hidden className="tabular">
          {t`${here} of ${all}`}
        </span>
        <DotsProgress answered={done} current={at} />
      </div>
      <IconButton label={t`Close the interview`} className={css['close'] ?? ''} onPress={onClose}>
        <X />
      </IconButton>
      <SavedLine />
    </header>
  );
}
