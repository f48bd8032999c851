/**
 * One browser of any engine, as a person uses it: what is found by its name is tapped where it stands. Each engine has a driver of its
 * own; what is asked of a page is the same script in all of them.
 */
import { find, type Query } from './find-in-page.ts';

/** What a driver has to offer. Expressions may give a promise. */
export interface Driver {
  readonly name: string;
  readonly open: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** A real tap, where the element stands. Rejects where it cannot be tapped. */
  readonly tap: (selector: string) => Promise<void>;
  readonly type: (selector: string, text: string) => Promise<void>;
  readonly screenshot: (path: string) => Promise<void>;
  /** Bugs that pages ran into, where the driver hears of them. */
  readonly faults: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** What is waited for depends on a browser and a server, on a machine that may be busy. */
const PATIENCE_MS = 45_000;
const LOOK_EVERY_MS = 50;

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export class Browser {
  readonly driver: Driver;

  constructor(driver: Driver) {
    this.driver = driver;
  }

  /** Everything that a person can read, one line after the other. */
  async text(): Promise<string> {
    return String(await this.driver.evaluate('document.body.innerText'));
  }

  /** Looks again and again until `look` gives something; says what was on the screen when nothing comes. */
  async until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    const from = Date.now();
    for (;;) {
      // A page that is just loading answers nothing.
      const found = await look().catch(() => undefined);
      if (found !== undefined) return found;
      if (Date.now() - from > PATIENCE_MS) break;
      await sleep(LOOK_EVERY_MS);
    }
    const text = await this.text().catch(String);
    throw new Error(`${this.driver.name}: never came: ${what}. On the screen:\n${text}`);
  }

  /** What fits the query now, by a selector for the driver, with its name; undefined when nothing does. */
  async look(
    query: Query,
  ): Promise<{ readonly selector: string; readonly name: string } | undefined> {
    const found = await this.driver.evaluate(`(${find.toString()})(${JSON.stringify(query)})`);
    if (typeof found !== 'string') return undefined;
    return JSON.parse(found) as { selector: string; name: string }; // what find() gives
  }

  see(query: Query): Promise<{ readonly selector: string; readonly name: string }> {
    return this.until(JSON.stringify(query), () => this.look(query));
  }

  /** Taps once, as soon as it can be tapped. */
  async tap(query: Query): Promise<void> {
    await this.until(`a tap on ${JSON.stringify(query)}`, async () => {
      const found = await this.look({ ...query, enabled: true });
      if (found === undefined) return undefined;
      await this.driver.tap(found.selector);
      return true;
    });
  }

  async type(label: string, text: string): Promise<void> {
    const { selector } = await this.see({ role: 'field', name: label });
    await this.driver.type(selector, text);
  }

  heading(name: string): Promise<unknown> {
    return this.see({ role: 'heading', name });
  }

  button(name: string): Promise<void> {
    return this.tap({ role: 'button', name });
  }
}
