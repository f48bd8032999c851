/** A tab of the bare library: RxDB over Dexie, told of by the other tabs as its documentation has it. */
import { createRxDatabase, type RxCollection } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

export type BareOrder =
  | { readonly do: 'open'; readonly name: string }
  | { readonly do: 'insert'; readonly id: string }
  | { readonly do: 'set the clock'; readonly by: number };

/** The id of a document that was inserted in this tab or that another tab told of; '' once the tab is open. */
export type BareWord = string;

let items: RxCollection<{ id: string }> | null = null;

async function obey(order: BareOrder): Promise<void> {
  if (order.do === 'set the clock') {
    const now = Date.now.bind(Date);
    Date.now = () => now() + order.by;
  } else if (order.do === 'insert') {
    await items?.insert({ id: order.id });
  } else {
    const database = await createRxDatabase<{ items: RxCollection<{ id: string }> }>({
      name: order.name,
      storage: getRxStorageDexie(),
      multiInstance: true,
    });
    const schema = {
      version: 0,
      primaryKey: 'id',
      type: 'object',
      properties: { id: { type: 'string', maxLength: 40 } },
      required: ['id'],
    } as const;
    const added = await database.addCollections({ items: { schema } });
    items = added.items;
    items.eventBulks$.subscribe(({ events }) => {
      for (const { documentId } of events) postMessage(documentId);
    });
    postMessage('');
  }
}

addEventListener('message', (event: MessageEvent<BareOrder>) => void obey(event.data));
