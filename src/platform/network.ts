/**
 * One question to the server, and what came of it. A captive portal, a proxy page, a truncated or a foreign answer is told
 * apart from an answer: only JSON that echoes our nonce counts. `navigator.onLine` is never asked.
 */
import { unreachable } from '#domain/kernel/assert.ts';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { Clock } from './clock.ts';
import { randomId } from './ids.ts';

/** What every answer carries. */
interface AnswerFields {
  readonly nonce: string;
  readonly epoch: string;
  readonly now: number;
  readonly seq: number;
}

export type Outcome<T> =
  | { readonly type: 'answer'; readonly value: T }
  /** The server spoke, and said no. `retryAfter` in ms. */
  | {
      readonly type: 'refusal';
      readonly code: string;
      readonly status: number;
      readonly path?: string;
      readonly retryAfter: number | null;
    }
  /** Nothing came: no network, time-out, cut connection. */
  | { readonly type: 'unreachable' }
  /** Something came that is not ours: a portal's page, half an answer, another nonce. */
  | { readonly type: 'not-an-answer'; readonly status: number; readonly retryAfter: number | null };

export type Parse<T> = (value: unknown) => Result<T, Fault>;

export interface Question {
  readonly method: 'GET' | 'POST';
  /** Body of a POST, or query of a GET; the nonce is added. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Outlives the page; at most 64 kB. */
  readonly keepalive?: boolean;
  /** What it asks for is given once, and somebody waits: an answer that is slow to come must not be missed. */
  readonly patient?: boolean;
  /** A nonce that is part of what was signed. */
  readonly nonce?: string;
}

export interface Network {
  readonly ask: <T extends AnswerFields>(
    path: string,
    question: Question,
    parse: Parse<T>,
  ) => Promise<Outcome<T>>;
}

const TIMEOUT_MS = 15_000;
const PATIENT_MS = 60_000;
/** Bytes. The longest answer is one commit of a large import in one page of a pull: some megabytes. */
const LONGEST_ANSWER = 32 * 1024 * 1024;

/** @param base "" for this origin @param fetcher the browser's `fetch`; tests with several devices give each its own cookies */
export function createNetwork(
  clock: Clock,
  base = '',
  fetcher: typeof fetch = (...args) => fetch(...args),
): Network {
  return {
    async ask(path, question, parse) {
      const nonce = question.nonce ?? randomId();
      const asked = clock.reading();
      let response: Response;
      let text: string;
      try {
        response = await fetcher(base + address(path, question, nonce), init(question, nonce));
        text = await readText(response);
      } catch {
        // fetch says a bare TypeError or a time-out for whatever kept the answer away; there is nothing to tell apart
        return { type: 'unreachable' };
      }
      const outcome = read(response, text, nonce, parse);
      if (outcome.type === 'answer') clock.measure(outcome.value.now, asked);
      return outcome;
    },
  };
}

function isJson(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').includes('application/json');
}

/**
 * The body, as far as an answer of ours can be long. What is not JSON is not read at all, and what does not end is left: a portal's
 * page, or a film that a broken proxy sends for it, costs a tablet neither time nor memory. Then "", which is no answer.
 */
async function readText(response: Response): Promise<string> {
  if (response.body === null) return '';
  if (!isJson(response)) {
    await response.body.cancel();
    return '';
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > LONGEST_ANSWER) {
      await reader.cancel();
      return '';
    }
    text += decoder.decode(value, { stream: true });
  }
}

function address(path: string, question: Question, nonce: string): string {
  if (question.method === 'POST') return path;
  const query = new URLSearchParams({ nonce });
  for (const [name, value] of Object.entries(question.fields)) query.set(name, String(value));
  return `${path}?${query.toString()}`;
}

function init(question: Question, nonce: string): RequestInit {
  const common: RequestInit = {
    method: question.method,
    redirect: 'error',
    cache: 'no-store',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(question.patient === true ? PATIENT_MS : TIMEOUT_MS),
    ...(question.keepalive === true ? { keepalive: true } : {}),
  };
  if (question.method === 'GET') return common;
  const body = JSON.stringify({ nonce, ...question.fields });
  return { ...common, headers: { 'content-type': 'application/json' }, body };
}

function read<T extends AnswerFields>(
  response: Response,
  text: string,
  nonce: string,
  parse: Parse<T>,
): Outcome<T> {
  const retryAfter = retryAfterOf(response.headers.get('retry-after'));
  const foreign: Outcome<T> = { type: 'not-an-answer', status: response.status, retryAfter };
  if (!isJson(response)) return foreign;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return foreign;
  }
  if (response.ok) {
    const parsed = parse(json);
    return parsed.ok && parsed.value.nonce === nonce
      ? { type: 'answer', value: parsed.value }
      : foreign;
  }
  const refusal = readRefusal(json);
  if (refusal === null) return foreign;
  const { code, path } = refusal;
  return {
    type: 'refusal',
    code,
    status: response.status,
    retryAfter,
    ...(path === undefined ? {} : { path }),
  };
}

/** `{error: {code, path?}}`, read by hand: the schemas are not loaded before they are needed. */
function readRefusal(json: unknown): { readonly code: string; readonly path?: string } | null {
  if (typeof json !== 'object' || json === null || !('error' in json)) return null;
  const { error } = json;
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  if (typeof error.code !== 'string') return null;
  const path = 'path' in error && typeof error.path === 'string' ? { path: error.path } : {};
  return { code: error.code, ...path };
}

/** Seconds or a date, as RFC 9110 has it, in ms from now. */
function retryAfterOf(header: string | null): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}

/** The answer, or a fault with the server's code, `unreachable` or `not-an-answer`. */
export function asResult<T>(outcome: Outcome<T>): Result<T, Fault> {
  switch (outcome.type) {
    case 'answer':
      return ok(outcome.value);
    case 'refusal':
      return err({
        code: outcome.code,
        ...(outcome.path === undefined ? {} : { path: outcome.path }),
        detail: String(outcome.status),
      });
    case 'unreachable':
      return err({ code: 'unreachable' });
    case 'not-an-answer':
      return err({ code: 'not-an-answer', detail: String(outcome.status) });
    default:
      return unreachable(outcome);
  }
}
