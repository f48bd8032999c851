import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { timeFactorOf } from '#domain/model/supports.ts';
import { asksShortLook } from '#domain/mastery/retention-score.ts';
import { isReadDirectionsOnly } from '#domain/items/check-form.ts';
import { ok } from '#domain/kernel/result.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import { scoreRuleOf } from '#domain/rules/score-rule.ts';
import { timeLimit } from '#domain/rules/thresholds.ts';
import { useServices } from '#data/services-context.tsx';
import type { CheckDraft, DataServices } from '#data/services.ts';
import { onLeaving, onLookingAway } from '#platform/visibility.ts';
import { keepAwake } from '#platform/wake-lock.ts';
import { closeCheck } from '#state/check-close.ts';
import { isNewDraft, returnTo, type Return } from '#state/check-draft.ts';
import type { CheckEvent, CheckSetup, CheckState } from '#state/check-machine.ts';
import { returnToCheck } from '#state/check-return.ts';
import { formAtHand } from '#state/check-start.ts';
import { findObjective } from '#state/find-objective.ts';
import { openCheck, type CheckStore, type RunningCheck } from '#state/check-store.ts';
import { showsTimer } from '#state/check-timer.ts';
import { useIdentifiedChild } from '#state/identified-child.ts';

/** A check that can be worked on. */
export interface OpenedCheck {
  readonly draft: CheckDraft;
  readonly setup: CheckSetup;
  readonly objective: Objective;
  readonly timeFactor: number;
  /** This child sees how the time goes. */
  readonly showsTimer: boolean;
  /** The school asks how sure the child is, and this child was not asked yet. */
  readonly asksHowSure: boolean;
  /** This child may hear the questions. */
  readonly isRead: boolean;
  /** Hearing a question would answer it. */
  readonly directionsOnly: boolean;
  readonly check: CheckStore;
}

/** What became of opening a check. `elsewhere`: it is not this child's, or not open any more. */
export type Opening =
  /** Its questions are being made. */
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly opened: OpenedCheck }
  | { readonly type: 'elsewhere' }
  /** A short look at what lasted: it has a screen of its own. */
  | { readonly type: 'look' }
  /** Its questions cannot be made any more: it is closed, and what was answered is kept. */
  | { readonly type: 'closed'; readonly draft: CheckDraft }
  /** Its questions could not be loaded: it stays as it is. */
  | { readonly type: 'no-code' };

const moment = () => ({ mono: performance.now(), wall: Date.now() });

/**
 * Opens a draft for whoever is there: the child who said who they are, or within two minutes the child who was on it. Read
 * once; what happens then is in the store. `opening` where its questions have to be made first.
 */
function openAtOnce(services: DataServices, student: string, id: string): Opening {
  const draft = draftHere(services, student, id);
  if (draft === undefined) return { type: 'elsewhere' };
  if (asksShortLook(draft)) return { type: 'look' };
  const back = returnTo(draft, Date.now(), services.snapshot.get().dayOf);
  const form = back === 'at-once' ? formAtHand(services.snapshot.get(), draft) : null;
  if (form === null) return { type: 'opening' };
  return openWith(services, draft, back, ok({ draft, form }));
}

async function openDraft(services: DataServices, student: string, id: string): Promise<Opening> {
  const draft = draftHere(services, student, id);
  if (draft === undefined) return { type: 'elsewhere' };
  const snapshot = services.snapshot.get();
  const now = Date.now();
  const back = returnTo(draft, now, snapshot.dayOf);
  const returned = back === 'closed' ? null : await returnToCheck(snapshot, draft, back, now);
  return openWith(services, draft, back, returned);
}

function draftHere({ drafts }: DataServices, student: string, id: string): CheckDraft | undefined {
  return drafts.open.get().find((one) => one.id === id && one.student === student);
}

/** @param returned null where it is too late to come back */
function openWith(
  services: DataServices,
  draft: CheckDraft,
  back: Return,
  returned: Awaited<ReturnType<typeof returnToCheck>> | null,
): Opening {
  const snapshot = services.snapshot.get();
  const isThere = useIdentifiedChild.getState().child?.student === draft.student;
  if (!isThere && back !== 'at-once') return { type: 'elsewhere' };
  const found = findObjective(snapshot, draft);
  if (returned?.ok === false && returned.error.code === 'no-code') return { type: 'no-code' };
  if (returned?.ok !== true || found === null) return { type: 'closed', draft };
  const { draft: current, form } = returned.value;
  const rule = scoreRuleOf(found.objective.rule);
  const timeFactor = timeFactorOf(draft.supports);
  const setup = { form, limitMs: rule === null ? null : timeLimit(rule, timeFactor) };
  const check = openCheck(current, setup, { drafts: services.drafts, now: moment }, isThere);
  return {
    type: 'open',
    opened: {
      draft: current,
      setup,
      objective: found.objective,
      timeFactor,
      showsTimer: setup.limitMs !== null && showsTimer(snapshot, draft),
      asksHowSure:
        isThere &&
        snapshot.school()?.howSure === true &&
        isNewDraft(draft) &&
        draft.sure === undefined,
      isRead: mayHear(draft, found.course),
      directionsOnly: isReadDirectionsOnly(found.objective),
      check,
    },
  };
}

/** Whether the questions may be read to this child: the child's support, or a course of children who are still learning to read. */
export function mayHear(
  { supports }: Pick<CheckDraft, 'supports'>,
  { voice }: Pick<Course, 'voice'>,
): boolean {
  return voice === 'everyone' || supports.includes('read-aloud');
}

/** An event as a screen says it: the moment is added here. */
export type Tap = CheckEvent extends infer E
  ? E extends { readonly at: unknown }
    ? Omit<E, 'at'>
    : E
  : never;

/** The running check in React: its state, and `send` for taps. Ticks, absences, other tabs and the wake lock are seen to here. */
export function useRunningCheck({ check, asksHowSure, draft }: OpenedCheck): RunningCheck & {
  readonly send: (tap: Tap) => void;
} {
  const running = useStore(check.store);
  const send = useMemo(
    // Every event that carries a moment takes the same one; the others ignore it.
    () => (tap: Tap) => check.send({ ...tap, at: moment() } as CheckEvent),
    [check],
  );
  // Before the browser paints: the first thing that is seen is the question.
  useLayoutEffect(() => {
    const isReady = check.store.getState().state.phase === 'ready';
    if (isReady && !asksHowSure) send({ type: 'carry-on' });
  }, [asksHowSure, check, send]);
  useEffect(() => {
    const ticks = setInterval(() => send({ type: 'tick' }), 1000);
    const away = (): void => send({ type: 'pause', why: 'away' });
    const stopListening = onLeaving({ leave: away, back: () => undefined });
    const stopLooking = onLookingAway(away);
    return () => {
      clearInterval(ticks);
      stopListening();
      stopLooking();
      away();
    };
  }, [check, send]);
  const { open } = useServices().drafts;
  useEffect(
    () =>
      open.subscribe(() => {
        const stored = open.get().find(({ id }) => id === draft.id);
        if (stored !== undefined) check.seen(stored);
      }),
    [check, draft.id, open],
  );
  const awake = isAtWork(running.state);
  useEffect(() => (awake ? keepAwake() : undefined), [awake]);
  return { ...running, send };
}

function isAtWork({ phase }: CheckState): boolean {
  return phase === 'running' || phase === 'late';
}

/** The opening as it was at first, kept: a draft that was handed in is no longer among the open ones. */
export function useOpening(services: DataServices, student: string, id: string): Opening {
  const [opening, setOpening] = useState(() => openAtOnce(services, student, id));
  const isOpening = opening.type === 'opening';
  useEffect(() => {
    if (!isOpening) return;
    let gone = false;
    void openDraft(services, student, id).then((found) => (gone ? undefined : setOpening(found)));
    return () => {
      gone = true;
    };
  }, [services, student, id, isOpening]);
  useEffect(() => {
    if (opening.type === 'closed') void closeCheck(services, opening.draft);
  }, [opening, services]);
  return opening;
}
