/** A projector in a thread of its own, as the main thread sees it. When the thread dies, another one goes on from the last commit. */
import { Worker } from 'node:worker_threads';
import { unreachable } from '#domain/kernel/assert.ts';
import { nameOfError, type Log } from '../log.ts';
import type { FromWorker, ToWorker, WorkerData } from './messages.ts';
import type { Commit } from './commit.ts';
import type { Projector } from './project.ts';

/** Room for what a grading leaves behind: at V8's own size a tenth of this thread's time is collecting it. */
const YOUNG_MB = 48;
const RESTART_MS = 1000;

export function startWorkerProjector(
  data: WorkerData,
  log: Log,
  onCommit: (commit: Commit) => void,
): Projector {
  const drains = new Map<number, () => void>();
  let lastDrain = 0;
  let stopping = false;
  let alive = false;
  let ended: () => void = () => {};
  const end = new Promise<void>((done) => {
    ended = done;
  });

  const hear = (message: FromWorker): void => {
    switch (message.type) {
      case 'commit':
        onCommit({ ...message, tags: new Set(message.tags) });
        break;
      case 'drained':
        drains.get(message.id)?.();
        drains.delete(message.id);
        break;
      case 'log':
        log[message.level](message.message, message.fields);
        break;
      case 'stopped':
        break;
      default:
        unreachable(message);
    }
  };
  const start = (): Worker => {
    const thread = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    alive = true;
    thread.on('message', hear);
    thread.on('error', (error) =>
      log.error('The projection thread failed', { error: nameOfError(error) }),
    );
    thread.on('exit', () => {
      alive = false;
      if (stopping) return ended();
      setTimeout(() => {
        if (stopping) return;
        worker = start();
        // Its start folds what waits; who waited for the old thread waits for this one.
        for (const id of drains.keys()) tell({ type: 'drain', id });
      }, RESTART_MS);
    });
    return thread;
  };
  let worker = start();
  const tell = (message: ToWorker): void => worker.postMessage(message);

  return {
    kick: (streams = []) => tell({ type: 'kick', streams: [...streams] }),
    again: () => tell({ type: 'again' }),
    drain: () =>
      new Promise((done) => {
        lastDrain += 1;
        drains.set(lastDrain, done);
        tell({ type: 'drain', id: lastDrain });
      }),
    stop: () => {
      stopping = true;
      if (!alive) ended();
      tell({ type: 'stop' });
      return end;
    },
  };
}
