/** What is in this browser's profile, read past the app: with connections of its own. */

export interface Kept {
  /** Ids of events in the database. */
  readonly events: readonly string[];
  /** Ids of running checks, and how many answers each has. */
  readonly drafts: Readonly<Record<string, number>>;
}

interface Stored {
  readonly id: string;
  readonly body?: string;
  /** RxDB's Dexie storage keeps it as text. */
  readonly _deleted?: boolean | string;
}

const isThere = ({ _deleted: gone }: Stored): boolean => gone !== true && gone !== '1';

function rowsOf(collection: string): Promise<readonly Stored[]> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(`rxdb-dexie-nineoften--0--${collection}`);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('docs').objectStore('docs').getAll();
      reading.onerror = () => failed(reading.error);
      reading.onsuccess = () => {
        database.close();
        done((reading.result as Stored[]).filter(isThere)); // what the app wrote
      };
    };
  });
}

export async function keptHere(): Promise<Kept> {
  const [events, drafts] = await Promise.all([rowsOf('events'), rowsOf('drafts')]);
  return {
    events: events.map(({ id }) => id),
    drafts: Object.fromEntries(
      drafts.map(({ id, body = '{}' }) => {
        const { draft } = JSON.parse(body) as { draft?: { answers: readonly unknown[] } }; // ours
        return [id, draft?.answers.length ?? 0];
      }),
    ),
  };
}
