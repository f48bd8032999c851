/** What the server's main thread and the thread of a projector say to each other. */
import type { LogFields } from '../log.ts';

export interface WorkerData {
  /** The database file. */
  readonly path: string;
  readonly school: string;
}

export type ToWorker =
  | { readonly type: 'kick'; readonly streams: readonly string[] }
  | { readonly type: 'again' }
  | { readonly type: 'drain'; readonly id: number }
  | { readonly type: 'stop' };

export type FromWorker =
  | {
      readonly type: 'commit';
      readonly seq: number;
      readonly tags: readonly string[];
      readonly rosters: boolean;
    }
  | { readonly type: 'drained'; readonly id: number }
  | { readonly type: 'stopped' }
  | {
      readonly type: 'log';
      readonly level: 'error' | 'info' | 'debug';
      readonly message: string;
      readonly fields: LogFields;
    };
