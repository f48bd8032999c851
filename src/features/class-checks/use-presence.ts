import { useEffect, useState } from 'react';
import type { Fault } from '#domain/kernel/result.ts';
import type { GroupId } from '#domain/model/ids.ts';
import type { PresenceList } from '#protocol/presence-list.ts';
import { useServices } from '#data/services-context.tsx';
import { isVisible, onLeaving } from '#platform/visibility.ts';
import type { Heard } from './live-rows.ts';

/** While it is answered, and at most while it is not. */
const EVERY_MS = 4000;
const LONGEST_MS = 30_000;

export interface PresenceNow {
  /** By child: what is heard now, and what was last heard while this view is open. */
  readonly heard: ReadonlyMap<string, Heard>;
  /** Server time of the newest answer, ms; null before the first. */
  readonly asOf: number | null;
  /** Why the last question was not answered; null: it was. */
  readonly fault: Fault | null;
}

const NOBODY: PresenceNow = { heard: new Map(), asOf: null, fault: null };

/** Who of a group works at which question, asked again every few seconds while somebody looks; kept nowhere. */
export function usePresence(group: GroupId): PresenceNow {
  const { staff } = useServices();
  const [now, setNow] = useState<PresenceNow>(NOBODY);
  useEffect(() => {
    let [stopped, asking, failures] = [false, false, 0];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      if (stopped || asking || !isVisible()) return;
      asking = true;
      const answer = await staff.presence(group);
      asking = false;
      if (stopped) return;
      failures = answer.ok ? 0 : failures + 1;
      setNow((before) =>
        answer.ok ? merged(before, answer.value) : { ...before, fault: answer.error },
      );
      timer = setTimeout(() => void ask(), Math.min(LONGEST_MS, EVERY_MS * 2 ** failures));
    };
    void ask();
    const stopListening = onLeaving({
      leave: () => clearTimeout(timer),
      back: () => void ask(),
    });
    return () => {
      stopped = true;
      clearTimeout(timer);
      stopListening();
    };
  }, [staff, group]);
  return now;
}

function merged({ heard }: PresenceNow, { checks, now }: PresenceList): PresenceNow {
  const next = new Map([...heard].map(([id, word]) => [id, { ...word, isCurrent: false }]));
  // The newest word of a child comes first.
  for (const check of checks.toReversed()) next.set(check.student, { ...check, isCurrent: true });
  return { heard: next, asOf: now, fault: null };
}
