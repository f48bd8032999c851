import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-segment-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SEGMENT = join(import.meta.dirname, '..', '..', '..', 'sync-server', 'safety', 'segment.ts');
/** Tries ten times to begin a segment, and says how often it could not, and how many more files are open than before. */
const TRIES = `
  import { readdirSync } from 'node:fs';
  const { openSegment } = await import(process.argv[1]);
  const open = () => readdirSync('/proc/self/fd').length;
  const before = open();
  let failed = 0;
  for (let i = 1; i <= 10; i += 1)
    await openSegment(process.argv[2], i, 1000).catch(() => (failed += 1));
  console.log(JSON.stringify([failed, open() - before]));
`;

test.runIf(process.platform === 'linux')(
  'a segment that cannot be begun on a full disk leaves no file behind, and none open',
  () => {
    // No file of that process may have a byte in it.
    const node = [process.execPath, '--input-type=module', '-e', TRIES, SEGMENT, folder];
    const run = spawnSync('prlimit', ['--fsize=0', ...node], { encoding: 'utf8' });
    expect([run.stdout, run.stderr]).toEqual(['[10,0]\n', '']);
    expect(readdirSync(folder)).toEqual([]);
  },
);
