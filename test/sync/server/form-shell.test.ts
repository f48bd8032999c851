/** `npm run form`, as somebody meets it who checks forms without a tablet: real processes, real files. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlainForm, PlainGrade } from '#domain/items/plain-form.ts';
import { checkedObjectives } from '#test/support/objective-rows.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const NODE = join(ROOT, 'node_modules', '.bin', 'node');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-form-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly fault: string;
}

function form(...words: readonly string[]): Ran {
  const args = [join(ROOT, 'sync-server', 'cli', 'form.ts'), ...words];
  const { status, stdout, stderr } = spawnSync(NODE, args, { encoding: 'utf8', cwd: folder });
  return { code: status, out: stdout, fault: stderr };
}

/** What was printed, and nothing beside it. */
function data<T>(...words: readonly string[]): T {
  const { code, out, fault } = form(...words, '--json');
  expect({ code, fault }).toEqual({ code: 0, fault: '' });
  return JSON.parse(out) as T; // the shape is what the tests look at
}

function answers(list: unknown): string {
  const path = join(folder, 'answers.json');
  writeFileSync(path, typeof list === 'string' ? list : JSON.stringify(list));
  return path;
}

const decimals = checkedObjectives.find(
  ({ check, unit }) => check.family === 'decimal-arithmetic' && unit !== '',
);

test('the npm script runs this program', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  expect(scripts['form']).toBe('node sync-server/cli/form.ts');
});

test('with npm run -s the answer is JSON and nothing else, and whoever leaves -s out is told of it', () => {
  const words = ['run', '-s', 'form', '--', '--objective', 'gcf', '--seed', '7', '--json'];
  const { status, stdout } = spawnSync('npm', words, {
    encoding: 'utf8',
    cwd: ROOT,
    shell: process.platform === 'win32',
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual(data('--objective', 'gcf', '--seed', '7'));
  expect(form().fault).toContain('Without -s npm prints lines of its own');
});

test('every objective with a check is listed, with its rule', () => {
  interface Row {
    readonly id: string;
    readonly rule: string;
  }
  const { objectives } = data<{ readonly objectives: readonly Row[] }>('--list');
  expect(objectives.map(({ id }) => id)).toEqual(checkedObjectives.map(({ id }) => id));
  expect(objectives.find(({ id }) => id === 'gcf')).toEqual({
    id: 'gcf',
    course: 'late-elementary-math-1',
    unit: 'factoring',
    title: 'Find the greatest common factor of two numbers up to 60',
    rule: '4 of 5 right, within 8 minutes',
  });
  const { out } = form('--list', '--locale', 'es');
  expect(out.split('\n').find((row) => row.startsWith('gcf '))).toMatch(
    /^gcf +Hallar el máximo común divisor de dos números hasta 60: 4 de 5 correctas, en un máximo de 8 minutos$/u,
  );
});

test('the same seed prints the same form, another seed another one', () => {
  const first = data<PlainForm>('--objective', 'ops-parens', '--seed', '1');
  expect(data<PlainForm>('--objective', 'ops-parens', '--seed', '1')).toEqual(first);
  expect(data<PlainForm>('--objective', 'ops-parens', '--seed', '2')).not.toEqual(first);
  expect(first).toMatchObject({
    objective: 'ops-parens',
    family: 'expression',
    version: 1,
    seed: '1',
    locale: 'en',
    rule: { correct: 9, of: 10, minutes: 6 },
  });
  expect(first.items).toHaveLength(10);
  for (const item of first.items) {
    expect(item).toMatchObject({ answerKind: 'integer' });
    expect(item.prompt).toMatch(/^[\d ()×÷−+]+ = __$/u);
    expect(item.tags.some((tag) => tag.startsWith('form:'))).toBe(true);
  }
});

test('a form is printed in Spanish, with decimals as Spanish writes them', () => {
  const id = decimals?.id ?? '';
  const words = ['--objective', id, '--seed', '3', '--locale', 'es'];
  const { items } = data<PlainForm>(...words);
  const withComma = items.filter(({ accepted }) => accepted.some((raw) => raw.includes(',')));
  expect(withComma.length).toBeGreaterThan(0);
  expect(items.map(({ prompt }) => prompt).join(' ')).toMatch(/\d,\d/u);
});

test('without --json it is text to read, with the answers', () => {
  const { code, out } = form('--objective', 'gcf', '--seed', '3', '--locale', 'es');
  expect(code).toBe(0);
  expect(out).toContain('Hallar el máximo común divisor');
  expect(out.match(/Respuesta: \d+ \[integer/gu)).toHaveLength(5);
});

test('right answers are graded as right, and the rule as met', () => {
  const words = ['--objective', 'compare-powers', '--seed', '11'];
  const { items } = data<PlainForm>(...words);
  const file = answers(items.map(({ accepted }) => ` ${accepted[0]} `));
  const graded = data<PlainGrade>(...words, '--grade', file);
  expect(graded).toMatchObject({ correct: 10, of: 10, needed: 9, met: true });
  expect(form(...words, '--grade', file).out).toContain('10 of 10, 9 needed: met');
});

test('wrong, blank and unreadable answers are told apart, with the mistake', () => {
  const words = ['--objective', 'square-to-12', '--seed', '5'];
  const { items } = data<PlainForm>(...words);
  const [first = '', ...rest] = items.map(({ accepted }) => accepted[0] ?? '');
  const doubled = String(2 * Math.sqrt(Number(rest[0])));
  const file = answers([first, doubled, 'many', '']);
  const graded = data<PlainGrade>(...words, '--grade', file);
  expect(graded.results.map(({ verdict }) => verdict)).toEqual([
    'right',
    'wrong',
    'unreadable',
    ...Array.from({ length: 7 }, () => 'blank'),
  ]);
  expect(graded.results[1]).toMatchObject({ item: 2, answer: doubled });
  expect(graded.results[1]?.tags).toContain('base-times-exponent');
  expect(graded).toMatchObject({ correct: 1, of: 10, needed: 9, met: false });
});

test.each([
  [['--objective', 'flying', '--seed', '1'], 1, 'form.unknown-objective'],
  [['--objective', 'gcf', '--seed', '1.5'], 1, 'form.bad-seed'],
  [['--objective', 'gcf', '--seed', '1', '--locale', 'fr'], 1, 'form.bad-locale'],
  [['--objective', 'gcf', '--seed', '1', '--grade', 'nowhere.json'], 1, 'form.unreadable-file'],
  [['--objective', 'gcf'], 2, 'Usage'],
  [['--list', '--seed', '1'], 2, 'Usage'],
  [['--objective', 'gcf', '--seed', '1', '--fast'], 2, 'Usage'],
] as const)('%j ends with a code and nothing printed', (words, code, fault) => {
  const ran = form(...words);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.fault).toContain(fault);
  expect(ran.fault).not.toContain('    at ');
});

test.each([
  ['no list', '{"1": "2"}', 'form.bad-answers'],
  ['six answers to five items', '["1","2","3","4","5","6"]', 'form.too-many-answers'],
])('a file with %s is refused', (_, text, code) => {
  const ran = form('--objective', 'gcf', '--seed', '1', '--grade', answers(text));
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.fault).toContain(code);
});
