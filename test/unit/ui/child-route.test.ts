import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import config from '../../../.linguirc.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const MAIN = 'src/app/main.tsx';
/** Loaded when a child asks to stop a check for good, and with the screens of grown-ups; not before. */
const ASKED_FOR = ['src/features/student/stop-dialog.tsx', 'src/ui/i18n/aria-locale.tsx'];

const IMPORT = /(?:^(?:import|export)(?! type)[^'";]*?from |^import |import\()'([^']+)'/gmu;
const FOR_STAFF = /staffScreen\(\s*async \(\) =>\s*\(await import\('[^']+'\)\)/gu;

/** What a file brings along, now or later, apart from the screens of grown-ups. */
function importsOf(file: string): string[] {
  const code = readFileSync(join(ROOT, file), 'utf8').replaceAll(FOR_STAFF, '');
  return [...code.matchAll(IMPORT)].flatMap(([, name = '']) => {
    if (name.startsWith('#')) return [`src/${name.slice(1)}`];
    if (name.startsWith('.')) return [relative(ROOT, join(ROOT, dirname(file), name))];
    return [name];
  });
}

/** All that can be reached from the start of the app without the screens of grown-ups. */
function reached(without: readonly string[] = []): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || without.includes(name)) return;
    found.add(name);
    if (/^src\/.*\.tsx?$/u.test(name)) importsOf(name).forEach(visit);
  };
  visit(MAIN);
  return found;
}

const staffTexts = (config.catalogs ?? [])
  .flatMap(({ path, include }) => (path.includes('/staff/') ? include : []))
  .map((place) => place.replace('<rootDir>/', ''));

it('a child meets no text of the catalogue that only staff load', () => {
  const all = [...reached()];
  expect(all).toContain('src/features/check/question-view.tsx');
  expect(all).toContain('src/features/student/my-shelf.tsx');
  expect(staffTexts.length).toBeGreaterThan(20);
  const isStaffs = (file: string): boolean =>
    staffTexts.some((place) => file === place || file.startsWith(`${place}/`));
  const withText = all.filter(
    (file) =>
      isStaffs(file) &&
      /lingui\/(?:react|core)\/macro/u.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(withText).toEqual([]);
});

it('nothing of React Aria is loaded on the way of a child', () => {
  expect([...reached(ASKED_FOR)].filter((name) => name.startsWith('react-aria'))).toEqual([]);
});
