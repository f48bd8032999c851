import { useEffect, useRef, useState } from 'react';
import { timeFactorOf } from '#domain/model/supports.ts';
import { isSpeaking } from '#platform/speech.ts';

/** Nobody touched the tablet for so long: whoever comes next is somebody else (two minutes). */
export const HANDED_OVER_MS = 120_000;
/** So long before the end the child is asked (WCAG 2.2.1). */
const ASKED_FOR_MS = 20_000;
const LOOK_EVERY_MS = 1000;
/** A voice that "speaks" longer than any text of ours is one that its browser has forgotten to end. */
const LONGEST_READING_MS = 120_000;
/** For a child without a limit of time. */
const UNTIMED_FACTOR = 3;

export interface Idle {
  /** Nobody seems to be there: it is time to ask. Any touch or key, and the focus of a screen reader, is an answer. */
  readonly asks: boolean;
  readonly stay: () => void;
}

/** What belongs to the question itself: a finger on it counts when it is lifted, or it would hit what is behind. */
const QUESTION = '[data-still-there]';

/**
 * Calls `onIdle` once for `ms` nobody has touched the screen or a key, nothing new has had the focus, and no voice has spoken.
 * @param supports of the child: more time to answer is more time to read
 */
export function useIdle(ms: number, supports: readonly string[], onIdle: () => void): Idle {
  const latest = useRef(onIdle);
  useEffect(() => {
    latest.current = onIdle;
  });
  const [asks, setAsks] = useState(false);
  const touchedAt = useRef(0);
  const total = ms * (timeFactorOf(supports) || UNTIMED_FACTOR);
  useEffect(() => {
    let silentAt = performance.now();
    touchedAt.current = silentAt;
    const touched = ({ target }: Event): void => {
      if (target instanceof Element && target.closest(QUESTION) !== null) return;
      touchedAt.current = performance.now();
      setAsks(false);
    };
    const look = (): void => {
      const now = performance.now();
      if (!isSpeaking()) silentAt = now;
      else if (now - silentAt < LONGEST_READING_MS) touchedAt.current = now;
      const quiet = now - touchedAt.current;
      setAsks(quiet >= total - ASKED_FOR_MS);
      if (quiet < total) return;
      clearInterval(timer);
      latest.current();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    for (const sign of SIGNS) addEventListener(sign, touched, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) removeEventListener(sign, touched);
    };
  }, [total]);
  const stay = (): void => {
    touchedAt.current = performance.now();
    setAsks(false);
  };
  return { asks, stay };
}

const SIGNS = ['pointerdown', 'keydown', 'focusin'] as const;
