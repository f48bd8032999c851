/** BroadcastChannel of one origin: a message reaches every other channel of its name, in another task, unless its page died. */
import type { Owner, VirtualTime } from './virtual-time.ts';

type Hear = (event: { readonly data: unknown }) => void;

interface Channel {
  readonly name: string;
  readonly owner: Owner;
  readonly heard: Set<Hear>;
  onmessage: Hear | null;
}

export class DeviceChannels {
  readonly #time: VirtualTime;
  readonly #open = new Set<Channel>();

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  /** The class `BroadcastChannel` of one page. */
  of(owner: Owner): new (name: string) => object {
    const open = this.#open;
    const say = (from: Channel, message: unknown): void => this.#say(from, message);
    return class {
      readonly #channel: Channel;
      constructor(name: string) {
        this.#channel = { name, owner, heard: new Set(), onmessage: null };
        open.add(this.#channel);
      }
      get name(): string {
        return this.#channel.name;
      }
      set onmessage(hear: Hear | null) {
        this.#channel.onmessage = hear;
      }
      addEventListener(type: string, hear: Hear): void {
        if (type === 'message') this.#channel.heard.add(hear);
      }
      removeEventListener(_type: string, hear: Hear): void {
        this.#channel.heard.delete(hear);
      }
      postMessage(message: unknown): void {
        if (open.has(this.#channel)) say(this.#channel, message);
      }
      close(): void {
        open.delete(this.#channel);
      }
    };
  }

  /** A page died. */
  free(owner: Owner): void {
    for (const channel of this.#open) if (channel.owner === owner) this.#open.delete(channel);
  }

  #say(from: Channel, message: unknown): void {
    for (const channel of this.#open) {
      if (channel === from || channel.name !== from.name) continue;
      const data: unknown = structuredClone(message);
      this.#time.after(
        0.2,
        () => {
          if (!this.#open.has(channel)) return;
          channel.onmessage?.({ data });
          for (const hear of [...channel.heard]) hear({ data });
        },
        channel.owner,
      );
    }
  }
}
