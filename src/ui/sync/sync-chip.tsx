import { useEffect, useRef, useState } from 'react';
import Cloud from 'lucide-react/icons/cloud';
import CloudAlert from 'lucide-react/icons/cloud-exclamation-point';
import CloudCheck from 'lucide-react/icons/cloud-check';
import CloudOff from 'lucide-react/icons/cloud-off';
import CloudCog from 'lucide-react/icons/cloud-cog';
import CloudUpload from 'lucide-react/icons/cloud-upload';
import HardDrive from 'lucide-react/icons/hard-drive';
import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Press } from '../controls/press.tsx';
import { cx } from '../cx.ts';
import { useFormatters } from '../i18n/use-formatters.ts';
import { syncTone } from './sync-state.ts';
import type { SyncState } from './sync-state.ts';
import css from './sync-chip.module.css';

export interface SyncChipProps {
  readonly sync: SyncState;
  readonly onPress: () => void;
  /** The school's time zone (IANA name). */
  readonly timeZone?: string;
}

const icons = {
  'all-sent': CloudCheck,
  waiting: Cloud,
  sending: CloudUpload,
  offline: CloudOff,
  busy: CloudCog,
  old: CloudAlert,
  'needs-you': TriangleAlert,
  'storage-risk': HardDrive,
  'not-saved': TriangleAlert,
} as const;

/**
 * Where the results are, in two plain lines: "All sent · 10:42", "Offline · 3 saved here". Its size never changes, so
 * that nothing on the screen moves. A screen reader hears a change of state once, two seconds after it settled.
 */
export function SyncChip({ sync, onPress, timeZone }: SyncChipProps) {
  const { title, detail, short } = useChipText(sync, timeZone);
  const heard = useSettled(`${title}. ${detail}`, sync.state);
  const Icon = icons[sync.state];
  const tone = syncTone(sync);
  return (
    <>
      <Press onPress={onPress} className={cx(css['chip'], css[tone])}>
        <Icon aria-hidden className={css['icon'] ?? ''} />
        <span className={css['words']}>
          <span className={css['title']}>{title}</span>
          <span className={css['detail']}>{detail}</span>
        </span>
        <span className={css['short']} aria-hidden>
          {short}
        </span>
      </Press>
      <span role="status" className="visually-hidden">
        {heard}
      </span>
    </>
  );
}

interface ChipText {
  readonly title: string;
  readonly detail: string;
  /** What is left of it on a phone. */
  readonly short: string;
}

function useChipText(sync: SyncState, timeZone: string | undefined): ChipText {
  const { t } = useLingui();
  const format = useFormatters(timeZone);
  const saved = (count: number) =>
    t`${plural(count, { one: '# saved here', other: '# saved here' })}`;
  switch (sync.state) {
    case 'all-sent':
      return { title: t`All sent`, detail: format.time(sync.at), short: '' };
    case 'waiting':
      return {
        title: saved(sync.count),
        detail: t`will send by itself`,
        short: format.number(sync.count),
      };
    case 'sending': {
      const { done, total } = sync;
      return {
        title: t`Sending`,
        detail: t`${done} of ${total}`,
        short: format.number(total - done),
      };
    }
    case 'offline':
      return {
        title: t`Offline`,
        detail: sync.count === 0 ? t`everything works` : saved(sync.count),
        short: sync.count === 0 ? '' : format.number(sync.count),
      };
    case 'busy':
      return {
        title: t`School is busy`,
        detail: sync.count === 0 ? t`goes on by itself` : saved(sync.count),
        short: sync.count === 0 ? '' : format.number(sync.count),
      };
    case 'old': {
      const day = format.weekday(sync.since);
      return {
        title: saved(sync.count),
        detail: t`since ${day}`,
        short: format.number(sync.count),
      };
    }
    case 'needs-you': {
      const count = sync.count;
      return {
        title: t`Needs you`,
        detail:
          count === 0
            ? t`tap to see`
            : t`${plural(count, { one: "# can't be sent", other: "# can't be sent" })}`,
        short: count === 0 ? '!' : format.number(count),
      };
    }
    case 'storage-risk':
      return { title: t`Needs you`, detail: t`Storage at risk`, short: '!' };
    case 'not-saved':
      return {
        title: t`${plural(sync.count, { one: '# not saved yet', other: '# not saved yet' })}`,
        detail: t`Keep this page open`,
        short: format.number(sync.count),
      };
  }
}

const SETTLE_MS = 2000;

/** The text of a new state once it has lasted two seconds; changes of count inside one state stay silent. */
function useSettled(text: string, state: SyncState['state']): string {
  const [heard, setHeard] = useState({ text: '', state });
  const isSame = heard.state === state;
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  useEffect(() => {
    if (isSame) return;
    const timer = setTimeout(() => setHeard({ text: latest.current, state }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [isSame, state]);
  return heard.text;
}
