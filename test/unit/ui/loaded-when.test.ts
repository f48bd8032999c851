import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import config from '../../../.linguirc.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const MAIN = 'src/app/main.tsx';
const TODAY = 'src/features/today/today-screen.tsx';
/** Loaded when a child asks to end a check for good, and with the screens of grown-ups; not before. */
const ASKED_FOR = ['src/ui/layout/sure-dialog.tsx', 'src/ui/i18n/aria-locale.tsx'];

const IMPORT = /(?:^(?:import|export)(?! type)[^'";]*?from |^import |import\()'([^']+)'/gmu;
/** Of these, what comes later. */
const LATER = /import\('[^']+'\)/gu;
const FOR_STAFF = /staffScreen\(\s*async \(\) =>\s*\(await import\('[^']+'\)\)/gu;

/** What a file brings along, now or later, apart from what is left out of its text. */
function importsOf(file: string, leftOut: RegExp): string[] {
  const code = readFileSync(join(ROOT, file), 'utf8').replaceAll(leftOut, '');
  return [...code.matchAll(IMPORT)].flatMap(([, name = '']) => {
    if (name.startsWith('#')) return [`src/${name.slice(1)}`];
    if (name.startsWith('.')) return [relative(ROOT, join(ROOT, dirname(file), name))];
    return [name];
  });
}

/** All that these files bring along. */
function reached(
  from: readonly string[],
  leftOut: RegExp,
  without: readonly string[] = [],
): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || without.includes(name)) return;
    found.add(name);
    if (/^src\/.*\.tsx?$/u.test(name)) importsOf(name, leftOut).forEach(visit);
  };
  from.forEach(visit);
  return found;
}

/** All that can be reached from the start of the app without the screens of grown-ups. */
const onChildsWay = (without?: readonly string[]): Set<string> =>
  reached([MAIN], FOR_STAFF, without);
const isOfReactAria = (name: string): boolean => name.startsWith('react-aria');

const staffTexts = (config.catalogs ?? [])
  .flatMap(({ path, include }) => (path.includes('/staff/') ? include : []))
  .map((place) => place.replace('<rootDir>/', ''));

it('a child meets no text of the catalogue that only staff load', () => {
  const all = [...onChildsWay()];
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
  expect([...onChildsWay(ASKED_FOR)].filter(isOfReactAria)).toEqual([]);
});

it('the first screen of staff does not wait for React Aria', () => {
  const first = reached([MAIN, 'src/app/staff-area.tsx', TODAY], LATER);
  expect([...first]).toContain('src/features/sync/sync-status.tsx');
  expect([...first].filter(isOfReactAria)).toEqual([]);
});

it('what everybody loads first brings the icons of its own screens, and not those of the whole app', () => {
  const first = [...reached([MAIN], LATER)];
  const icons = first.filter((name) => name.startsWith('lucide-react'));
  expect(icons.length).toBeGreaterThan(2);
  // The list of all icons would bring every icon that any screen draws.
  expect(icons).not.toContain('lucide-react');
  expect(icons).not.toContain('lucide-react/icons/clipboard-list');
});
