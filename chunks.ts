/**
 * What is loaded together becomes one file: a hundred small ones cost more in names and lost compression than in code that is not
 * needed yet. Each chunk is all that its screens import, without what an earlier chunk has; what no chunk holds is split by itself.
 * So a library that is one list of many things (icons) is imported thing by thing.
 */
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, 'src');

const DOOR = ['app/student-area.tsx', 'features/student/who-are-you-screen.tsx'];
const CHECK = [
  'features/student/my-objectives-screen.tsx',
  'features/check/check-screen.tsx',
  'state/check-start.ts',
];
const STAFF = ['app/staff-area.tsx', 'features/today/today-screen.tsx', 'ui/i18n/aria-locale.tsx'];

/** In order: a module is in the first chunk that asks for it; with two lists it is in both of them. */
const CHUNKS: ReadonlyArray<readonly [name: string, ...of: ReadonlyArray<readonly string[]>]> = [
  ['app', ['app/main.tsx']],
  ['data', ['data/open-data.ts']],
  ['shared', [...DOOR, ...CHECK], STAFF],
  ['results', [...DOOR, ...CHECK], ['features/dashboard/overview-screen.tsx']],
  ['door', DOOR],
  ['check', CHECK],
  ['staff', STAFF],
  ['dialog', ['ui/layout/dialog.tsx']],
];

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** Everything that these files import, at once and not later. */
function closureOf(files: readonly string[], graph: Graph): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    graph.getModuleInfo(id)?.importedIds.forEach(visit);
  };
  files.forEach((file) => visit(join(SOURCES, file)));
  return found;
}

/** The name of the chunk that a module belongs to, or null; for one build. */
export function chunkNames(): (id: string, graph: Graph) => string | null {
  let chunks: ReadonlyArray<{
    readonly name: string;
    readonly has: (id: string) => boolean;
  }> | null = null;
  return (id, graph) => {
    chunks ??= CHUNKS.map(([name, ...lists]) => {
      const closures = lists.map((files) => closureOf(files, graph));
      return { name, has: (one) => closures.every((closure) => closure.has(one)) };
    });
    return chunks.find(({ has }) => has(id))?.name ?? null;
  };
}
