/** Takes the guard of taps (use-tap-guard.ts) away as soon as a screen puts it up. */
const unguard = new MutationObserver((changes) => {
  for (const { target } of changes) (target as Element).removeAttribute('data-guarded');
});

/** From now on a new screen hears a finger at once, which on a real tablet takes a moment: whoever taps here taps once. */
export function hearAtOnce(): void {
  unguard.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-guarded'] });
}

/** Screens are as they are on a real tablet again. */
export function hearAsAlways(): void {
  unguard.disconnect();
}
