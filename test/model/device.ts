/** One device of a school: its disk, its clock, its line, and the tabs that are open on it. */
import type { PokeSource } from '#data/pokes.ts';
import { hashToken } from '#server/crypto/tokens.ts';
import { tagsOfDevice } from '#server/usecases/scope.ts';
import { DeviceChannels } from './device-channels.ts';
import { DeviceLocks } from './device-locks.ts';
import type { DeviceStorage } from './device-storage.ts';
import { Link, type LinkPorts } from './link.ts';
import type { ActiveSchool } from '#server/usecases/world.ts';
import { openPage, type Machine, type Page } from './page.ts';
import type { Owner } from './virtual-time.ts';

/** How soon a browser tries again to listen. */
const LISTEN_AGAIN_MS = 3000;

export interface DeviceMaking extends LinkPorts {
  readonly name: string;
  readonly kind: 'staff' | 'class-tablet';
  readonly client: string;
  /** Whether each page has a realm of its own. */
  readonly alone: boolean;
  readonly storage: DeviceStorage;
}

export class Device {
  readonly name: string;
  readonly kind: 'staff' | 'class-tablet';
  readonly school: number;
  readonly link: Link;
  /** Device clock minus true time, ms. */
  skew = 0;
  /** How long its lid was closed in all, ms: so much less its pages have counted. */
  slept = 0;
  storage: DeviceStorage;
  pages: Page[] = [];
  /** Its rights were ended and not given back. */
  revoked = false;
  readonly #making: DeviceMaking;
  #locks: DeviceLocks;
  #channels: DeviceChannels;

  constructor(making: DeviceMaking) {
    this.#making = making;
    this.name = making.name;
    this.kind = making.kind;
    this.school = making.school;
    this.storage = making.storage;
    this.link = new Link(making);
    this.#locks = new DeviceLocks(making.time);
    this.#channels = new DeviceChannels(making.time);
  }

  /** Opens one more tab. */
  async open(): Promise<Page> {
    const { time, random, client, alone } = this.#making;
    const machine: Machine = {
      time,
      random,
      locks: this.#locks,
      channels: this.#channels,
      storage: this.storage,
      skew: () => this.skew,
      slept: () => this.slept,
      fetch: this.link.fetch,
      pokes: (owner) => this.#listen(owner),
      alone,
    };
    const page = await time.waitFor(openPage(machine, client));
    page.data.start();
    this.pages.push(page);
    return page;
  }

  /** One of the tabs, counted around; opens one where none is open. */
  async page(at = 0): Promise<Page> {
    return this.pages[at % Math.max(1, this.pages.length)] ?? this.open();
  }

  /** A tab dies where it stands. */
  kill(page: Page): void {
    page.kill();
    this.pages = this.pages.filter((one) => one !== page);
  }

  killAll(): void {
    for (const page of [...this.pages]) this.kill(page);
  }

  /** A tab is closed as its user closes it. */
  async close(page: Page): Promise<void> {
    this.pages = this.pages.filter((one) => one !== page);
    await this.#making.time.waitFor(page.data.stop());
    page.kill();
  }

  #listen(owner: Owner): PokeSource {
    const { time, server } = this.#making;
    let silence: (() => void) | null = null;
    let at: ActiveSchool | null = null;
    let closed = false;
    const source: PokeSource = {
      onmessage: null,
      onopen: null,
      onclosed: null,
      close() {
        closed = true;
        silence?.();
      },
    };
    const look = (): void => {
      if (closed) return;
      time.after(LISTEN_AGAIN_MS, look, owner);
      const school = server.isUp && this.link.online ? server.school(this.school) : null;
      if (school === at) return;
      silence?.();
      silence = null;
      at = school;
      if (school === null) return;
      void time.block(
        this.#hear(school, () => {
          if (closed || owner.dead || !this.link.online) return;
          time.after(20, () => source.onmessage?.({ data: '' }), owner);
        }).then((stop) => {
          silence = stop;
          if (stop === null) {
            closed = true;
            time.after(20, () => source.onclosed?.(), owner);
          } else time.after(20, () => source.onopen?.(), owner);
        }),
      );
    };
    time.after(20, look, owner);
    return source;
  }

  /** null where the server knows no such device. */
  async #hear(school: ActiveSchool, poke: () => void): Promise<(() => void) | null> {
    const { store } = this.#making.server;
    const token = this.link.cookie.split('.')[1] ?? '';
    const tags = (): Promise<ReadonlySet<string> | null> =>
      store.read(async (reading) => {
        const credential = await reading.credential(school.row.id, hashToken(token));
        if (credential === undefined || credential.endedAt !== null) return null;
        const device = await reading.device(school.row.id, credential.device);
        if (device === undefined) return null;
        const now = Math.floor(this.#making.time.now);
        return new Set(await tagsOfDevice(reading, school.row.id, device, now));
      });
    const first = await tags();
    if (first === null) return null;
    return school.pokes.listen({
      device: this.name,
      tags: first,
      poke,
      refresh: async () => (await tags()) ?? new Set(),
    });
  }
}
