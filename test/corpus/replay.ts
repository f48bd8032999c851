/** Sends the events of a corpus file to a fresh server, as their devices did, and reads what became of them. */
import type { DeviceClock } from '#protocol/answer.ts';
import type { EventRow } from '#protocol/event.ts';
import type { PushAnswer, PushResult } from '#protocol/push.ts';
import { addCredential } from '#server/usecases/enrolment.ts';
import { readIncoming } from '#server/usecases/incoming.ts';
import { ingest } from '#server/usecases/ingest.ts';
import { openTestServer, type TestServer } from '#test/support/server-harness.ts';
import {
  hashOf,
  summaryOf,
  type Corpus,
  type FoldLine,
  type IssueLine,
  type SentLine,
} from './corpus-file.ts';

export interface Replayed {
  readonly server: TestServer;
  /** Of each event, in order. */
  readonly outcomes: readonly string[];
  readonly fold: readonly FoldLine[];
  readonly issues: readonly IssueLine[];
}

/** A server that knows the school, its devices and their keys, and nothing that happened. Close it. */
async function openAlike(corpus: Pick<Corpus, 'school' | 'courses' | 'devices' | 'grants'>) {
  const { school, courses, devices, grants } = corpus;
  const server = await openTestServer({ packs: courses, now: school.createdAt });
  const cookies = await server.store.write(async (writing) => {
    await writing.addSchool(school);
    for (const grant of grants) await writing.addGrant(school.id, grant);
    const made = new Map<string, string>();
    for (const device of devices) {
      await writing.addDevice(school.id, device);
      if (device.kind === 'server') continue;
      const token = await addCredential(writing, school.id, device.createdAt, device.id);
      made.set(device.id, `nine-of-ten=${school.id}.${token}`);
    }
    return made;
  });
  await server.world.open(school);
  return { server, cookies };
}

type Said = Pick<PushResult, 'outcome' | 'code'>;

async function push(
  server: TestServer,
  cookie: string,
  clock: DeviceClock,
  row: EventRow,
): Promise<Said> {
  const sender = server.newDevice();
  sender.cookie = cookie;
  const answer = await sender.post<PushAnswer>('/api/events', { clock, events: [row] });
  return only(answer.results);
}

/** The server's own events never travel: it writes them in the transaction that causes them. */
async function write(
  server: TestServer,
  { device, now, clock, row }: Omit<SentLine, 'is' | 'outcome'>,
): Promise<Said> {
  const incoming = readIncoming(row);
  if (incoming === undefined) throw new Error('Not an event of the server');
  const school = server.school().row.id;
  const events = [incoming];
  const { results } = await server.store.write((writing) =>
    ingest(writing, { school, device, clock, now, epochs: [], events }),
  );
  return only(results);
}

function only(results: readonly PushResult[]): PushResult {
  const [result] = results;
  if (result === undefined) throw new Error('The answer names no event');
  return result;
}

/** Every event in a request of its own, at the time and by the clock that are written beside it. */
export async function replay(
  corpus: Pick<Corpus, 'school' | 'courses' | 'devices' | 'grants'> & {
    readonly sent: readonly Omit<SentLine, 'outcome'>[];
  },
): Promise<Replayed> {
  const { server, cookies } = await openAlike(corpus);
  const outcomes: string[] = [];
  for (const { device, now, clock, row } of corpus.sent) {
    server.clock.now = now;
    const cookie = cookies.get(device);
    const { outcome, code } =
      cookie === undefined
        ? await write(server, { device, now, clock, row })
        : await push(server, cookie, clock, row);
    outcomes.push(code === undefined ? outcome : `${outcome} ${code}`);
  }
  await server.settle();
  return { server, outcomes, ...(await foldOf(server)) };
}

/** Courses are not counted: they are published, not made by events. */
export async function foldOf(server: TestServer): Promise<Pick<Replayed, 'fold' | 'issues'>> {
  const school = server.school().row.id;
  return server.store.read(async (reading) => {
    const documents = await reading.documentsOfKind(school);
    const issues = await reading.issues(school);
    return {
      fold: documents
        .filter(({ kind }) => kind !== 'course')
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, body }) => ({ is: 'fold', key, hash: hashOf(body), says: summaryOf(body) })),
      issues: issues.map(({ id, state, code }) => ({ is: 'issue', id, state, code })),
    };
  });
}
