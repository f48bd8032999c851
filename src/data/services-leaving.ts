/** Leaving a device, and the files that carry what was not sent: the part of `services.ts` that hardly any screen asks for. */
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { ImportAnswer } from '#protocol/rescue.ts';
import type { Live } from './live.ts';
import type { MemberId } from '#domain/model/ids.ts';

/** What became of a rescue file, event by event. `cut`: the file ends before its end. */
export type Imported = Pick<
  ImportAnswer,
  'stored' | 'duplicate' | 'held' | 'refused' | 'unreadable'
> & { readonly cut: boolean; readonly events: number; readonly deviceName: string };

/** Rescue files: what a device has not sent, in a file that only the school can read. */
export interface RescueService {
  /**
   * Everything that is not known to be at the school, also what the browser could not write, and running checks that cannot
   * be read. Faults: `nothing-unsent`, `no-school-key`, `no-device`, `storage`.
   */
  readonly make: () => Promise<
    Result<{ readonly name: string; readonly text: string; readonly events: number }, Fault>
  >;
  /**
   * A person has the newest file that was made here, and knows that what the school refused is in it and nowhere else: the device
   * may be left. Faults: `no-file`, `storage`.
   */
  readonly keepsFile: () => Promise<Result<void, Fault>>;
  /**
   * Brings a file to the school, as often as one likes. Faults: `not-a-rescue-file`, `newer-version`, `other-school`,
   * `nothing-readable`, and as `SessionService`. `done` of `total` lines are told on the way.
   */
  readonly bring: (
    text: string,
    progress?: (done: number, total: number) => void,
  ) => Promise<Result<Imported, Fault>>;
}

/** Leaving: a device is given back, or a person signs out of it (PROTOCOL 15). */
export type Leaving =
  | { readonly state: 'no' }
  /** `waiting`: results that are not known to be at the school, or not yet there twice. */
  | {
      readonly state: 'working';
      readonly step: 'closing' | 'sending' | 'second-copy' | 'erasing';
      readonly waiting: number;
    }
  /**
   * It cannot go on for now, and nothing was erased; it goes on by itself when it can. `offline`, `credential` (sign in again),
   * `refused` (the school did not take some: `rescue.make`, then `rescue.keepsFile`), `other-tab` (it is being left in another tab, or another tab
   * does not answer: close it), `storage`, `no-second-copy`.
   */
  | { readonly state: 'blocked'; readonly code: string; readonly waiting: number }
  /**
   * Nothing is on this device any more. The page has to be loaded again, in every tab. `filed`: what the school refused is in the
   * rescue file that somebody said they keep, and nowhere else.
   */
  | { readonly state: 'left'; readonly filed?: true };

export interface LeaveService {
  readonly current: Live<Leaving>;
  /**
   * Closes running checks as unfinished attempts, sends everything, waits until the school has it twice, and only then erases what
   * is on this device. It waits as long as it takes; `stop` goes back to work and nothing is lost. Faults: `stopped`, `locked` (on a
   * device of staff somebody must be unlocked), `no-device`, `storage`, `other-tab` (it is being left there already).
   */
  readonly leave: () => Promise<Result<void, Fault>>;
  readonly stop: () => void;
  /** Takes a person's key off this device; their results stay and are sent. The last one on a device of staff leaves with it. */
  readonly signOut: (member: MemberId) => Promise<Result<void, Fault>>;
}
