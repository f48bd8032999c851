import { describe, expect, it } from 'vitest';
import { compareBuild, versionOf } from '#features/devices/app-version.ts';
import { keepingOf } from '#features/devices/device-storage.ts';
import { byReason, heldLines, type HeldEntry } from '#features/devices/held-export.ts';

describe('the version of the app on a device', () => {
  it.each([
    ['0.9.0+abc', '0.10.0+abc', 'older'],
    ['1.0.0+abc', '0.10.0+abc', 'newer'],
    ['0.1.0+abc', '0.1.0+abc', 'same'],
    ['0.1.0+abc', '0.1.0+def', 'other'],
    ['test', '0.1.0', 'older'],
  ] as const)('%s beside %s is %s', (theirs, ours, answer) => {
    expect(compareBuild(theirs, ours)).toBe(answer);
  });

  it('is told without the name of the build', () => {
    expect(versionOf('0.1.0+4f2a')).toBe('0.1.0');
  });
});

describe('how a device keeps its data', () => {
  const storage = { persisted: true, usage: 10, quota: 100, temporary: null };

  it('names the worst that is known', () => {
    expect(keepingOf(null).state).toBe('unknown');
    expect(keepingOf(storage).state).toBe('promised');
    expect(keepingOf({ ...storage, persisted: false }).state).toBe('may-erase');
    expect(keepingOf({ ...storage, usage: 91 })).toEqual({
      state: 'almost-full',
      usage: 91,
      quota: 100,
    });
    expect(keepingOf({ ...storage, usage: 91, temporary: true }).state).toBe('temporary');
  });

  it('claims nothing where the browser does not say', () => {
    const silent = { persisted: null, usage: null, quota: null, temporary: null };
    expect(keepingOf(silent).state).toBe('unknown');
  });
});

describe('entries that do not count', () => {
  const entry = (id: string, code: string, moment: number): HeldEntry => ({
    id,
    state: 'held',
    code,
    kind: 'check',
    about: 'student/a',
    by: 'student/a',
    device: 'd',
    deviceName: 'Tablet 1',
    moment,
    receivedAt: moment,
    text: '{"v":1}',
  });
  const entries = [entry('a', 'rare', 3), entry('b', 'often', 1), entry('c', 'often', 2)];

  it('stand together by reason, the most frequent first, the newest on top', () => {
    const ids = byReason(entries).map((group) => group.entries.map(({ id }) => id));
    expect(ids).toEqual([['c', 'b'], ['a']]);
  });

  it('are saved one a line, each whole', () => {
    const lines = heldLines(entries).trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(entries);
  });
});
