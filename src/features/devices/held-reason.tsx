import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { useHeldWords } from '#ui/feedback/use-held-words.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Card } from '#ui/layout/card.tsx';
import { Row } from '#ui/layout/stack.tsx';
import type { HeldEntry } from './held-export.ts';
import css from './held.module.css';
import { useEntryName, useNameOf } from './use-entry-name.ts';

export interface HeldReasonProps {
  readonly code: string;
  /** Newest first. */
  readonly entries: readonly HeldEntry[];
}

const FIRST = 5;

/** Entries with one reason: why they do not count, what to do, and which they are. */
export function HeldReason({ code, entries }: HeldReasonProps) {
  const { t } = useLingui();
  const { number } = useFormatters();
  const [all, setAll] = useState(false);
  const { why, todo } = useHeldWords()(code);
  return (
    <Card title={why} aside={<span className="soft tabular">{number(entries.length)}</span>}>
      <p className={css['todo']}>
        <strong>{t`What to do:`}</strong> {todo}
      </p>
      <ul className={css['entries']} aria-label={why}>
        {entries.slice(0, all ? undefined : FIRST).map((entry) => (
          <Entry key={`${entry.id} ${entry.receivedAt}`} entry={entry} />
        ))}
      </ul>
      {all || entries.length <= FIRST ? null : (
        <Row>
          <Button kind="quiet" onPress={() => setAll(true)}>
            {t`Show all ${number(entries.length)}`}
          </Button>
        </Row>
      )}
    </Card>
  );
}

function Entry({ entry }: { readonly entry: HeldEntry }) {
  const { t } = useLingui();
  const timeZone = useLive(useServices().snapshot).school()?.timeZone;
  const { dayTime } = useFormatters(timeZone);
  const entryName = useEntryName();
  const nameOf = useNameOf();
  const about = nameOf(entry.about) ?? t`somebody who is not on this device`;
  const by = nameOf(entry.by) ?? t`somebody who is not on this device`;
  const device = entry.deviceName === '' ? t`a device without a name` : entry.deviceName;
  const when = dayTime(entry.moment);
  return (
    <li className={css['entry']}>
      <strong>{entryName(entry.text)}</strong>
      <span>{entry.about === entry.by ? t`Of ${about}` : t`About ${about}, by ${by}`}</span>
      <span className="soft">{t`${when}, on ${device}`}</span>
      {entry.state === 'refused' ? (
        <span className="soft">{t`Not taken in: it is still on its device.`}</span>
      ) : null}
    </li>
  );
}
