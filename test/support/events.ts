/** Builders of events for tests: sensible defaults, everything an assertion needs is passed in. */
import type { About, AnyEvent, Author, Bodies, Kind, Placed } from '#domain/model/event.ts';

let made = 0;

/** A fresh id of the right form. */
export function testId(prefix = 'e'): string {
  made += 1;
  return `${prefix}${String(made)}`.padEnd(22, '_').slice(0, 22);
}

export interface EventOptions {
  readonly id?: string;
  readonly by?: Author;
  readonly grant?: string;
  readonly refs?: readonly string[];
  readonly at?: number;
  readonly seen?: string;
}

const ATTEMPTS = new Set<Kind>(['check', 'interview.mark', 'paper.result']);

export function makeEvent<K extends Kind>(
  kind: K,
  about: About,
  body: Bodies[K],
  options: EventOptions = {},
): AnyEvent {
  const event = {
    v: 1,
    id: options.id ?? testId(),
    type: ATTEMPTS.has(kind) ? 'attempt' : 'change',
    kind,
    kv: 1,
    school: 'school-1',
    about,
    by: options.by ?? 'member/m1',
    grant: options.grant ?? 'grant-1',
    refs: options.refs ?? [],
    at: options.at ?? 1_700_000_000_000,
    mono: 1000,
    boot: 'boot-1',
    skew: 0,
    seen: options.seen ?? '',
    app: 'test',
    body,
    sealed: '',
  };
  // One value of one kind: the union cannot be built from a generic pair without saying so.
  return event as unknown as AnyEvent;
}

export function place(
  event: AnyEvent,
  options: { moment?: number; stream?: number; slot?: number } = {},
): Placed {
  return {
    event,
    moment: options.moment ?? event.at,
    stream: options.stream ?? 1,
    slot: options.slot ?? 1,
  };
}
