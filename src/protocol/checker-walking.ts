/**
 * Checks values by walking the schema: for browsers, where the content security policy forbids generated code, and bytes
 * count. It knows the words that our schemas use and no more; a test holds every schema to them, and every verdict and the
 * first fault against the compiled checker.
 */
import { unreachable } from '#domain/kernel/assert.ts';
import type { CheckerOf } from './checker.ts';

/** The words of JSON Schema that our schemas use, in the order in which they are checked. */
interface Known {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly properties?: Readonly<Record<string, Known>>;
  readonly additionalItems?: false;
  readonly items?: Known | readonly Known[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Known[];
}

interface Wrong {
  readonly instancePath: string;
  readonly message: string;
}

export const checkerOf: CheckerOf = (schema) => {
  // TypeBox types a schema by what it describes; here it is read as the JSON that it is.
  const known = schema as Known;
  return {
    check: (value) => firstWrong(known, value, '') === null,
    errors: (value) => {
      const found = firstWrong(known, value, '');
      return found === null ? [] : [found];
    },
  };
};

/** The first thing that is wrong, or null. */
function firstWrong(schema: Known, value: unknown, at: string): Wrong | null {
  const { type } = schema;
  if (type !== undefined && !isType(type, value)) return wrong(at, `must be ${type}`);
  return insideOf(schema, value, at) ?? amongThese(schema, value, at);
}

const wrong = (instancePath: string, message: string): Wrong => ({ instancePath, message });

function isType(type: NonNullable<Known['type']>, value: unknown): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'number':
      return Number.isFinite(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'boolean':
    case 'string':
      return typeof value === type;
    default:
      return unreachable(type);
  }
}

function insideOf(schema: Known, value: unknown, at: string): Wrong | null {
  if (Array.isArray(value)) return wrongItem(schema, value, at);
  if (typeof value === 'object' && value !== null) {
    return wrongProperty(schema, value as Readonly<Record<string, unknown>>, at); // an object and no array
  }
  if (typeof value === 'string') return wrongText(schema, value, at);
  return typeof value === 'number' ? wrongNumber(schema, value, at) : null;
}

function wrongProperty(
  { required = [], properties = {}, additionalProperties }: Known,
  value: Readonly<Record<string, unknown>>,
  at: string,
): Wrong | null {
  const missing = required.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return wrong(at, `must have required property ${missing}`);
  if (additionalProperties === false) {
    const other = Object.keys(value).find((key) => !Object.hasOwn(properties, key));
    if (other !== undefined) return wrong(`${at}/${escaped(other)}`, 'must not be there');
  }
  for (const [key, inner] of Object.entries(properties)) {
    if (!Object.hasOwn(value, key)) continue;
    // Left out and undefined are one to whoever may leave it out.
    if (value[key] === undefined && !required.includes(key)) continue;
    const found = firstWrong(inner, value[key], `${at}/${escaped(key)}`);
    if (found !== null) return found;
  }
  return null;
}

/** As JSON Pointer writes the name of a property. */
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

function wrongItem(schema: Known, value: readonly unknown[], at: string): Wrong | null {
  const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY, additionalItems } = schema;
  const isTuple = (list: typeof items): list is readonly Known[] => Array.isArray(list);
  if (isTuple(items) && additionalItems === false && value.length > items.length)
    return wrong(`${at}/${items.length}`, 'must not be there');
  for (const [place, item] of value.entries()) {
    const inner = isTuple(items) ? items[place] : items;
    const found = inner === undefined ? null : firstWrong(inner, item, `${at}/${place}`);
    if (found !== null) return found;
  }
  if (value.length < minItems) return wrong(at, `must not have fewer than ${minItems} items`);
  return value.length > maxItems ? wrong(at, `must not have more than ${maxItems} items`) : null;
}

function wrongText(schema: Known, value: string, at: string): Wrong | null {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
  if (lengthOf(value) < minLength)
    return wrong(at, `must not have fewer than ${minLength} characters`);
  if (value.length > maxLength && lengthOf(value) > maxLength)
    return wrong(at, `must not have more than ${maxLength} characters`);
  return pattern !== undefined && !new RegExp(pattern, 'u').test(value)
    ? wrong(at, `must match pattern ${pattern}`)
    : null;
}

/** In code points, as JSON Schema counts. */
const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

function wrongNumber({ minimum, maximum }: Known, value: number, at: string): Wrong | null {
  if (minimum !== undefined && value < minimum) return wrong(at, `must be >= ${minimum}`);
  return maximum !== undefined && value > maximum ? wrong(at, `must be <= ${maximum}`) : null;
}

/** All our constants are texts, numbers, booleans or null. */
function amongThese(schema: Known, value: unknown, at: string): Wrong | null {
  if ('const' in schema && schema.const !== value) return wrong(at, 'must be equal to constant');
  if (schema.enum?.includes(value) === false)
    return wrong(at, 'must be equal to one of the allowed values');
  const branches = schema.anyOf?.map((one) => firstWrong(one, value, at)) ?? [null];
  return branches.includes(null)
    ? null
    : (branches[0] ?? wrong(at, 'must match a schema in anyOf'));
}
