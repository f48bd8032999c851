/** The thread of a projector: its own connections to the database, so that grading and folding never keep a request waiting. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert, unreachable } from '#domain/kernel/assert.ts';
import { builtInCourses } from '#content/courses.ts';
import type { LogFields } from '../log.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { FromWorker, ToWorker, WorkerData } from './messages.ts';
import { createProjector } from './project.ts';

assert(parentPort !== null, 'this file runs in a worker thread');
const port = parentPort;
const { path, school } = workerData as WorkerData; // given by `worker-projector.ts` alone
const say = (message: FromWorker): void => port.postMessage(message);
const logAt =
  (level: 'error' | 'info' | 'debug') =>
  (message: string, fields: LogFields = {}): void =>
    say({ type: 'log', level, message, fields });

const store = openSqliteStore(path);
const epochs = await store.read((reading) => reading.epochs(school));
const projector = createProjector({
  school,
  store,
  epochs: () => epochs,
  packs: builtInCourses(),
  now: Date.now,
  log: { error: logAt('error'), info: logAt('info'), debug: logAt('debug') },
  onCommit: ({ seq, tags, rosters }) => say({ type: 'commit', seq, tags: [...tags], rosters }),
});

async function stop(): Promise<void> {
  await projector.stop();
  await store.close();
  say({ type: 'stopped' });
  port.close();
}

port.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'kick':
      projector.kick(message.streams);
      break;
    case 'again':
      projector.again();
      break;
    case 'drain':
      void projector.drain().then(() => say({ type: 'drained', id: message.id }));
      break;
    case 'stop':
      void stop();
      break;
    default:
      unreachable(message);
  }
});
projector.kick();
