/**
 * The live snapshot: state plus overlay, one new object whenever either changed. While a pull of several pages runs it stands
 * still, so that no screen shows the half of a commit; what somebody taps meanwhile is shown at once.
 */
import type { AppliedBody } from '#domain/model/documents.ts';
import { asId, type StreamId } from '#domain/model/ids.ts';
import type { StateDocument } from '#protocol/pull.ts';
import { liveCell, type Live } from './live.ts';
import { nextOverlay, NO_OVERLAY, type Overlay } from './overlay.ts';
import { placed, type OwnEvents } from './own-events.ts';
import { dayIn } from './school-day.ts';
import type { Snapshot } from './services.ts';
import { kindOfKey, readerOf, snapshotOf, type Lists } from './snapshot-view.ts';
import type { StateDocuments } from './state-documents.ts';

export interface SnapshotStore {
  readonly live: Live<Snapshot>;
  /** Highest slot of a stream that the shown state has in it. */
  readonly applied: (stream: string) => number;
  /** The server's number of a stream of this device; where it has not given one, the one that the overlay uses until then. */
  readonly numberOf: (stream: string) => number;
  /** Own events changed. */
  readonly ownChanged: () => void;
  /** Stands still until the function that it gives is called. */
  readonly hold: () => () => void;
}

/** Short number of a stream that the server has not numbered yet: far from any that it gives. */
const UNNUMBERED = 1_000_000_000;

/** What the books say of a stream. */
interface Known {
  /** The server's number of it as the ledger told it, or null. */
  readonly short: (stream: string) => number | null;
  /** Of a stream that this browser filled as another device: how far the school has it. 0 for its own ones. */
  readonly takenFromEarlier: (stream: string) => number;
}

export function createSnapshot(state: StateDocuments, own: OwnEvents, known: Known): SnapshotStore {
  let documents: ReadonlyMap<string, StateDocument> = new Map();
  let overlay: Overlay = NO_OVERLAY;
  let lists: Lists = new Map();
  let holds = 0;
  let stale = false;
  const unnumbered = new Map<string, number>();
  const cell = liveCell<Snapshot>(
    snapshotOf({ documents, overlay, loaded: false, seen: '', pulledAt: null }, lists),
  );

  const appliedBody = (stream: string): AppliedBody | undefined =>
    readerOf(documents)('applied', stream);
  // The school tells each device of its own streams alone: of an earlier one's it says nothing but that it has them.
  const applied = (stream: string): number =>
    appliedBody(asId<StreamId>(stream))?.through ?? known.takenFromEarlier(stream);
  const short = (stream: string): number => {
    const told = appliedBody(stream)?.short ?? known.short(stream);
    if (told !== null) return told;
    const given = unnumbered.get(stream) ?? UNNUMBERED + unnumbered.size;
    unnumbered.set(stream, given);
    return given;
  };

  const rebuild = (sameState: boolean, changedKeys: readonly string[]): void => {
    const read = readerOf(documents);
    const pending = own.above(applied).map((event) => placed(event, short(event.stream)));
    const facts = {
      place: (ref: string) => {
        const place = own.find(ref);
        return place === undefined ? undefined : { stream: short(place.stream), slot: place.slot };
      },
      day: dayIn(read('school')?.timeZone ?? 'UTC'),
    };
    const before = overlay;
    overlay = nextOverlay(before, sameState, read, pending, facts);
    lists = keptLists(lists, [...changedKeys, ...differing(before, overlay)]);
    const checkpoint = state.checkpoint();
    cell.set(
      snapshotOf(
        {
          documents,
          overlay,
          loaded: state.loaded(),
          seen: checkpoint === null ? '' : `${checkpoint.epoch}.${checkpoint.seq}`,
          pulledAt: checkpoint?.completeAt ?? null,
        },
        lists,
      ),
    );
  };
  const takeState = (): void => {
    const before = documents;
    documents = new Map(state.documents());
    const changed = [...new Set([...before.keys(), ...documents.keys()])].filter(
      (key) => before.get(key) !== documents.get(key),
    );
    stale = false;
    own.forget(applied);
    rebuild(changed.length === 0, changed);
  };
  state.subscribe(() => {
    if (holds > 0) stale = true;
    else takeState();
  });

  return {
    live: cell,
    applied,
    numberOf: short,
    ownChanged: () => rebuild(true, []),
    hold() {
      holds += 1;
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holds -= 1;
        if (holds === 0 && stale) takeState();
      };
    },
  };
}

/** Keys whose document is another object in the two overlays. */
function differing(before: Overlay, after: Overlay): string[] {
  if (before === after) return [];
  const keys = new Set([...before.documents.keys(), ...after.documents.keys()]);
  return [...keys].filter((key) => before.documents.get(key) !== after.documents.get(key));
}

/** The lists without those of the kinds that changed. A name can only change with its record; the order of all follows the school's language. */
function keptLists(lists: Lists, changedKeys: readonly string[]): Lists {
  if (changedKeys.includes('school')) return new Map();
  const changed = new Set(changedKeys.map(kindOfKey));
  return new Map([...lists].filter(([, { kinds }]) => !kinds.some((kind) => changed.has(kind))));
}
