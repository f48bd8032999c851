/**
 * The one logger: a line of JSON per fact on stderr, so that stdout stays with what a person asked for. Never a name,
 * an answer, an address or a secret: ids, codes and numbers only.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  /** Somebody must act. */
  readonly error: (message: string, fields?: LogFields) => void;
  readonly info: (message: string, fields?: LogFields) => void;
  readonly debug: (message: string, fields?: LogFields) => void;
}

const LEVELS = ['error', 'info', 'debug'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** A logger that writes lines up to `level` to `write`. */
export function createLog(level: LogLevel, write: (line: string) => void, now: () => number): Log {
  const limit = LEVELS.indexOf(level);
  const at =
    (name: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      if (LEVELS.indexOf(name) > limit) return;
      const time = new Date(now()).toISOString();
      write(`${JSON.stringify({ time, level: name, message, ...fields })}\n`);
    };
  return { error: at('error'), info: at('info'), debug: at('debug') };
}

/** For a thrown value in a log: its name and message, without a stack that might hold data of a request. */
export function nameOfError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
