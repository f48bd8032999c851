/** One thing wrong in a value that was right: another type, a number at a limit, a key of every object's prototype. */
import fc from 'fast-check';

/** Anything but right. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    '\u0000',
    '\uD800',
    '\u202Eright to left',
    'ﷺ'.repeat(50),
    '__proto__',
    'constructor',
    '../../etc/passwd',
    "'; DROP TABLE log; --",
    -1,
    -0,
    0.5,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    2 ** 64,
    1e300,
    -1e300,
    5e-324,
    [],
    {},
    [[]],
  ),
  fc.constantFrom(1000, 9000, 70_000).map((length) => 'x'.repeat(length)),
  fc.constantFrom(10, 200).map((depth) => nested(depth)),
  fc.jsonValue(),
);

/** Lists in lists. */
function nested(depth: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
}

type Path = readonly (string | number)[];

/** Ways to every part of a value, the whole of it first. */
function pathsOf(value: unknown, most = 200): Path[] {
  const paths: Path[] = [[]];
  for (let i = 0; i < paths.length && paths.length < most; i += 1) {
    const path = paths[i] ?? [];
    const at = partAt(value, path);
    if (typeof at !== 'object' || at === null) continue;
    for (const key of Array.isArray(at) ? at.keys() : Object.keys(at)) paths.push([...path, key]);
  }
  return paths;
}

function partAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) at = (at as Record<string | number, unknown>)[key]; // the path was found in this value
  return at;
}

type Change = 'replace' | 'remove' | 'add' | 'repeat';

function changed(value: unknown, path: Path, change: Change, by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change === 'add' && isObject(value) ? extended(value, by) : by;
  if (Array.isArray(value)) {
    const here = Number(key);
    if (rest.length === 0 && change === 'remove') return value.toSpliced(here, 1);
    if (rest.length === 0 && change === 'repeat')
      return [...value, ...Array.from({ length: 120 }, () => value[here] as unknown)];
    return value.with(here, changed(value[here], rest, change, by));
  }
  if (!isObject(value)) return by;
  if (rest.length === 0 && change === 'remove')
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return { ...value, [key]: changed(value[key], rest, change, by) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** With a field more, under a name that asks for trouble; as own property, which is what JSON.parse makes of it. */
function extended(value: Record<string, unknown>, by: unknown): unknown {
  const more = Object.create(null) as Record<string, unknown>; // so that `__proto__` is a name like any other
  for (const name of ['__proto__', 'constructor', 'toString', 'extra']) more[name] = by;
  return { ...value, ...more };
}

/** The value with one to three things wrong in it. */
export function spoiled(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const once = (from: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc
      .tuple(
        from,
        fc.nat(),
        fc.constantFrom<Change>('replace', 'replace', 'remove', 'add', 'repeat'),
        odd,
      )
      .map(([value, pick, change, by]) => {
        const paths = pathsOf(value);
        return changed(value, paths[pick % paths.length] ?? [], change, by);
      });
  return fc.oneof(
    { weight: 4, arbitrary: once(values) },
    { weight: 1, arbitrary: once(once(values)) },
  );
}

/** Mostly wrong somewhere, now and then right. */
export const mostlySpoiled = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 1, arbitrary: values }, { weight: 3, arbitrary: spoiled(values) });
