import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLines } from '#server/safety/read-lines.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-lines-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function linesOf(text: string, most?: number): Promise<readonly string[]> {
  const path = join(folder, 'file');
  writeFileSync(path, text);
  return Array.fromAsync(readLines(path, most));
}

test('a line ends at a line feed and at nothing else', async () => {
  const first = 'a\u2028b\u2029c\u0085d\re\vf\fg';
  expect(await linesOf(`${first}\n\nlast`)).toEqual([first, '', 'last']);
  expect(await linesOf('whole\n')).toEqual(['whole']);
  expect(await linesOf('')).toEqual([]);
});

test('lines are whole wherever the pieces of the file end, also within a letter', async () => {
  const lines = Array.from({ length: 9 }, (_, i) => 'ñ\u2028€😀'.repeat(5000 + i));
  expect(await linesOf(`x${lines.join('\n')}`)).toEqual([`x${lines[0]}`, ...lines.slice(1)]);
});

test('a line of more than memory may hold is empty, and the lines after it are read', async () => {
  expect(await linesOf(`ab\n${'z'.repeat(200_000)}\ncd\nabc`, 3)).toEqual(['ab', '', 'cd', 'abc']);
});
