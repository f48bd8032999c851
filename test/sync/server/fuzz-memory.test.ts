import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const NODE = join(ROOT, 'node_modules', '.bin', 'node');
const REQUESTS = process.env['FUZZ_REQUESTS'] ?? '240';
/** What a part may leave behind: caches that are bounded, compiled code. A leak of one body a request is more than that. */
const BOUND = 24 * 1024 * 1024;

test('memory does not grow with what is sent', () => {
  const child = join(ROOT, 'test', 'support', 'fuzz', 'memory-child.ts');
  const run = spawnSync(NODE, ['--expose-gc', child, REQUESTS], { encoding: 'utf8' });
  expect([run.status, run.status === 0 ? '' : run.stderr]).toEqual([0, '']);
  const used = JSON.parse(run.stdout) as number[]; // written by our own child
  expect(used).toHaveLength(6);
  const [, warm = 0] = used;
  expect(used.slice(2).every((bytes) => bytes - warm < BOUND)).toBe(true);
}, 300_000);
