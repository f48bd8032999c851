/** `school import`, as the person at the server's computer meets it: each file ends in words. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SchoolBody } from '#domain/model/documents.ts';
import { DATABASE } from '#server/data-folder.ts';
import { newSealingKey } from '#server/crypto/sealing-key.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import { enrolTablet, openTestServer, setUpSchool } from '#test/support/server-harness.ts';
import { checkEvent, makeClass } from '#test/support/server-class.ts';
import { damaged, inLines, rescueOf } from '#test/support/rescue-files.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const NODE = join(ROOT, 'node_modules', '.bin', 'node');

let dataDir: string;
let tablet: TestDevice;
let student: string;
let key: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'nine-of-ten-import-'));
  const server = await openTestServer({ path: join(dataDir, DATABASE) });
  const admin = await setUpSchool(server);
  const { group, students } = await makeClass(admin, 1);
  student = students[0] ?? '';
  await server.settle();
  tablet = await enrolTablet(server, admin, [group]);
  await admin.pull();
  key = admin.body<SchoolBody>('school')?.key ?? '';
  await server.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function importText(text: string): { code: number | null; lines: string[] } {
  const path = join(dataDir, 'file.rescue');
  writeFileSync(path, text);
  const args = [join(ROOT, 'sync-server', 'cli', 'school.ts'), 'import', path];
  const env = { ...process.env, DATA_DIR: dataDir };
  const run = spawnSync(NODE, args, { env, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return { code: run.status, lines: run.stdout.trimEnd().split('\n') };
}
const rescue = (count: number) =>
  rescueOf(
    tablet,
    key,
    inLines(
      Array.from({ length: count }, () => checkEvent(tablet, student)),
      1,
    ),
  );

const FROM = 'From "Tablet 7":';
const CUT = 'The end of the file is missing. Save it on the device again, if you can.';

test('a whole file comes in, a second time it had been here before', async () => {
  const { text } = await rescue(3);
  expect(importText(text)).toEqual({
    code: 0,
    lines: [FROM, '3 results came in. 0 results had been here before.'],
  });
  expect(importText(text)).toEqual({
    code: 0,
    lines: [FROM, '0 results came in. 3 results had been here before.'],
  });
});

test('a file that was put together twice loses nothing and counts nothing twice', async () => {
  const { text } = await rescue(2);
  expect(importText(text + text)).toEqual({
    code: 0,
    lines: [FROM, '2 results came in. 2 results had been here before.'],
  });
});

test('a file that was cut gives what is in it, and says that its end is missing', async () => {
  const { text, lines } = await rescue(3);
  const cut = text.slice(0, text.indexOf(lines[2] ?? '') + 30);
  expect(importText(cut)).toEqual({
    code: 1,
    lines: [
      FROM,
      '2 results came in. 0 results had been here before.',
      '1 line could not be opened: cut, changed, or of another school.',
      CUT,
    ],
  });
});

test('a line that was changed by one character is named, the others come in', async () => {
  const { text, lines } = await rescue(3);
  expect(importText(text.replace(lines[1] ?? '', damaged(lines[1] ?? '')))).toEqual({
    code: 1,
    lines: [
      FROM,
      '2 results came in. 0 results had been here before.',
      '1 line could not be opened: cut, changed, or of another school.',
    ],
  });
});

test('what belongs elsewhere or was made by another program is turned away in one sentence', async () => {
  const { text, header } = await rescue(1);
  const foreign = await rescueOf(
    tablet,
    newSealingKey().publicKey,
    [[checkEvent(tablet, student)]],
    {
      school: newId(),
    },
  );
  const newer = text.replace('"v":1', '"v":2');
  for (const [file, sentence] of [
    [foreign.text, 'This file belongs to another school. Nothing was read.'],
    [
      newer,
      'This file was made by a newer version of Nine of Ten. Update the server, then import it again. Nothing was read.',
    ],
    ['', 'This is not a rescue file of Nine of Ten. Nothing was read.'],
    ['name,age\nA,7\n', 'This is not a rescue file of Nine of Ten. Nothing was read.'],
    [
      JSON.stringify({ ...header, clock: null }),
      'This is not a rescue file of Nine of Ten. Nothing was read.',
    ],
  ] as const)
    expect(importText(file)).toEqual({ code: 1, lines: [sentence] });
});

test('a name that would steer the terminal is shown without that', async () => {
  const made = await rescueOf(tablet, key, [[checkEvent(tablet, student)]], {
    deviceName: '\u001B[2JTablet\r\n\u202E7',
  });
  expect(importText(made.text).lines[0]).toBe('From "[2JTablet7":');
});

test('a hundred thousand lines are read to the last one', async () => {
  const { lines, header } = await rescue(200);
  const filling = Array.from({ length: 100_000 - 2 * lines.length }, (_, i) => `1.x${i}`);
  const all = [...lines, ...filling, ...lines];
  const text = [JSON.stringify({ ...header, lines: all.length }), ...all, `{"end":${all.length}}`];
  expect(importText(text.join('\n'))).toEqual({
    code: 1,
    lines: [
      FROM,
      '200 results came in. 200 results had been here before.',
      '99600 lines could not be opened: cut, changed, or of another school.',
    ],
  });
}, 120_000);

test('a file that is not there is said to be not there', () => {
  const args = [join(ROOT, 'sync-server', 'cli', 'school.ts'), 'import', join(dataDir, 'nothing')];
  const run = spawnSync(NODE, args, {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  expect([run.status, run.stdout]).toEqual([1, `There is no file ${join(dataDir, 'nothing')}.\n`]);
});
