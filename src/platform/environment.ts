/** What this browser offers, found out before any database is made. */

export interface Environment {
  /** https or localhost: without it there is no service worker, no WebCrypto and no lock. */
  readonly secure: boolean;
  readonly indexedDb: boolean;
  /** Opened from the home screen, not in a browser tab. */
  readonly standalone: boolean;
}

export function environment(): Environment {
  const media =
    typeof matchMedia === 'undefined'
      ? null
      : matchMedia('(display-mode: standalone), (display-mode: fullscreen)');
  return {
    secure: globalThis.isSecureContext !== false && globalThis.crypto?.subtle !== undefined,
    indexedDb: typeof indexedDB !== 'undefined',
    standalone: media?.matches ?? false,
  };
}
