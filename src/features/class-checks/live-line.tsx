import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import Pause from 'lucide-react/icons/pause';
import WifiOff from 'lucide-react/icons/wifi-off';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { Snapshot } from '#data/services.ts';
import { DotsProgress } from '#ui/answer/dots-progress.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Avatar } from '#ui/pictures/avatar.tsx';
import css from './class-checks.module.css';
import type { Doing, LiveRow } from './live-rows.ts';
import { Result } from './result.tsx';

export interface LiveLineProps {
  readonly row: LiveRow;
  readonly snapshot: Snapshot;
}

/** One child, and where the child is. */
export function LiveLine({ row: { name, avatar, doing }, snapshot }: LiveLineProps) {
  const local = useLocalText();
  const objective =
    doing.type === 'nothing'
      ? undefined
      : snapshot.course(doing.course)?.objectives.find(({ id }) => id === doing.objective);
  return (
    <li className={css['line']} data-doing={doing.type}>
      <Avatar id={avatar} name={name} size="m" />
      <span className={css['childWords']}>
        <strong>{name}</strong>
        {objective === undefined ? null : <span className="soft">{local(objective.title)}</span>}
      </span>
      <span className={css['doing']}>
        <DoingWords doing={doing} timeZone={snapshot.school()?.timeZone} />
      </span>
    </li>
  );
}

interface DoingWordsProps {
  readonly doing: Doing;
  readonly timeZone: string | undefined;
}

function DoingWords({ doing, timeZone }: DoingWordsProps): ReactNode {
  const { t } = useLingui();
  const format = useFormatters(timeZone);
  switch (doing.type) {
    case 'nothing':
      return <span className="soft">{t`No check`}</span>;
    case 'not-begun':
      return (
        <Sign icon={<CircleDashed aria-hidden />}>
          <span className="soft">{t`Not begun`}</span>
        </Sign>
      );
    case 'handed-in':
      return doing.result === null ? (
        <Sign icon={<Check aria-hidden />}>{t`Handed in, the result is on its way`}</Sign>
      ) : (
        <>
          <span className="soft">{t`Handed in`}</span>
          <Result result={doing.result} />
        </>
      );
    case 'working':
      return <Question doing={doing} />;
    case 'paused':
      return (
        <>
          <Sign icon={<Pause aria-hidden />}>{t`Paused`}</Sign>
          <Question doing={doing} />
        </>
      );
    case 'gone':
      return (
        <>
          <Sign
            icon={<WifiOff aria-hidden />}
          >{t`Last heard at ${format.time(doing.heardAt)}`}</Sign>
          <Question doing={doing} />
        </>
      );
    default:
      return unreachable(doing);
  }
}

function Question({ doing }: { readonly doing: Extract<Doing, { readonly place: number }> }) {
  const { t } = useLingui();
  const { number } = useFormatters();
  const { place, of, answered } = doing;
  const isOver = place > of;
  return (
    <>
      <span className="tabular">
        {isOver ? t`Looks over` : t`Question ${number(place)} of ${number(of)}`}
      </span>
      <DotsProgress
        answered={Array.from({ length: of }, (_, i) => answered.includes(i + 1))}
        current={isOver ? null : place - 1}
      />
    </>
  );
}

function Sign({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={css['result']}>
      {icon}
      {children}
    </span>
  );
}
