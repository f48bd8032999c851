/** A device as the server knows one: cookie, grants with their keys, a stream of slots. It speaks the wire and nothing else. */
import { randomBytes } from 'node:crypto';
import type { About, Author, Bodies, Kind } from '#domain/model/event.ts';
import { BODIES } from '#protocol/bodies.ts';
import type { Enrolment, IssuedGrant } from '#protocol/enrolment.ts';
import type { EventRow } from '#protocol/event.ts';
import { KINDS } from '#protocol/kinds.ts';
import type { LedgerAnswer, LedgerQuestion } from '#protocol/ledger.ts';
import type { PullAnswer, StateDocument } from '#protocol/pull.ts';
import type { PushAnswer } from '#protocol/push.ts';
import { formatSlot } from '#protocol/slot.ts';
import { hmacKey, sign } from '#server/crypto/hmac.ts';
import type { Reply, Transport } from './server-transport.ts';

export const newId = (): string => randomBytes(16).toString('base64url');

export interface EventChoice {
  readonly by?: Author;
  readonly grant?: IssuedGrant;
  readonly id?: string;
  readonly slot?: number;
  readonly stream?: string;
  readonly refs?: readonly string[];
  readonly at?: number;
  readonly mono?: number;
  readonly boot?: string;
  readonly skew?: number | null;
  readonly seen?: string;
  readonly kv?: number;
  readonly school?: string;
  readonly mac?: string;
}

export interface Pulled {
  readonly pages: readonly PullAnswer[];
  readonly reset: boolean;
}

/** A fresh device with nothing. `now` is its wall clock in ms. */
export class TestDevice {
  readonly transport: Transport;
  readonly now: () => number;
  cookie = '';
  enrolment: Enrolment | undefined;
  grant: IssuedGrant | undefined;
  stream = newId();
  slot = 0;
  readonly boot = newId();
  /** State as it was pulled, by key. */
  readonly state = new Map<string, StateDocument>();
  checkpoint = { epoch: '', seq: 0, scope: '' };

  constructor(transport: Transport, now: () => number) {
    this.transport = transport;
    this.now = now;
  }

  async send(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply> {
    const headers = {
      ...(this.cookie === '' ? {} : { cookie: this.cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const text =
      body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const reply = await this.transport({ method, path, headers, ...text });
    const cookie = reply.headers['set-cookie']?.split(';')[0];
    if (cookie !== undefined) this.cookie = cookie;
    return reply;
  }

  /** POST that must succeed. */
  async post<T>(path: string, body: object): Promise<T> {
    const reply = await this.send('POST', path, { nonce: newId(), ...body });
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return JSON.parse(reply.text) as T; // the server's own answer, in a test
  }

  /** Becomes a device through one of the routes that enrol. */
  async become(path: string, body: object): Promise<Enrolment> {
    const enrolment = await this.post<Enrolment>(path, { deviceName: 'test', ...body });
    this.enrolment = enrolment;
    if (enrolment.grant !== null) this.grant = enrolment.grant;
    return enrolment;
  }

  get school(): string {
    return this.enrolment?.school.id ?? '';
  }

  get member(): string {
    return this.enrolment?.member?.id ?? '';
  }

  get seen(): string {
    const { epoch, seq } = this.checkpoint;
    return epoch === '' ? '' : `${epoch}.${seq}`;
  }

  /** A signed event in the next slot of this device's stream. */
  event<K extends Kind>(
    kind: K,
    about: About,
    body: Bodies[K],
    choice: EventChoice = {},
  ): EventRow {
    const grant = choice.grant ?? this.grant;
    if (grant === undefined) throw new Error('No grant');
    const number = choice.slot ?? (this.slot += 1);
    const id = choice.id ?? newId();
    const text = JSON.stringify({
      v: 1,
      id,
      type: BODIES[kind].type,
      kind,
      kv: choice.kv ?? KINDS[kind].version,
      school: choice.school ?? this.school,
      about,
      by: choice.by ?? grant.member ?? about,
      grant: grant.id,
      refs: choice.refs ?? [],
      at: choice.at ?? this.now(),
      mono: choice.mono ?? 1000,
      boot: choice.boot ?? this.boot,
      skew: choice.skew === undefined ? 0 : choice.skew,
      seen: choice.seen ?? this.seen,
      app: 'test',
      body,
      sealed: '',
    });
    const mac = choice.mac ?? sign(hmacKey(grant.key), text);
    return { slot: formatSlot(choice.stream ?? this.stream, number), id, text, mac };
  }

  clock(): { wall: number; mono: number; boot: string } {
    return { wall: this.now(), mono: 1000, boot: 'another-boot' };
  }

  push(events: readonly unknown[]): Promise<PushAnswer> {
    return this.post<PushAnswer>('/api/events', { clock: this.clock(), events });
  }

  ledger(question: Partial<LedgerQuestion> = {}): Promise<LedgerAnswer> {
    const base = {
      stream: this.stream,
      high: this.slot,
      highId: '',
      lost: [],
      closing: false,
      drafts: 0,
      ack: null,
    };
    return this.post<LedgerAnswer>('/api/ledger', {
      clock: this.clock(),
      streams: [{ ...base, ...question }],
    });
  }

  async page(limit = 200): Promise<PullAnswer> {
    const { epoch, seq, scope } = this.checkpoint;
    const query = new URLSearchParams({
      nonce: newId(),
      epoch,
      seq: String(seq),
      scope,
      limit: String(limit),
    });
    const reply = await this.send('GET', `/api/pull?${query.toString()}`);
    if (reply.status !== 200) throw new Error(`pull: ${reply.status} ${reply.text}`);
    return JSON.parse(reply.text) as PullAnswer; // as above
  }

  /** Pulls to the end, as a device does; throws where count or sum do not fit afterwards. */
  async pull(limit = 200): Promise<Pulled> {
    const pages: PullAnswer[] = [];
    let full = this.checkpoint.epoch === '';
    const named = new Set<string>();
    for (;;) {
      const page = await this.page(limit);
      pages.push(page);
      if (page.reset === true) full = true;
      for (const document of page.documents) {
        named.add(document.key);
        this.state.set(document.key, document);
      }
      this.checkpoint = { epoch: page.epoch, seq: page.upTo, scope: page.scope };
      if (page.last === undefined) continue;
      if (full) for (const key of this.state.keys()) if (!named.has(key)) this.state.delete(key);
      const sum = [...this.state.values()].reduce((total, { seq }) => total + seq, 0);
      if (this.state.size !== page.last.count || sum !== page.last.sumSeq) {
        if (full) throw new Error('A full pull does not fit its own count');
        this.checkpoint = { ...this.checkpoint, epoch: '' };
        return this.pull(limit);
      }
      return { pages, reset: pages.some(({ reset }) => reset === true) };
    }
  }

  body<T>(key: string): T | undefined {
    const document = this.state.get(key);
    return document === undefined ? undefined : (JSON.parse(document.body) as T); // the caller names the kind
  }

  /** What staff ask, signed. */
  staffRequest(
    action: object,
    choice: { now?: number; nonce?: string; innerNonce?: string } = {},
  ): object {
    const nonce = choice.nonce ?? newId();
    const text = JSON.stringify({
      nonce: choice.innerNonce ?? nonce,
      now: choice.now ?? this.now(),
      ...action,
    });
    return {
      nonce,
      grant: this.grant?.id ?? '',
      text,
      mac: sign(hmacKey(this.grant?.key ?? ''), text),
    };
  }

  staff<T>(action: object): Promise<T> {
    return this.post<T>('/api/staff', this.staffRequest(action));
  }
}
