/**
 * Tells the school which checks run on this device, for a teacher who watches the class at work (SPEC L1). It reads what is saved
 * anyway, so that a running check knows nothing of it; it waits while somebody taps, and what it cannot say is lost without harm.
 */
import { scoreRuleOf } from '#domain/rules/score-rule.ts';
import type { Course } from '#domain/model/course.ts';
import type { AnyEvent, Placed } from '#domain/model/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import { parsePresenceAnswer, type PresentCheck } from '#protocol/presence.ts';
import type { Clock } from '#platform/clock.ts';
import type { Network } from '#platform/network.ts';
import type { Gate } from './gate.ts';
import type { Step } from './loop.ts';
import type { CheckDraft } from './services.ts';

/** The server forgets after a minute. */
const SAY_AGAIN_MS = 20_000;
/** Where nobody works at any of them there is less to tell, and the tablet shall rest. */
const PAUSED_AGAIN_MS = 45_000;
/** How often it is looked whether somebody paused: a running check saves every two seconds. */
const LOOK_MS = 4000;
const PAUSED_AFTER_MS = 8000;
/** So long after the last tap nobody is at it any more. */
const GONE_AFTER_MS = 30 * 60_000;
const HANDED_IN_MS = 60_000;
const NOTHING_MS = 10 * 60_000;

interface Seen {
  readonly drafts: readonly CheckDraft[];
  readonly course: (id: CheckDraft['course']) => Course | undefined;
  /** Own events that the school is not known to have counted. */
  readonly pending: readonly Placed<AnyEvent>[];
  /** Wall clock, ms. */
  readonly now: number;
}

export interface PresencePorts {
  readonly look: () => Omit<Seen, 'now'>;
  readonly enrolled: () => boolean;
  readonly network: Network;
  readonly clock: Clock;
  readonly gate: Gate;
}

/** The running checks as they are told, newest tap first. @param seen drafts and clocks as they are now */
export function presentChecks(seen: Seen): readonly PresentCheck[] {
  return seen.drafts
    .filter(({ updatedAt }) => isRecent(seen.now - updatedAt))
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, LIMITS.presentChecks)
    .flatMap((draft) => presentCheck(draft, seen));
}

/** A tap in the future was made before the clock was set back: whoever is at work saves again within seconds. */
const isRecent = (ms: number): boolean => ms >= 0 && ms < GONE_AFTER_MS;

function presentCheck(draft: CheckDraft, { course, now }: Seen): PresentCheck[] {
  const objective = course(draft.course)?.objectives.find(({ id }) => id === draft.objective);
  const of = draft.form.count ?? (objective && scoreRuleOf(objective.rule)?.of);
  if (of === undefined) return [];
  const answered = draft.answers.flatMap(({ key, raw }) => {
    const place = Number(key);
    return raw === '' || !Number.isInteger(place) || place < 1 || place > of ? [] : [place];
  });
  return [
    {
      student: draft.student,
      course: draft.course,
      objective: draft.objective,
      place: Math.min(draft.position, of) + 1,
      of,
      answered: answered.toSorted((a, b) => a - b),
      state: now - draft.updatedAt < PAUSED_AFTER_MS ? 'working' : 'paused',
    },
  ];
}

/** What was handed in since the drafts were last looked at. */
function handedIn(before: ReadonlyMap<string, PresentCheck>, seen: Seen): PresentCheck[] {
  const open = new Set<string>(seen.drafts.map(({ id }) => id));
  return [...before].flatMap(([id, check]) => {
    if (open.has(id)) return [];
    const attempt = seen.pending.find(({ event }) => event.id === id)?.event;
    return attempt?.kind === 'check' && attempt.body.finished
      ? [{ ...check, state: 'handed-in' as const }]
      : [];
  });
}

/** One step of the loop that tells it; wake it when drafts change. */
export function createPresence(ports: PresencePorts): (stop: AbortSignal) => Promise<Step> {
  let running = new Map<string, PresentCheck>();
  let done: { readonly check: PresentCheck; readonly at: number }[] = [];
  let said = '[]';
  let saidAt = -Infinity;

  const lookNow = (): readonly PresentCheck[] => {
    const now = ports.clock.wall();
    const seen = { ...ports.look(), now };
    const ended = handedIn(running, seen).map((check) => ({ check, at: now }));
    done = [...done, ...ended].filter(({ at }) => now - at < HANDED_IN_MS && at <= now);
    running = new Map(
      seen.drafts.flatMap((draft) =>
        presentCheck(draft, seen).map((check) => [draft.id, check] as const),
      ),
    );
    const present = presentChecks(seen);
    const others = done.flatMap(({ check }) =>
      present.some(({ student }) => student === check.student) ? [] : [check],
    );
    return [...present, ...others].slice(0, LIMITS.presentChecks);
  };

  return async (stop) => {
    if (!ports.enrolled()) return { next: 'idle', ms: NOTHING_MS };
    if (lookNow().length === 0 && said === '[]') return { next: 'idle', ms: NOTHING_MS };
    await ports.gate.quiet(stop);
    const checks = lookNow();
    const text = JSON.stringify(checks);
    const { mono } = ports.clock;
    const isWorking = checks.some(({ state }) => state === 'working');
    const again = isWorking ? SAY_AGAIN_MS : PAUSED_AGAIN_MS;
    if (text === said && mono() - saidAt < again)
      return { next: 'idle', ms: checks.length === 0 ? NOTHING_MS : LOOK_MS };
    const question = { method: 'POST', fields: { checks } } as const;
    const outcome = await ports.network.ask('/api/presence', question, parsePresenceAnswer);
    if (outcome.type === 'answer') {
      said = text;
      saidAt = mono();
      return { next: 'idle', ms: LOOK_MS };
    }
    const afterMs = 'retryAfter' in outcome ? outcome.retryAfter : null;
    // An older server does not know the question, an unknown credential gets no answer: neither changes soon.
    if (outcome.type === 'refusal' && outcome.status < 429)
      return { next: 'retry', afterMs: NOTHING_MS };
    return { next: 'retry', afterMs };
  };
}
