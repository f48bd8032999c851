/** As much of WebDriver (W3C) as a story needs. */

/** The key under which the standard names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export interface WebDriverSession {
  readonly version: string;
  readonly send: (path: string, body?: object) => Promise<unknown>;
  /** Finds one element, and does something with it. */
  readonly onElement: (selector: string, path: string, body?: object) => Promise<unknown>;
  /** @returns what the expression, or its promise, comes to */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly end: () => Promise<void>;
}

async function ask(
  url: string,
  method: 'POST' | 'DELETE' | 'GET',
  body?: object,
): Promise<unknown> {
  const reply = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await reply.json()) as { value: unknown }; // every answer of a driver has one
  if (!reply.ok) throw new Error(JSON.stringify(value).slice(0, 400));
  return value;
}

/** @param url of the driver @param options capabilities of the one browser that is asked for */
export async function openSession(url: string, options: object): Promise<WebDriverSession> {
  const made = (await ask(`${url}/session`, 'POST', {
    capabilities: { alwaysMatch: options },
  })) as { sessionId: string; capabilities: { browserVersion?: string } }; // as the standard says
  const session = `${url}/session/${made.sessionId}`;
  const send = (path: string, body?: object): Promise<unknown> =>
    body === undefined ? ask(`${session}${path}`, 'GET') : ask(`${session}${path}`, 'POST', body);
  await send('/timeouts', { script: 30_000, pageLoad: 45_000 });
  return {
    version: made.capabilities.browserVersion ?? '',
    send,
    async onElement(selector, path, body = {}) {
      const using = { using: 'css selector', value: selector };
      const found = (await send('/element', using)) as Record<string, string>; // as the standard says
      return send(`/element/${found[ELEMENT] ?? ''}${path}`, body);
    },
    async evaluate(expression) {
      const script = `const tell = arguments[arguments.length - 1];
        Promise.resolve().then(() => ${expression}).then(
          (value) => tell({ value: value === undefined ? null : value }),
          (error) => tell({ error: String(error) }));`;
      const said = (await send('/execute/async', { script, args: [] })) as {
        value?: unknown;
        error?: string;
      }; // what the script tells
      if (said.error !== undefined) throw new Error(said.error);
      return said.value;
    },
    end: async () => void (await ask(session, 'DELETE')),
  };
}
