/**
 * Who this browser is and who is unlocked. Keys of staff are in memory only between `unlock` and `lock`; a class tablet's
 * key lies in the keyring and cannot be read out. Five idle minutes lock, unless an interview holds the device open.
 *
 *   none -> (set-up, sign-in, join, tablet code) -> locked <-> unlocked
 *   erased -> resume (class tablet) or sign-in (staff) -> locked
 */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { asId, type GroupId, type MemberId } from '#domain/model/ids.ts';
import type { Author } from '#domain/model/event.ts';
import { macOf } from '#platform/crypto.ts';
import type { Signer } from './envelope.ts';
import type { Keyring, StaffGrant } from './keyring.ts';
import { liveCell, type Live } from './live.ts';
import { tryPin, waitOf } from './pin.ts';
import type { Session, SignedInMember } from './services.ts';

const IDLE_MS = 5 * 60 * 1000;

export interface SessionStore {
  readonly current: Live<Session>;
  /** Who can sign for this author. Fault `locked`. */
  readonly signer: (author: Author | null) => Result<Signer, Fault>;
  readonly unlock: (pin: string, member?: MemberId) => Promise<Result<void, Fault>>;
  /** After an online sign-in: the person has just proved who they are. */
  readonly unlockWith: (member: string, key: CryptoKey) => void;
  readonly lock: () => void;
  readonly touched: () => void;
  readonly keepUnlocked: () => () => void;
  /** The school knows this device, but nothing of it is here. */
  readonly setErased: (kind: 'staff' | 'class-tablet' | null) => void;
  readonly close: () => void;
}

interface Unlocked {
  readonly grant: StaffGrant;
  readonly key: CryptoKey;
}

const person = ({ member, name, role }: StaffGrant): SignedInMember => ({
  id: asId<MemberId>(member),
  name,
  role,
});

/** @param now wall clock, ms */
export function createSession(keyring: Keyring, now: () => number): SessionStore {
  let unlocked: Unlocked | null = null;
  let erased: 'staff' | 'class-tablet' | null = null;
  let guards = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const cell = liveCell<Session>(view());

  function view(): Session {
    const device = keyring.read('device');
    if (device === undefined)
      return erased === null ? { state: 'none' } : { state: 'erased', kind: erased };
    const { id, kind, name, school } = device;
    const groups = (keyring.read('tablet')?.groups ?? []).map((group) => asId<GroupId>(group));
    const staff = keyring.staff();
    const shared = { device: { id, kind, name, groups }, school, members: staff.map(person) };
    if (unlocked !== null) return { state: 'unlocked', ...shared, member: person(unlocked.grant) };
    const waits = staff.map(({ member }) => waitOf(keyring.read(`pin/${member}`), now()));
    const waitUntil =
      waits.length > 0 && waits.every((wait) => wait > now()) ? Math.min(...waits) : null;
    return { state: 'locked', ...shared, waitUntil };
  }
  const refresh = (): void => {
    const next = view();
    if (JSON.stringify(next) !== JSON.stringify(cell.get())) cell.set(next);
  };
  const lock = (): void => {
    clearTimeout(idle);
    unlocked = null;
    refresh();
  };
  const touched = (): void => {
    clearTimeout(idle);
    if (unlocked === null) return;
    idle = setTimeout(() => (guards > 0 ? touched() : lock()), IDLE_MS);
  };
  const unlockWith = (member: string, key: CryptoKey): void => {
    const grant = keyring.read(`staff/${member}`);
    if (grant === undefined) return;
    unlocked = { grant, key };
    touched();
    refresh();
  };
  const staffSigner = ({ grant, key }: Unlocked): Signer => ({
    grant: grant.grant,
    author: `member/${grant.member}`,
    mac: (text) => macOf(text, key),
  });
  // Signed out of this device, here or in another tab: the key goes from memory as well.
  const follow = (): void => {
    if (unlocked !== null && keyring.read(`staff/${unlocked.grant.member}`) === undefined) lock();
    else refresh();
  };
  const unsubscribe = keyring.subscribe(follow);

  return {
    current: cell,
    signer(author) {
      const tablet = keyring.read('tablet');
      const byChild = author?.startsWith('student/') ?? false;
      // A child's check is the tablet's word, also while a teacher is unlocked on it.
      if (tablet !== undefined && (byChild || (unlocked === null && author !== null))) {
        return ok({ grant: tablet.grant, author: null, mac: (text) => macOf(text, tablet.key) });
      }
      return unlocked === null ? err({ code: 'locked' }) : ok(staffSigner(unlocked));
    },
    async unlock(pin, member) {
      const staff = keyring.staff();
      const grant =
        member === undefined && staff.length === 1
          ? staff[0]
          : staff.find((one) => one.member === member);
      if (grant === undefined) return err({ code: 'no-member' });
      const key = await tryPin(keyring, grant, pin, now);
      refresh();
      if (!key.ok) return key;
      unlockWith(grant.member, key.value);
      return ok(undefined);
    },
    unlockWith,
    lock,
    touched,
    keepUnlocked() {
      guards += 1;
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        guards -= 1;
        touched();
      };
    },
    setErased(kind) {
      erased = kind;
      refresh();
    },
    close() {
      clearTimeout(idle);
      unsubscribe();
    },
  };
}
