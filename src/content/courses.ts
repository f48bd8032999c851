import { assert } from '#domain/kernel/assert.ts';
import type { Course } from '#domain/model/course.ts';
import { loadPack } from './load-pack.ts';
import earlyElementary from './packs/early-elementary-math.json' with { type: 'json' };
import lateElementary from './packs/late-elementary-math-1.json' with { type: 'json' };
import lateElementaryTwo from './packs/late-elementary-math-2.json' with { type: 'json' };
import spanishOral from './packs/spanish-interpersonal-oral.json' with { type: 'json' };

const packs: readonly unknown[] = [earlyElementary, lateElementary, lateElementaryTwo, spanishOral];

let loaded: readonly Course[] | null = null;

/** The courses that come with the product, read once. A fault in one of them is a bug, and throws. */
export function builtInCourses(): readonly Course[] {
  loaded ??= packs.map((pack) => {
    const result = loadPack(pack);
    assert(result.ok, `a built-in pack loads: ${JSON.stringify(result)}`);
    return result.value.course;
  });
  return loaded;
}
