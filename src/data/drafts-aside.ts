/** Running checks in the browser's second place: those whose newest tap the database did not take. */
import { parseJson } from '#protocol/json.ts';
import type { SecondPlace } from '#platform/second-place.ts';
import type { DraftRow } from './database.ts';
import type { UnreadableDraft } from './draft-row.ts';

/** What keys of drafts in the second place begin with. */
export function draftPrefix(name: string): string {
  return `${name}.draft.`;
}

/** @returns false where it was not kept */
export function writeDraftAside(place: SecondPlace, name: string, row: DraftRow): boolean {
  return place.write(draftPrefix(name) + row.id, JSON.stringify(row));
}

export function removeDraftAside(place: SecondPlace, name: string, id: string): void {
  place.remove(draftPrefix(name) + id);
}

export interface DraftsAside {
  readonly rows: readonly DraftRow[];
  /** What is no row at all, as it stands there; it is left where it is. */
  readonly unreadable: readonly UnreadableDraft[];
}

export function readDraftsAside(place: SecondPlace, name: string): DraftsAside {
  const prefix = draftPrefix(name);
  const [rows, unreadable]: [DraftRow[], UnreadableDraft[]] = [[], []];
  for (const key of place.keys(prefix)) {
    const text = place.read(key) ?? '';
    const row = rowIn(text);
    if (row === null) unreadable.push({ id: key.slice(prefix.length), text });
    else rows.push(row);
  }
  return { rows, unreadable };
}

function rowIn(text: string): DraftRow | null {
  const json = parseJson(text);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return null;
  const row = json.value as Partial<DraftRow>; // looked at on the next line
  const isRow = typeof row.id === 'string' && typeof row.body === 'string';
  return isRow && typeof row.updatedAt === 'number' ? (row as DraftRow) : null;
}
