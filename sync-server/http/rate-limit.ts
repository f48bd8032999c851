/** Slows down guessing: so many tries per name (an address, an account) in a window, then 429 until the window ends. */
export interface RateLimit {
  /** @returns seconds to wait, or 0 where this try is allowed; an allowed try is counted */
  readonly take: (name: string, now: number) => number;
  /** The try was no guess: it does not count. A whole class enrols from one address. */
  readonly giveBack: (name: string) => void;
}

const FORGET_ABOVE = 10_000;

export function createRateLimit(tries: number, windowMs: number): RateLimit {
  const windows = new Map<string, { from: number; count: number }>();
  return {
    take: (name, now) => {
      const window = windows.get(name);
      if (window === undefined || now - window.from >= windowMs || now < window.from) {
        if (windows.size > FORGET_ABOVE) windows.clear();
        windows.set(name, { from: now, count: 1 });
        return 0;
      }
      if (window.count >= tries) return Math.ceil((window.from + windowMs - now) / 1000);
      window.count += 1;
      return 0;
    },
    giveBack: (name) => {
      const window = windows.get(name);
      if (window !== undefined) window.count -= 1;
    },
  };
}
