import type { Fault } from './result.ts';

/**
 * Reads an object that came from outside, field by field. The first fault is kept with its path ("units[1].title.es"),
 * reading goes on with a harmless value, and the caller asks for `fault()` at the end. A field that nobody asked for is a
 * fault too, so that a misspelt name cannot pass in silence.
 */
export interface RecordReader {
  has(name: string): boolean;
  /** The field as it stands, for the caller to judge (and to `fail`). */
  raw(name: string): unknown;
  integer(name: string, min: number, max: number): number;
  boolean(name: string): boolean;
  /** A text that is not empty and fits the pattern, if there is one. */
  text(name: string, pattern?: RegExp): string;
  oneOf<T extends string>(name: string, allowed: readonly T[]): T;
  /** A list without repetition, not empty, of the allowed words. */
  words<T extends string>(name: string, allowed: readonly T[]): readonly T[];
  /** A list without repetition, not empty, of whole numbers. */
  integers(name: string): readonly number[];
  /** A list without repetition of texts; may be empty. */
  texts(name: string): readonly string[];
  /** A list of objects, each with its own reader. */
  list(name: string): readonly RecordReader[];
  within(name: string): RecordReader;
  fail(name: string, detail: string, code?: string): void;
  fault(): Fault | null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDistinct(list: readonly unknown[]): boolean {
  return new Set(list).size === list.length;
}

/** Reads one object. `path` is where it stands in the whole, "" for the top. */
export function readRecord(value: unknown, path = ''): RecordReader {
  const record = isRecord(value) ? value : {};
  const asked = new Set<string>();
  const inner: RecordReader[] = [];
  let first: Fault | null = isRecord(value)
    ? null
    : { code: 'value.not-an-object', path, detail: 'an object is expected' };
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const fail = (name: string, detail: string, code = 'value.bad'): void => {
    first ??= { code, path: at(name), detail };
  };
  const raw = (name: string): unknown => {
    asked.add(name);
    return Object.hasOwn(record, name) ? record[name] : undefined;
  };
  const array = (name: string): readonly unknown[] => {
    const found = raw(name);
    if (!Array.isArray(found)) fail(name, 'a list is expected');
    return Array.isArray(found) ? found : [];
  };
  const nested = (found: unknown, place: string): RecordReader => {
    const reader = readRecord(found, place);
    inner.push(reader);
    return reader;
  };

  return {
    has: (name) => Object.hasOwn(record, name) && record[name] !== undefined,
    raw,
    integer: (name, min, max) => {
      const found = raw(name);
      if (Number.isInteger(found) && Number(found) >= min && Number(found) <= max)
        return Number(found);
      fail(name, `a whole number from ${min} to ${max} is expected`);
      return min;
    },
    boolean: (name) => {
      const found = raw(name);
      if (typeof found !== 'boolean') fail(name, 'true or false is expected');
      return found === true;
    },
    text: (name, pattern) => {
      const found = raw(name);
      if (typeof found === 'string' && found.trim() !== '' && (pattern?.test(found) ?? true))
        return found;
      fail(
        name,
        pattern === undefined ? 'a text is expected' : `a text like ${pattern.source} is expected`,
      );
      return '';
    },
    oneOf: <T extends string>(name: string, allowed: readonly T[]): T => {
      const found = raw(name);
      const match = allowed.find((word) => word === found);
      if (match === undefined) fail(name, `one of ${allowed.join(', ')} is expected`);
      return match ?? (allowed[0] as T); // lists in code are never empty
    },
    words: <T extends string>(name: string, allowed: readonly T[]): readonly T[] => {
      const list = array(name);
      const known = list.flatMap((word) => allowed.filter((candidate) => candidate === word));
      if (known.length !== list.length || known.length === 0 || !isDistinct(known)) {
        fail(name, `a list of different words out of ${allowed.join(', ')} is expected`);
      }
      return known.length > 0 ? known : allowed;
    },
    integers: (name) => {
      const list = array(name);
      const whole = list.filter((n): n is number => Number.isSafeInteger(n));
      if (whole.length !== list.length || whole.length === 0 || !isDistinct(whole)) {
        fail(name, 'a list of different whole numbers is expected');
      }
      return whole;
    },
    texts: (name) => {
      const list = array(name);
      const texts = list.filter((text): text is string => typeof text === 'string' && text !== '');
      if (texts.length !== list.length || !isDistinct(texts))
        fail(name, 'a list of different texts is expected');
      return texts;
    },
    list: (name) => array(name).map((entry, i) => nested(entry, `${at(name)}[${i}]`)),
    within: (name) => nested(raw(name), at(name)),
    fail,
    fault: () => {
      if (first !== null) return first;
      const unknown = Object.keys(record).find((name) => !asked.has(name));
      if (unknown !== undefined) return { code: 'value.unknown-field', path: at(unknown) };
      return inner.map((reader) => reader.fault()).find((found) => found !== null) ?? null;
    },
  };
}
