import { useEffect, type RefObject } from 'react';

const PRODUCT = 'Nine of Ten';

/**
 * A screen that has come says so: its h1 takes the focus, so that a screen reader reads it and a keyboard goes on from there. Not
 * on the first screen of a page that nobody has touched, and not where something on the screen has asked for the focus.
 * @param screen the outermost element of the screen
 */
export function useScreenHeading(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const heading = screen.current?.querySelector('h1') ?? null;
    const isTaken = screen.current?.contains(document.activeElement) === true;
    if (heading === null || isTaken || !wasTouched()) return;
    heading.setAttribute('tabindex', '-1');
    heading.focus({ preventScroll: true });
  }, [screen]);
  useScreenTitle(screen);
}

/** The title of the document is the h1 of the screen; with `data-private` (a child's name is in it) it stays the product's name. */
export function useScreenTitle(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const heading = screen.current?.querySelector('h1:not([data-private])') ?? null;
    document.title = heading === null ? PRODUCT : `${heading.textContent} · ${PRODUCT}`;
  });
}

function wasTouched(): boolean {
  return !('userActivation' in navigator) || navigator.userActivation.hasBeenActive;
}
