import { useRef, useState } from 'react';
import type { AnswerSpec } from '#domain/items/item.ts';
import { boxToBegin, emptied, missingBox, typeKey } from '#ui/answer/answer-parts.ts';
import type { KeypadKey } from '#ui/answer/keypad-keys.ts';
import { layoutOf } from './answer-layout.ts';

export interface AnswerEntry {
  readonly box: number;
  readonly setBox: (box: number) => void;
  /** What a key does to the answer of now: a new text, or null to go on. */
  readonly press: (entry: string, key: KeypadKey) => string | null;
}

/**
 * Typing into the boxes of an answer: which one is written into, and when Next goes on. One for every question: give it a key.
 * @param wasWrong what stands there was not right: the first key that writes into a box begins it anew, Delete mends it
 */
export function useAnswerEntry(answer: AnswerSpec, entry: string, wasWrong = false): AnswerEntry {
  const mended = useRef(new Set<number>());
  const layout = layoutOf(answer);
  const [box, setBox] = useState(() => (layout === null ? 0 : boxToBegin(layout, entry)));
  return {
    box,
    setBox,
    press(now, key) {
      if (layout === null) return key === 'next' ? null : now;
      if (key !== 'next') {
        const begins = wasWrong && writes(key) && !mended.current.has(box);
        if (wasWrong && (writes(key) || key === 'backspace')) mended.current.add(box);
        const text = begins ? emptied(layout, now, box) : now;
        const typed = typeKey(layout, { text, box }, key);
        setBox(typed.box);
        return typed.text;
      }
      const missing = missingBox(layout, now, box);
      if (missing === null) return null;
      setBox(missing);
      return now;
    },
  };
}

/** Whether a key puts something into a box. */
function writes(key: KeypadKey): boolean {
  return /^\d$/u.test(key) || key === 'minus' || key === 'decimal';
}
