/** Devices of the demo school, and what they write: the same rows that a real device sends. */
import type { About, Author, Bodies, Kind } from '#domain/model/event.ts';
import { asId } from '#domain/model/ids.ts';
import { BODIES } from '#protocol/bodies.ts';
import { formatSlot } from '#protocol/slot.ts';
import { ENVELOPE_VERSION } from '#protocol/version.ts';
import { hmacKey, sign, type HmacKey } from '../crypto/hmac.ts';
import { newId } from '../crypto/tokens.ts';
import type { Store, Writing } from '../store/port.ts';
import type { DeviceRow, GrantRow } from '../store/rows.ts';
import { addDevice, issueGrant } from '../usecases/enrolment.ts';
import { readIncoming, type Incoming } from '../usecases/incoming.ts';
import { ingest } from '../usecases/ingest.ts';

const PUSH = 500;

/** A device of the demo school that writes one stream. */
export interface Writer {
  readonly device: DeviceRow;
  readonly grant: GrantRow;
  readonly key: HmacKey;
  readonly stream: string;
  slot: number;
}

export async function makeWriter(
  writing: Writing,
  school: string,
  at: number,
  who: {
    readonly name: string;
    readonly groups: readonly string[];
    readonly member?: string;
    readonly holder: GrantRow['holder'];
  },
): Promise<Writer> {
  const { name, groups, holder, member } = who;
  const kind = holder === 'class-tablet' ? 'class-tablet' : 'staff';
  const device = await addDevice(writing, school, at, {
    kind,
    name,
    groups: kind === 'staff' ? [] : groups,
  });
  const scope = holder === 'admin' ? 'school' : groups.map((group) => asId<never>(group));
  const grant = await issueGrant(writing, school, at, {
    device: device.id,
    holder,
    member: member ?? null,
    scope,
  });
  return { device, grant, key: hmacKey(grant.key), stream: newId(), slot: 0 };
}

export interface Act<K extends Kind> {
  readonly kind: K;
  readonly about: About;
  readonly body: Bodies[K];
  readonly at: number;
  readonly id?: string;
  readonly by?: Author;
}

/** An event as that device would have sent it. */
export function write<K extends Kind>(writer: Writer, school: string, act: Act<K>): Incoming {
  const { kind, about, body, at, id = newId(), by } = act;
  writer.slot += 1;
  const text = JSON.stringify({
    v: ENVELOPE_VERSION,
    id,
    type: BODIES[kind].type,
    kind,
    kv: 1,
    school,
    about,
    by: by ?? writer.grant.member ?? about,
    grant: writer.grant.id,
    refs: [],
    at,
    mono: 0,
    boot: 'demo',
    skew: 0,
    seen: '',
    app: 'demo',
    body,
    sealed: '',
  });
  const row = {
    slot: formatSlot(writer.stream, writer.slot),
    id,
    text,
    mac: sign(writer.key, text),
  };
  const incoming = readIncoming(row);
  if (incoming === undefined) throw new Error('The demo made an event that is none');
  return incoming;
}

export interface Sent {
  readonly writer: Writer;
  readonly at: number;
  readonly event: Incoming;
}

/** Brings events to the log as their devices did, each when it happened. */
export async function send(store: Store, school: string, sent: readonly Sent[]): Promise<void> {
  for (let from = 0; from < sent.length; from += PUSH) {
    await store.write(async (writing) => {
      for (const { writer, at, event } of sent.slice(from, from + PUSH)) {
        const clock = { wall: at, mono: 0, boot: 'demo' };
        await ingest(writing, {
          school,
          device: writer.device.id,
          clock,
          now: at,
          epochs: [],
          events: [event],
        });
      }
    });
  }
}
