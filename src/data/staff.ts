/** What staff ask of the server directly: one action as text, signed by the grant that is unlocked (protocol/staff-request.ts). */
import type { Fault, Result } from '#domain/kernel/result.ts';
import { parsePresenceList } from '#protocol/presence-list.ts';
import { parseAttemptsAnswer } from '#protocol/attempts-answer.ts';
import {
  parseCatalogAnswer,
  parseCodeAnswer,
  parseDevicesAnswer,
  parseDoneAnswer,
  parseHeldAnswer,
  type StaffAction,
} from '#protocol/staff-request.ts';
import type { Clock } from '#platform/clock.ts';
import { randomId } from '#platform/ids.ts';
import { asResult, type Network, type Outcome, type Parse } from '#platform/network.ts';
import type { StaffService } from './services.ts';
import type { SessionStore } from './session.ts';

interface StaffPorts {
  readonly session: SessionStore;
  readonly network: Network;
  readonly clock: Clock;
  /** Learns the server's clock. */
  readonly hello: () => Promise<unknown>;
}

/** A busy school is asked so often before somebody is told, waiting each time as long as it says, or so long. */
const BUSY_TRIES = 5;
const BUSY_MS = 2000;
const LONGEST_BUSY_MS = 10_000;

/** ms until a busy school may be asked again; null: it is not that. */
function pauseOf<T>(outcome: Outcome<T>): number | null {
  if (outcome.type !== 'refusal' || outcome.code !== 'busy') return null;
  const pause = outcome.retryAfter ?? BUSY_MS;
  return pause <= LONGEST_BUSY_MS ? pause : null;
}

type Action = StaffAction extends infer A
  ? A extends unknown
    ? Omit<A, 'nonce' | 'now'>
    : never
  : never;
type Answer = {
  readonly nonce: string;
  readonly epoch: string;
  readonly now: number;
  readonly seq: number;
};

export function createStaff({ session, network, clock, hello }: StaffPorts): StaffService {
  const ask = async <T extends Answer>(
    action: Action,
    parse: Parse<T>,
  ): Promise<Result<T, Fault>> => {
    const signer = session.signer(null);
    if (!signer.ok) return signer;
    const { grant, mac } = signer.value;
    const sendOnce = async (): Promise<Outcome<T>> => {
      const nonce = randomId();
      const text = JSON.stringify({ nonce, now: clock.serverNow(), ...action });
      const fields = { grant, text, mac: await mac(text) };
      return network.ask('/api/staff', { method: 'POST', fields, nonce }, parse);
    };
    // What a busy school turned away it has not begun: asking again does nothing twice.
    const sendSigned = async (): Promise<Result<T, Fault>> => {
      for (let tries = 1; ; tries += 1) {
        const outcome = await sendOnce();
        const pause = pauseOf(outcome);
        if (pause === null || tries === BUSY_TRIES) return asResult(outcome);
        await new Promise((done) => setTimeout(done, pause));
      }
    };
    if (clock.skew() === null) await hello();
    const answer = await sendSigned();
    if (answer.ok || answer.error.code !== 'stale') return answer;
    // Somebody has set this device's clock since it was measured, and in this tab nothing else asks.
    await hello();
    return sendSigned();
  };
  return {
    tabletCode: (groups) => ask({ action: 'tablet-code', groups: [...groups] }, parseCodeAnswer),
    invite: ({ name, email, role, groups }) =>
      ask({ action: 'invite', name, email, role, groups: [...groups] }, parseCodeAnswer),
    devices: () => ask({ action: 'devices' }, parseDevicesAnswer),
    endDevice: (device) => ask({ action: 'end-device', device }, parseDoneAnswer),
    returnDevice: (device) => ask({ action: 'return-device', device }, parseDoneAnswer),
    held: (after) =>
      ask({ action: 'held', ...(after === undefined ? {} : { after }) }, parseHeldAnswer),
    presence: (group) => ask({ action: 'presence', group }, parsePresenceList),
    catalog: () => ask({ action: 'catalog' }, parseCatalogAnswer),
    attempts: (places) =>
      ask(
        { action: 'attempts', places: places.map(({ stream, slot }) => ({ stream, slot })) },
        parseAttemptsAnswer,
      ),
  };
}
