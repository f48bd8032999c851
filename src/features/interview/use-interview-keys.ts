import { useEffect, useRef } from 'react';

type Meaning = 'notYet' | 'gotIt' | 'undo' | 'next';

const KEYS: Readonly<Record<string, Meaning>> = {
  '1': 'notYet',
  ArrowLeft: 'notYet',
  '2': 'gotIt',
  ArrowRight: 'gotIt',
  u: 'undo',
  U: 'undo',
  n: 'next',
  N: 'next',
};

/** What the keys do on the parts of the screen that use this: 1 or left: not yet. 2 or right: got it. U: last mark. N: next. Arrows belong to a group of buttons while one has the focus. */
export function useInterviewKeys(keys: { readonly [K in Meaning]?: () => void }): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const inGroup =
        event.target instanceof Element &&
        event.target.closest('[role="radiogroup"], [role="toolbar"], input');
      if (inGroup) return;
      const name = KEYS[event.key];
      const act = name === undefined ? undefined : current.current[name];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
