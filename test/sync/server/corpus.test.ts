/** Events of every released version, for ever: `test/corpus/events` holds one file a release, and none of them changes. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KINDS } from '#protocol/kinds.ts';
import { readCorpus } from '#test/corpus/corpus-file.ts';
import { replay } from '#test/corpus/replay.ts';
import { deriveState, compareState } from '#server/usecases/rebuild.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'corpus', 'events');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ndjson'));

test('there is a corpus, and every file of it says which version it is of', () => {
  expect(files).toContain('v1.ndjson');
  expect(files.filter((name) => !/^v[1-9]\d*\.ndjson$/u.test(name))).toEqual([]);
});

test.for(files)(
  '[P2] every event of %s is taken as it was then, and makes the same state',
  async (file) => {
    const corpus = readCorpus(join(FOLDER, file));
    const { server, outcomes, fold, issues } = await replay(corpus);
    expect(outcomes).toEqual(corpus.sent.map(({ outcome }) => outcome));
    expect(issues).toEqual(corpus.issues);
    // The summaries first: they say in what a document differs, the hashes that it does.
    const text = (lines: typeof fold): string[] => lines.map(({ key, says }) => `${key}: ${says}`);
    expect(text(fold)).toEqual(text(corpus.fold));
    expect(fold).toEqual(corpus.fold);
    const { store, log } = server.world;
    const school = corpus.school.id;
    const rebuilt = await deriveState(store, school, corpus.courses, log);
    expect(await compareState(store, school, rebuilt)).toEqual({
      documents: [],
      extra: [],
      issues: 0,
      memberships: 0,
    });
    await server.close();
  },
);

test('every kind and version of a body that this build writes is in the corpus, at least twice', () => {
  const times = new Map<string, number>();
  for (const { row } of files.flatMap((file) => readCorpus(join(FOLDER, file)).sent)) {
    const { kind, kv } = JSON.parse(row.text) as { kind: string; kv: number }; // as a client wrote it
    times.set(`${kind} ${kv}`, (times.get(`${kind} ${kv}`) ?? 0) + 1);
  }
  const rare = Object.entries(KINDS)
    .map(([kind, { version }]) => `${kind} ${version}`)
    .filter((name) => (times.get(name) ?? 0) < 2);
  expect(rare).toEqual([]);
});
