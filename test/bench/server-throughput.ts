/**
 * Attempts per second that the server takes in, grades, folds and makes durable: the real process, over HTTP, from several
 * class tablets at once, every attempt of a push by another student. Run alone: `node test/bench/server-throughput.ts`.
 */
import { builtInCourses } from '#content/courses.ts';
import type { AppliedBody } from '#domain/model/documents.ts';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import type { EventRow } from '#protocol/event.ts';
import { checkEvent, makeClass, type TestClass } from '#test/support/server-class.ts';
import { TestDevice } from '#test/support/server-device.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { httpTransport } from '#test/support/server-transport.ts';

export interface Throughput {
  readonly attemptsPerSecond: number;
  readonly attempts: number;
}

interface Load {
  readonly attempts?: number;
  readonly tablets?: number;
  readonly nodeArgs?: readonly string[];
}

const BATCH = 100;

async function openSchool(server: ServerProcess): Promise<TestDevice> {
  const admin = new TestDevice(httpTransport(server.url), Date.now);
  await admin.become('/api/setup', {
    token: server.setupToken,
    school: { name: 'Bench', timeZone: 'UTC', language: 'en' },
    member: {
      name: 'Bench',
      email: 'bench@school.example',
      passphrase: 'bench bench bench',
      pin: '1234',
    },
  });
  return admin;
}

async function openTablet(
  server: ServerProcess,
  admin: TestDevice,
  group: string,
): Promise<TestDevice> {
  const { code } = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups: [group] });
  const tablet = new TestDevice(httpTransport(server.url), Date.now);
  await tablet.become('/api/enrol', { code });
  return tablet;
}

/** Made before the clock starts: making a form costs a device as much as grading it costs the server. */
function makeBatches(tablet: TestDevice, { students }: TestClass, count: number): EventRow[][] {
  const course = builtInCourses().find((one) =>
    one.objectives.some(({ check }) => check !== undefined),
  );
  const objectives = (course?.objectives ?? [])
    .filter(({ check }) => check !== undefined)
    .slice(0, 12);
  return Array.from({ length: count }, (_, batch) =>
    students.slice(0, BATCH).flatMap((student, i) => {
      const objective = objectives[(batch + i) % objectives.length];
      if (course === undefined || objective === undefined) return [];
      return checkEvent(tablet, student, {
        right: (batch + i) % 11,
        target: { course, objective },
      });
    }),
  );
}

async function untilApplied(tablet: TestDevice): Promise<void> {
  for (;;) {
    await tablet.pull();
    const applied = tablet.body<AppliedBody>(`applied/${tablet.stream}`);
    if (applied !== undefined && applied.held.length > 0)
      throw new Error(`Held: ${applied.held[0]?.code}`);
    if (applied?.through === tablet.slot) return;
    await new Promise((done) => setTimeout(done, 250));
  }
}

/** From the first request to the moment when the last attempt is in the state that devices pull. */
export async function measureServerThroughput(load: Load = {}): Promise<Throughput> {
  const { attempts = 20_000, tablets: count = 4, nodeArgs = [] } = load;
  const server = await startServer({ nodeArgs });
  try {
    const admin = await openSchool(server);
    const sources: { tablet: TestDevice; batches: EventRow[][] }[] = [];
    for (let i = 0; i < count; i += 1) {
      const group = await makeClass(admin, BATCH);
      const tablet = await openTablet(server, admin, group.group);
      sources.push({
        tablet,
        batches: makeBatches(tablet, group, Math.ceil(attempts / count / BATCH)),
      });
    }
    const sent = sources.reduce((sum, { batches }) => sum + batches.flat().length, 0);
    const from = performance.now();
    await Promise.all(
      sources.map(async ({ tablet, batches }) => {
        for (const batch of batches) {
          const { results } = await tablet.push(batch);
          if (results.some(({ outcome }) => outcome !== 'stored'))
            throw new Error('An attempt was not stored');
        }
        await untilApplied(tablet);
      }),
    );
    const seconds = (performance.now() - from) / 1000;
    return { attemptsPerSecond: Math.round(sent / seconds), attempts: sent };
  } finally {
    await server.stop();
  }
}

if (process.argv[1] === import.meta.filename) {
  const result = await measureServerThroughput({ nodeArgs: process.argv.slice(2) });
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
