/**
 * A second tab: the client's data in a thread of its own, with its own connections, that a test can kill at any moment.
 * Only what it says was answered by the data services.
 */
import { openData } from '#data/open-data.ts';
import type { DataServices, NewEvent } from '#data/services.ts';
import { asId, type EventId } from '#domain/model/ids.ts';
import { checkDraft } from './check-draft.ts';

export type Order =
  | { readonly do: 'open'; readonly name: string }
  | { readonly do: 'append'; readonly count: number }
  | { readonly do: 'save'; readonly draft: string; readonly taps: number }
  | { readonly do: 'finish'; readonly draft: string }
  | { readonly do: 'drafts' }
  | { readonly do: 'break the disk' }
  | { readonly do: 'mend the disk' }
  | { readonly do: 'set the clock'; readonly by: number };

export type Word =
  | { readonly said: 'opened' }
  | { readonly said: 'appended'; readonly slot: string; readonly id: string }
  | { readonly said: 'saved'; readonly updatedAt: number }
  | { readonly said: 'finished'; readonly slot: string }
  | {
      readonly said: 'drafts';
      readonly ids: readonly string[];
      readonly updatedAt: readonly number[];
    }
  | { readonly said: 'done' }
  | { readonly said: 'fault'; readonly code: string };

const say = (word: Word): void => postMessage(word);
let data: DataServices | null = null;

const rename = (i: number): NewEvent => ({
  kind: 'student.rename',
  about: 'student/s1',
  by: 'student/s1',
  body: { set: `Name ${i}`, was: null },
});

/** As a person does it while the tab is open. */
function setClock(by: number): void {
  const now = Date.now.bind(Date);
  Date.now = () => now() + by;
}

const { add, put } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);

/** Its browser can write nothing; a worker has no second place either. */
function breakDisk(): void {
  const full = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  Object.assign(IDBObjectStore.prototype, { add: full, put: full });
}

async function obey(order: Order): Promise<void> {
  if (order.do === 'set the clock') return setClock(order.by);
  if (order.do === 'break the disk') return breakDisk();
  if (order.do === 'mend the disk')
    return void Object.defineProperties(IDBObjectStore.prototype, { add, put });
  if (order.do === 'open') {
    const opened = await openData({ app: 'test' }, { name: order.name, openPokes: null });
    if (!opened.ok)
      return say({ said: 'fault', code: `${opened.error.code} ${opened.error.detail ?? ''}` });
    data = opened.value;
    return say({ said: 'opened' });
  }
  if (data === null) return say({ said: 'fault', code: 'not-open' });
  switch (order.do) {
    case 'append':
      for (let i = 0; i < order.count; i += 1) {
        const appended = await data.append(rename(i));
        if (!appended.ok) return say({ said: 'fault', code: appended.error.code });
        say({ said: 'appended', slot: appended.value.slot, id: appended.value.id });
      }
      return say({ said: 'done' });
    case 'save':
      for (let i = 0; i < order.taps; i += 1) {
        const draft = checkDraft(order.draft, i);
        const saved = await data.drafts.save(draft);
        if (!saved.ok) return say({ said: 'fault', code: saved.error.code });
        say({ said: 'saved', updatedAt: draft.updatedAt });
      }
      return say({ said: 'done' });
    case 'finish': {
      const end = { claim: { correct: 1, of: 1 }, finished: true };
      const finished = await data.drafts.finish(asId<EventId>(order.draft), end);
      return say(
        finished.ok
          ? { said: 'finished', slot: finished.value.slot }
          : { said: 'fault', code: finished.error.code },
      );
    }
    case 'drafts': {
      const open = data.drafts.open.get();
      return say({
        said: 'drafts',
        ids: open.map(({ id }) => id),
        updatedAt: open.map(({ updatedAt }) => updatedAt),
      });
    }
  }
}

addEventListener('message', (event: MessageEvent<Order>) => void obey(event.data));
