/** How this browser becomes a device of the school, and the ways back: what the server issues goes into the keyring. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { parseEnrolment, parseHello, type Enrolment, type Hello } from '#protocol/enrolment.ts';
import type { Clock } from '#platform/clock.ts';
import { importMacKey, macOf, measuredIterations, wrapMacKey } from '#platform/crypto.ts';
import { randomId } from '#platform/ids.ts';
import { asResult, type Network } from '#platform/network.ts';
import type { Keyring, RecordChange } from './keyring.ts';
import type { SessionService } from './services.ts';
import type { SessionStore } from './session.ts';

export interface Enrolling extends Pick<
  SessionService,
  'hello' | 'setUp' | 'signIn' | 'join' | 'enrolTablet' | 'resume'
> {
  /** Gets the cookie back with the device key. Faults: `no-device`, and the server's. */
  readonly renew: () => Promise<Result<void, Fault>>;
  /** Asks the server who this browser is where the keyring does not know: the data may have been erased. */
  readonly lookForErasedDevice: () => Promise<void>;
}

export interface EnrolPorts {
  readonly keyring: Keyring;
  readonly session: SessionStore;
  readonly network: Network;
  readonly clock: Clock;
  /** Somebody left this browser on purpose: that it holds nothing is no erasure. */
  readonly left: () => boolean;
  /** There is a device now, or another one: wake the sync. */
  readonly enrolled: () => void;
}

export function createEnrolling(ports: EnrolPorts): Enrolling {
  const { keyring, session, network, clock } = ports;

  const hello = async (): Promise<Result<Hello, Fault>> =>
    asResult(await network.ask('/api/hello', { method: 'GET', fields: {} }, parseHello));

  const becomeDevice = async (
    path: string,
    fields: Readonly<Record<string, unknown>>,
    pin?: string,
  ): Promise<Result<void, Fault>> => {
    // A passphrase is slow to check by design, on a small server that is busy slower still; and a link is good once.
    const question = { method: 'POST', fields, patient: true } as const;
    const answer = asResult(await network.ask(path, question, parseEnrolment));
    if (!answer.ok) return answer;
    const kept = await adopt(keyring, answer.value, pin);
    if (!kept.ok) return kept;
    session.setErased(null);
    const { grant, member } = answer.value;
    if (grant !== null && member !== null && pin !== undefined)
      session.unlockWith(member.id, await importMacKey(grant.key));
    ports.enrolled();
    return ok(undefined);
  };

  /** This browser holds nothing, and nobody left it: where its cookie names a device, that was erased. */
  const erased = (): { readonly erased?: true } =>
    keyring.read('device') === undefined && !ports.left() ? { erased: true } : {};

  return {
    hello,
    setUp: (request) => becomeDevice('/api/setup', { ...request }, request.member.pin),
    signIn: (request) => becomeDevice('/api/sign-in', { ...request, ...erased() }, request.pin),
    join: (request) => becomeDevice('/api/join', { ...request, ...erased() }, request.pin),
    enrolTablet: (request) => becomeDevice('/api/enrol', { ...request, ...erased() }),
    resume: () => becomeDevice('/api/resume', {}),
    async renew() {
      const device = keyring.read('device');
      if (device === undefined) return err({ code: 'no-device' });
      // The server's clock as of now: a device whose clock is a year off renews as well.
      const said = await hello();
      if (!said.ok) return said;
      const nonce = randomId();
      const at = clock.serverNow();
      const mac = await macOf(`renew.${device.id}.${nonce}.${at}`, device.key);
      const question = { method: 'POST', fields: { device: device.id, at, mac }, nonce } as const;
      const answer = asResult(await network.ask('/api/renew', question, parseEnrolment));
      return answer.ok ? ok(undefined) : answer;
    },
    async lookForErasedDevice() {
      if (keyring.read('device') !== undefined) return;
      const said = await hello();
      if (said.ok && keyring.read('device') === undefined)
        session.setErased(said.value.device?.kind ?? null);
    },
  };
}

/** `member/x` or `x` -> `x`. */
function bareMember(member: string): string {
  return member.startsWith('member/') ? member.slice('member/'.length) : member;
}

/** Puts what the server issued into the keyring, in one transaction. */
async function adopt(
  keyring: Keyring,
  enrolment: Enrolment,
  pin: string | undefined,
): Promise<Result<void, Fault>> {
  const { device, deviceKey, school, grant, member } = enrolment;
  const changes: RecordChange[] = [
    { name: 'device', value: { ...device, school, key: await importMacKey(deviceKey) } },
  ];
  // Its right had ended, and it is another device now: what it did before stays in the streams of the earlier one.
  const before = keyring.read('device');
  if (before !== undefined && before.id !== device.id)
    for (const book of keyring.books())
      changes.push({
        name: `stream/${book.stream}`,
        value: { ...book, retired: true, earlier: true },
      });
  if (grant !== null && grant.holder === 'class-tablet') {
    const groups = grant.scope === 'school' ? [] : grant.scope;
    changes.push({
      name: 'tablet',
      value: { grant: grant.id, groups, key: await importMacKey(grant.key) },
    });
  } else if (grant !== null && grant.holder !== 'class-tablet' && pin !== undefined) {
    const id = member?.id ?? bareMember(grant.member ?? '');
    const wrapped = await wrapMacKey(grant.key, pin, await measuredIterations());
    const value = {
      member: id,
      name: member?.name ?? '',
      role: grant.holder,
      grant: grant.id,
      wrapped,
    };
    changes.push({ name: `staff/${id}`, value }, { name: `pin/${id}`, value: undefined });
  }
  return keyring.write(changes);
}
