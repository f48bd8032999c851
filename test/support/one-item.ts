import { familyOf } from '#domain/items/families.ts';
import type { Source } from '#domain/items/family.ts';
import type { Item } from '#domain/items/item.ts';
import type { Fault, Result } from '#domain/kernel/result.ts';

function sourceOf(family: string, params: Record<string, unknown>): Result<Source, Fault> {
  const found = familyOf(family, 1);
  return found.ok ? found.value.parse({ fresh: { items: 1, twins: 1 }, ...params }) : found;
}

/** The one item that these narrow parameters can make. */
export function only(family: string, params: Record<string, unknown>): Item {
  const source = sourceOf(family, params);
  if (!source.ok) throw new Error(JSON.stringify(source.error));
  const [one, ...more] = source.value.all();
  if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} items`);
  return one.build();
}

/** Code and field of the fault of these parameters. */
export function faultOf(family: string, params: Record<string, unknown>): string {
  const source = sourceOf(family, params);
  return source.ok ? 'no fault' : `${source.error.code} ${source.error.path ?? ''}`;
}

/** The error list of an item: wrong values by tag. */
export function trapValues({ traps }: Item): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const { tag, value } of traps) (values[tag] ??= []).push(value);
  return values;
}

/** The item of this name among those that the parameters make. */
export function itemNamed(family: string, params: Record<string, unknown>, identity: string): Item {
  const source = sourceOf(family, params);
  if (!source.ok) throw new Error(JSON.stringify(source.error));
  const one = source.value.all().find((candidate) => candidate.identity === identity);
  if (one === undefined) throw new Error(`no item ${identity}`);
  return one.build();
}
