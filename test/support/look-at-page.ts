/** What every screen has to keep: no axe violation, targets that a finger hits, nothing that has to be scrolled to. */
import axe from 'axe-core';

/** Violations that axe finds in the page, in one line each; empty when there is none. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

const TARGETS = 'button, a[href], input, [role="button"], [role="radio"]';

/** Everything to tap that is smaller than `least` px in either direction. */
export function smallTargets(least: number): string[] {
  return [...document.querySelectorAll(TARGETS)].flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    const small = width > 0 && (width < least - 0.5 || height < least - 0.5);
    const name = target.getAttribute('aria-label') ?? target.textContent;
    return small ? [`${name} ${Math.round(width)} x ${Math.round(height)}`] : [];
  });
}

/** Whether an element stands whole within the screen, without scrolling. */
export function isInSight(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const whole = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  return whole && document.documentElement.scrollHeight <= innerHeight;
}
