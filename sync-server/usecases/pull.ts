/** One page of state for a device: its scope, in the order of commits, never a part of a commit (PROTOCOL 10, 11). */
import type { PullAnswer, StateDocument } from '#protocol/pull.ts';
import type { Reading, Store } from '../store/port.ts';
import type { EpochRow, StateRow } from '../store/rows.ts';
import { isOurs } from './history.ts';
import { scopeName, tagsOfDevice } from './scope.ts';

export interface PullQuestion {
  readonly epoch: string;
  readonly seq: number;
  /** As the last answer named it; "" at first. */
  readonly scope: string;
  readonly limit: number;
}
export type PullPage = Pick<PullAnswer, 'seq' | 'scope' | 'upTo' | 'reset' | 'documents' | 'last'>;

/** Cuts a page of more than `limit` rows before the commit that would be split; a commit larger than a page comes whole. */
async function wholeCommits(
  reading: Reading,
  school: string,
  tags: readonly string[],
  rows: readonly StateRow[],
  limit: number,
): Promise<readonly StateRow[]> {
  const cut = rows[limit]?.seq;
  if (cut === undefined) return rows;
  const whole = rows.filter(({ seq }) => seq < cut);
  return whole.length > 0 ? whole : reading.commitOf(school, tags, cut);
}

const toDocument = ({ key, kind, seq, body }: StateRow): StateDocument => ({
  key,
  kind,
  seq,
  body,
});

async function page(
  reading: Reading,
  school: string,
  epochs: readonly EpochRow[],
  tags: readonly string[],
  question: PullQuestion,
): Promise<PullPage> {
  const { seq } = await reading.counters(school);
  const scope = scopeName(tags);
  const known =
    question.scope === scope && isOurs(epochs, 'seq', question.epoch, question.seq, seq);
  const after = known ? question.seq : 0;
  const found = await reading.page(school, tags, after, question.limit + 1);
  const rows = await wholeCommits(reading, school, tags, found, question.limit);
  const isLast = rows.length === found.length && found.length <= question.limit;
  return {
    seq,
    scope,
    upTo: isLast ? seq : (rows.at(-1)?.seq ?? seq),
    ...(known ? {} : { reset: true }),
    documents: rows.map(toDocument),
    ...(isLast ? { last: await reading.scopeSum(school, tags) } : {}),
  };
}

/** @returns undefined where the device is not there */
export async function pull(
  store: Store,
  asker: {
    readonly school: string;
    readonly device: string;
    readonly epochs: readonly EpochRow[];
    readonly now: number;
  },
  question: PullQuestion,
): Promise<PullPage | undefined> {
  return store.read(async (reading) => {
    const device = await reading.device(asker.school, asker.device);
    if (device === undefined) return undefined;
    const tags = await tagsOfDevice(reading, asker.school, device, asker.now);
    return page(reading, asker.school, asker.epochs, tags, question);
  });
}
