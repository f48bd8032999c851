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
    <Card title={why}>
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
  const device = entry.deviceName === '' ? t`a device without a name` : entry.deviceName;
  const when = dayTime(entry.moment);
  return (
    <li className={css['entry']}>
      <strong>{entryName(entry.text)}</strong>
      <Who about={nameOf(entry.about)} by={entry.by === entry.about ? null : nameOf(entry.by)} />
      <span className="soft">{t`${when}, on ${device}`}</span>
      {entry.state === 'refused' ? (
        <span className="soft">{t`Not taken in: it is still on its device.`}</span>
      ) : null}
    </li>
  );
}

interface WhoProps {
  /** Names; null where this device does not know one, or it would be said twice. */
  readonly about: string | null;
  readonly by: string | null;
}

/** Whom it is about and who made it, as far as their names are on this device. */
function Who({ about, by }: WhoProps) {
  const { t } = useLingui();
  if (about === null && by === null) return null;
  return (
    <span>
      {about === null ? t`By ${by}` : by === null ? t`Of ${about}` : t`About ${about}, by ${by}`}
    </span>
  );
}
