/** What all use cases stand on: the store, the clock, the log, and the school that this server serves. */
import type { Course } from '#domain/model/course.ts';
import type { Log } from '../log.ts';
import type { Projector } from '../projection/project.ts';
import type { Store } from '../store/port.ts';
import type { EpochRow, SchoolRow } from '../store/rows.ts';
import type { Floors } from './ledger.ts';
import type { Pokes } from './pokes.ts';
import type { Presence } from './presence.ts';

export interface ActiveSchool {
  readonly row: SchoolRow;
  /** All epochs, this start's last. */
  readonly epochs: readonly EpochRow[];
  readonly epoch: string;
  readonly projector: Projector;
  readonly pokes: Pokes;
  readonly presence: Presence;
  readonly floors: Floors;
  /** Number of the newest commit. */
  readonly seq: () => number;
  /** The receipt up to which there is a second copy; Infinity where none is kept. */
  readonly copied: () => number;
}

export interface World {
  readonly store: Store;
  readonly now: () => number;
  readonly log: Log;
  readonly packs: readonly Course[];
  /** The one address of the school's app. */
  readonly publicUrl: () => string;
  /** The school of this server, once it is set up. */
  readonly school: () => ActiveSchool | undefined;
  /** Makes a school that was just stored the one that is served. */
  readonly open: (row: SchoolRow) => Promise<ActiveSchool>;
  /** Whether everything that was answered for is on a second disk. */
  readonly secondCopy: () => boolean;
  /** Since when the disk takes nothing, ms of the server's clock; undefined while it does. */
  readonly failingSince: () => number | undefined;
}

/** Who is asking: the device that the cookie names, and whether the cookie still opens doors or only carries events. */
export interface Caller {
  readonly school: ActiveSchool;
  readonly device: string;
  readonly kind: 'staff' | 'class-tablet';
  readonly ended: boolean;
}
