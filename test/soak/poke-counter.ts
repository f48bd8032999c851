/** Listens to GET /api/pokes as a browser does, and counts what it says. */

export interface Heard {
  readonly pokes: number;
  readonly connections: number;
  /** How long connections were open, in all, from the moment they were asked for. */
  readonly seconds: number;
}

export interface PokeCounter {
  readonly end: () => Promise<Heard>;
}

const AGAIN_MS = 500;

/** Connects at once, and again after every end, until `end`. A new connection may have missed pokes: it counts as heard. */
export function listen(url: string, cookie: string, hear: () => void): PokeCounter {
  const stop = new AbortController();
  let pokes = 0;
  let ms = 0;
  let connections = 0;
  const once = async (): Promise<void> => {
    const from = performance.now();
    const answer = await fetch(`${url}/api/pokes`, { headers: { cookie }, signal: stop.signal });
    connections += 1;
    try {
      const decoder = new TextDecoder();
      for await (const chunk of answer.body ?? []) {
        pokes += decoder.decode(chunk).split('data: ').length - 1;
        hear();
      }
    } finally {
      ms += performance.now() - from;
    }
  };
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await once().catch(() => undefined); // the server died, or we go
      if (!stop.signal.aborted) await new Promise((done) => setTimeout(done, AGAIN_MS));
    }
  };
  const running = run();
  return {
    async end() {
      stop.abort();
      await running;
      return { pokes, connections, seconds: ms / 1000 };
    },
  };
}
