/** The session as screens see it. Enrolling and staff requests are loaded when they are asked for: a running check needs neither. */
import type { Clock } from '#platform/clock.ts';
import type { Network } from '#platform/network.ts';
import type { Enrolling } from './enrol.ts';
import type { Keyring } from './keyring.ts';
import { createRenewal } from './renewal.ts';
import type { SessionService, StaffService } from './services.ts';
import type { SessionStore } from './session.ts';

interface EntryPorts {
  readonly keyring: Keyring;
  readonly session: SessionStore;
  readonly network: Network;
  readonly clock: Clock;
  readonly left: () => boolean;
  readonly enrolled: () => void;
}

export interface Entry {
  readonly session: SessionService;
  readonly staff: StaffService;
  readonly renew: () => Promise<boolean>;
  readonly lookForErasedDevice: () => Promise<void>;
}

export function createEntry(ports: EntryPorts): Entry {
  const { session, clock } = ports;
  let enrolling: Promise<Enrolling> | null = null;
  const enrol = (): Promise<Enrolling> => {
    enrolling ??= import('./enrol.ts').then(({ createEnrolling }) => createEnrolling(ports));
    return enrolling;
  };
  let asking: Promise<StaffService> | null = null;
  const staff = (): Promise<StaffService> => {
    const hello = async (): Promise<unknown> => (await enrol()).hello();
    asking ??= import('./staff.ts').then(({ createStaff }) => createStaff({ ...ports, hello }));
    return asking;
  };
  return {
    session: {
      current: session.current,
      hello: async () => (await enrol()).hello(),
      setUp: async (request) => (await enrol()).setUp(request),
      signIn: async (request) => (await enrol()).signIn(request),
      join: async (request) => (await enrol()).join(request),
      enrolTablet: async (request) => (await enrol()).enrolTablet(request),
      resume: async () => (await enrol()).resume(),
      unlock: session.unlock,
      lock: session.lock,
      touched: session.touched,
      keepUnlocked: session.keepUnlocked,
    },
    staff: {
      tabletCode: async (groups) => (await staff()).tabletCode(groups),
      invite: async (who) => (await staff()).invite(who),
      devices: async () => (await staff()).devices(),
      endDevice: async (device) => (await staff()).endDevice(device),
      returnDevice: async (device) => (await staff()).returnDevice(device),
      held: async () => (await staff()).held(),
      catalog: async () => (await staff()).catalog(),
      presence: async (group) => (await staff()).presence(group),
      attempts: async (places) => (await staff()).attempts(places),
    },
    renew: createRenewal(async () => (await enrol()).renew(), clock.mono),
    lookForErasedDevice: async () => {
      if (ports.keyring.read('device') === undefined) await (await enrol()).lookForErasedDevice();
    },
  };
}
