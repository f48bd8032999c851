import { useLayoutEffect } from 'react';

/** What each support sets on the root: styles read it (supports.css, tokens.css). Others change nothing on the screen by themselves. */
const MARKS: Readonly<Record<string, readonly [name: string, value: string]>> = {
  'large-text': ['text', 'large'],
  spacing: ['spacing', 'wide'],
  'reduced-motion': ['motion', 'none'],
  'high-contrast': ['contrast', 'high'],
};

/**
 * Shows the screen as a child's supports want it, for as long as whatever calls this is on it: what comes after has none of it.
 * @param codes supports of the child; unknown ones change nothing
 */
export function useScreenSupports(codes: readonly string[]): void {
  const key = codes.join(' ');
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const marks = key.split(' ').flatMap((code) => {
      const mark = MARKS[code];
      // Whoever set it before (the school, a screen around this one) takes it away again.
      return mark === undefined || dataset[mark[0]] === mark[1] ? [] : [mark];
    });
    for (const [name, value] of marks) dataset[name] = value;
    return () => {
      for (const [name] of marks) delete dataset[name];
    };
  }, [key]);
}
