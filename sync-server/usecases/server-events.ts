/**
 * Events of the server itself. What set-up and enrolment do to shared records goes through the log like everything else, so
 * that state stays a function of the log (PROTOCOL 12).
 */
import type { About, Bodies, Kind } from '#domain/model/event.ts';
import { formatSlot } from '#protocol/slot.ts';
import { ENVELOPE_VERSION } from '#protocol/version.ts';
import { hmacKey, sign } from '../crypto/hmac.ts';
import { newId, newSecret } from '../crypto/tokens.ts';
import type { Reading, Writing } from '../store/port.ts';
import type { GrantRow } from '../store/rows.ts';
import { readIncoming, type Incoming } from './incoming.ts';
import { ingest } from './ingest.ts';

export type ServerEvent = {
  readonly [K in Kind]: { readonly kind: K; readonly about: About; readonly body: Bodies[K] };
}[Kind];

const BOOT = 'server';

/** The server as a device of the school: its grant signs, and its id names its one stream. */
export async function addServerDevice(
  writing: Writing,
  school: string,
  now: number,
): Promise<void> {
  const device = newId();
  await writing.addDevice(school, {
    id: device,
    kind: 'server',
    name: 'server',
    groups: [],
    key: newSecret(),
    createdAt: now,
    lastHeard: now,
    waiting: 0,
    drafts: 0,
    app: '',
    skew: 0,
    aside: 0,
    storage: null,
  });
  await writing.addGrant(school, {
    id: newId(),
    device,
    holder: 'server',
    member: null,
    scope: 'school',
    until: null,
    endedAt: null,
    key: newSecret(),
    issuedAt: now,
  });
}

async function serverGrant(reading: Reading, school: string): Promise<GrantRow> {
  const device = (await reading.devices(school)).find(({ kind }) => kind === 'server');
  const [grant] = device === undefined ? [] : await reading.grantsOfDevice(school, device.id);
  if (grant === undefined) throw new Error('The school has no grant of the server');
  return grant;
}

function write(
  school: string,
  grant: GrantRow,
  now: number,
  event: ServerEvent,
): { id: string; text: string } {
  const id = newId();
  const envelope = {
    v: ENVELOPE_VERSION,
    id,
    type: 'change',
    kind: event.kind,
    kv: 1,
    school,
    about: event.about,
    by: 'server',
    grant: grant.id,
    refs: [],
    at: now,
    mono: 0,
    boot: BOOT,
    skew: 0,
    seen: '',
    app: BOOT,
    body: event.body,
    sealed: '',
  };
  return { id, text: JSON.stringify(envelope) };
}

/** Appends events to the server's own stream, in the transaction of what caused them. */
export async function appendAsServer(
  writing: Writing,
  school: string,
  now: number,
  events: readonly ServerEvent[],
): Promise<void> {
  const grant = await serverGrant(writing, school);
  const key = hmacKey(grant.key);
  const stream = grant.device;
  const [range] = await writing.covered(school, stream, 0, 1);
  let slot = range?.[1] ?? 0;
  const rows = events.flatMap((event): Incoming | readonly Incoming[] => {
    slot += 1;
    const { id, text } = write(school, grant, now, event);
    return readIncoming({ slot: formatSlot(stream, slot), id, text, mac: sign(key, text) }) ?? [];
  });
  const clock = { wall: now, mono: 0, boot: BOOT };
  await ingest(writing, { school, device: stream, clock, now, epochs: [], events: rows });
}
