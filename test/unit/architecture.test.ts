import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlantedTree, type Complaint } from '#test/support/planted-tree.ts';

/** [what is refused, file, code, the rule that refuses it]. The files must differ. */
type Violation = readonly [title: string, file: string, code: string, rule: string];

const IMPORTS = 'eslint(no-restricted-imports)';
const GLOBALS = 'eslint(no-restricted-globals)';
const PROPERTIES = 'eslint(no-restricted-properties)';

/** One planted import for every layer that a layer may not see, in both spellings. */
const refuses = (layer: string, ...others: readonly string[]): readonly Violation[] =>
  others.flatMap((other): Violation[] => [
    [
      `${layer} refuses ${other}, by its alias`,
      `src/${layer}/part/alias-${other}.ts`,
      `import { x } from '#${other}/deep/x.ts';\nexport const y = x;\n`,
      IMPORTS,
    ],
    [
      `${layer} refuses ${other}, by a relative path`,
      `src/${layer}/part/path-${other}.ts`,
      `export const y = () => import('../../${other}/deep/x.ts');\n`,
      IMPORTS,
    ],
  ]);

const refusesPackages = (folder: string, ...packages: readonly string[]): readonly Violation[] =>
  packages.map((name) => [
    `${folder} refuses the package ${name}`,
    `${folder}/package-${name.replaceAll(/\W/g, '-')}.ts`,
    `import * as all from '${name}';\nexport const y = all;\n`,
    IMPORTS,
  ]);

const pureRefuses = (folder: string): readonly Violation[] => {
  const plant = (title: string, name: string, expression: string, rule: string): Violation => [
    `${folder} refuses ${title}`,
    `${folder}/effect-${name}.ts`,
    `export const x = () => ${expression};\n`,
    rule,
  ];
  const globals = ['performance', 'crypto', 'fetch', 'setTimeout', 'window', 'document', 'process'];
  return [
    plant('the present time', 'now', 'Date.now()', PROPERTIES),
    plant('the present date', 'date', 'new Date()', 'ambient(no-present-date)'),
    plant('the present date as text', 'date-text', 'Date()', 'ambient(no-present-date)'),
    plant('chance', 'random', 'Math.random()', PROPERTIES),
    ...globals.map((name) => plant(name, name, `${name}`, GLOBALS)),
    plant('globals by a detour', 'global', 'globalThis.performance', GLOBALS),
    plant('promises', 'promise', 'Promise.resolve(1)', GLOBALS),
    [
      `${folder} refuses async functions`,
      `${folder}/effect-async.ts`,
      'export const x = async () => 1;\n',
      'oxc(no-async-await)',
    ],
  ];
};

const BROWSER = ['data', 'platform', 'state', 'ui', 'features', 'app', 'server', 'test'];

const violations: readonly Violation[] = [
  ...refuses('domain', 'protocol', 'content', ...BROWSER),
  ...refuses('protocol', 'content', ...BROWSER),
  ...refuses('content', ...BROWSER),
  ...refuses('data', 'ui', 'state', 'features', 'app', 'server', 'test'),
  ...refuses('platform', 'data', 'ui', 'state', 'features', 'app', 'server', 'test'),
  ...refuses('state', 'ui', 'features', 'app', 'server', 'test'),
  ...refuses('ui', 'domain', 'protocol', 'content', 'data', 'state', 'features', 'app'),
  ...refuses('ui', 'server', 'test'),
  ...refuses('features', 'app', 'server', 'test'),
  ...refuses('app', 'server', 'test'),
  ...refusesPackages('src/domain', 'typebox', 'react', 'rxdb', 'node:fs', 'fs'),
  ...refusesPackages('src/protocol', 'ajv', 'react', 'rxdb', 'node:crypto'),
  ...refusesPackages('src/content', 'typebox', 'react', 'node:fs'),
  ...['src/platform', 'src/state', 'src/ui', 'src/features/check', 'src/app'].flatMap((folder) =>
    refusesPackages(
      folder,
      'rxdb',
      'rxdb/plugins/core',
      'dexie',
      'rxjs',
      'rxjs/operators',
      'fastify',
    ),
  ),
  ...refusesPackages('src/data', 'node:fs', 'fastify', '@fastify/static'),
  ...pureRefuses('src/domain/rules'),
  ...pureRefuses('src/protocol'),
  [
    'a feature refuses another, by its alias',
    'src/features/check/one.ts',
    "export { x } from '#features/report/x.ts';\n",
    IMPORTS,
  ],
  [
    'a feature refuses another, by a relative path',
    'src/features/check/two.ts',
    "export { x } from '../report/x.ts';\n",
    IMPORTS,
  ],
  [
    'a feature refuses another, from a folder inside',
    'src/features/check/parts/three.ts',
    "export { x } from '../../report/x.ts';\n",
    IMPORTS,
  ],
  [
    'a feature refuses another, from a folder deep inside',
    'src/features/check/parts/small/four.ts',
    "export { x } from '../../../report/x.ts';\n",
    IMPORTS,
  ],
  ...BROWSER.slice(0, 6).flatMap((layer): Violation[] => [
    [
      `the server refuses ${layer}, by its alias`,
      `sync-server/usecases/alias-${layer}.ts`,
      `import { x } from '#${layer}/x.ts';\nexport const y = x;\n`,
      IMPORTS,
    ],
    [
      `the server refuses ${layer}, by a relative path`,
      `sync-server/cli/path-${layer}.ts`,
      `import { x } from '../../src/${layer}/x.ts';\nexport const y = x;\n`,
      IMPORTS,
    ],
  ]),
  ...refusesPackages('sync-server/http', 'rxdb', 'react', 'dexie', 'node:process'),
  [
    'server code refuses the environment outside main, config and cli',
    'sync-server/store/environment.ts',
    "export const x = process.env['DATA_DIR'];\n",
    GLOBALS,
  ],
  [
    'modules refuse to go in circles',
    'src/domain/circle-a.ts',
    "import { b } from './circle-b.ts';\nexport const a = () => b;\n",
    'import(no-cycle)',
  ],
  [
    'a switch refuses to forget a case, even with a default',
    'src/domain/switch.ts',
    "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n    default:\n      return 2;\n  }\n}\n",
    'typescript(switch-exhaustiveness-check)',
  ],
  [
    'a promise refuses to be forgotten',
    'src/data/forgotten.ts',
    'export function f(work: () => Promise<void>): void {\n  work();\n}\n',
    'typescript(no-floating-promises)',
  ],
  [
    'any is refused',
    'src/data/any.ts',
    'export const f = (x: any): string => x;\n',
    'typescript(no-explicit-any)',
  ],
  [
    'a suppression without its reason is refused',
    'src/data/unreasoned.ts',
    "// oxlint-disable-next-line no-console\nconsole.log('x');\n",
    'ambient(reasoned-suppression)',
  ],
  ['the console is refused', 'src/data/console.ts', "console.log('x');\n", 'eslint(no-console)'],
];

/** What every layer is for must pass, or a wall that refuses everything would pass this test as well. */
const allowed: Readonly<Record<string, string>> = {
  'src/domain/rules/fine.ts':
    "import { a } from '#domain/kernel/a.ts';\nimport { b } from '../kernel/b.ts';\nimport { c } from './c.ts';\nexport const at = (ms: number): Date => new Date(ms + a + b + c);\n",
  'src/protocol/fine.ts':
    "import Type from 'typebox';\nimport { Compile } from 'typebox/compile';\nimport { a } from '#domain/kernel/a.ts';\nexport const x = [Type, Compile, a];\n",
  'src/content/fine.ts':
    "import { a } from '#domain/kernel/a.ts';\nimport { b } from '#protocol/b.ts';\nexport const x = [a, b];\n",
  'src/data/fine.ts':
    "import { x } from 'rxdb/plugins/core';\nimport { y } from 'rxjs';\nimport { a } from '#domain/a.ts';\nimport { b } from '#protocol/b.ts';\nexport const z = [x, y, a, b];\n",
  'src/data/reasoned.ts':
    "// oxlint-disable-next-line no-console -- somebody looks there\nconsole.log('x');\nexport {};\n",
  'src/ui/part/fine.tsx':
    "import { useState } from 'react';\nimport { digitOf } from '#domain/kernel/digits.ts';\nimport { cx } from '../cx.ts';\nimport { y } from '#ui/y.ts';\nexport const z = [useState, digitOf, cx, y];\n",
  'src/features/check/parts/fine.tsx':
    "import { a } from '../screen.ts';\nimport { b } from '#ui/b.ts';\nimport { c } from '#data/c.ts';\nimport { d } from '#state/d.ts';\nimport { e } from '#domain/e.ts';\nimport { f } from '#platform/f.ts';\nexport const z = [a, b, c, d, e, f];\n",
  'src/app/fine.tsx':
    "import { a } from '#features/check/a.ts';\nimport { b } from '#data/b.ts';\nexport const z = [a, b];\n",
  'sync-server/usecases/fine.ts':
    "import { readFileSync } from 'node:fs';\nimport { a } from '#domain/a.ts';\nimport { b } from '#protocol/b.ts';\nimport { c } from '#content/c.ts';\nimport { d } from '#server/store/d.ts';\nexport const z = [readFileSync, a, b, c, d];\n",
  'sync-server/config.ts': 'export const port = process.env;\n',
  'sync-server/cli/fine.ts': "console.log('done');\nprocess.exitCode = 0;\n",
  'test/unit/fine.ts':
    "import { a } from '#data/a.ts';\nimport { b } from '#server/b.ts';\nexport const z = [a, b];\n",
};

describe('the walls between layers, as the linter holds them', () => {
  let tree: PlantedTree;
  let complaints: readonly Complaint[];

  beforeAll(() => {
    const planted = Object.fromEntries(violations.map(([, file, code]) => [file, code]));
    tree = new PlantedTree({
      ...planted,
      ...allowed,
      'src/domain/circle-b.ts':
        "import { a } from './circle-a.ts';\nexport const b = (): unknown => a;\n",
      'src/data/stale.ts': '// oxlint-disable-next-line no-console\nexport const x = 1;\n',
    });
    complaints = tree.lint();
  });
  afterAll(() => tree.remove());

  it('plants every violation in a file of its own', () => {
    expect(new Set(violations.map(([, file]) => file)).size).toBe(violations.length);
  });

  it.each(violations)('%s', (_title, file, _code, rule) => {
    const rules = complaints.filter((complaint) => complaint.file === file).map((c) => c.rule);
    expect(rules).toContain(rule);
  });

  it.each(Object.keys(allowed))('%s may do what its layer is for', (file) => {
    expect(complaints.filter((complaint) => complaint.file === file)).toEqual([]);
  });

  it('a suppression that suppresses nothing is refused', () => {
    expect(complaints.filter(({ file }) => file === 'src/data/stale.ts')).not.toEqual([]);
  });

  it('says in its message what to do instead', () => {
    const text = (name: string) =>
      complaints.find(({ file }) => file === `src/domain/rules/effect-${name}.ts`)?.text;
    expect(text('now')).toContain('take the moment as a parameter');
    expect(text('random')).toContain('takes random as a parameter');
    expect(text('fetch')).toContain('src/platform');
  });
});

describe('the walls between layers, as the compiler holds them', () => {
  const planted = {
    'src/domain/dom.ts': 'export const x = document.title;\n',
    'src/protocol/dom.ts': 'export const x = localStorage;\n',
    'src/content/timer.ts': 'export const x = setTimeout;\n',
    'src/ui/node.ts': 'export const x = Buffer;\n',
    'sync-server/dom.ts': 'export const x = document.title;\n',
    'src/domain/upward.ts': "export { x } from '../protocol/fine.ts';\n",
    'sync-server/into-app.ts': "export { x } from '../src/ui/other.ts';\n",
  };
  let tree: PlantedTree;
  let errors: readonly string[];

  beforeAll(() => {
    tree = new PlantedTree({
      ...planted,
      'src/domain/fine.ts': 'export const x = 1;\n',
      'src/protocol/fine.ts': "export { x } from '#domain/fine.ts';\n",
      'src/content/fine.ts': "export { x } from '#protocol/fine.ts';\n",
      'src/ui/fine.ts':
        "import { x } from '#content/fine.ts';\nexport const y = [document.title, x];\n",
      'sync-server/fine.ts':
        "import { x } from '#protocol/fine.ts';\nexport const y = [process.pid, x];\n",
      'test/fine.ts':
        "export { y } from '#server/fine.ts';\nexport { y as z } from '#ui/fine.ts';\n",
    });
    errors = tree.compile();
  });
  afterAll(() => tree.remove());

  it.each(Object.keys(planted))('%s does not compile', (file) => {
    expect(errors.filter((line) => line.startsWith(file))).not.toEqual([]);
  });

  it('every alias leads where it says', () => {
    expect(errors.filter((line) => line.includes('fine.ts('))).toEqual([]);
  });
});
