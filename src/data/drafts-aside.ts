/** Running checks in the browser's second place: those whose newest tap the database did not take. */
import { parseJson } from '#protocol/json.ts';
import type { SecondPlace } from '#platform/second-place.ts';
import type { DraftRow } from './database.ts';

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

/** What cannot be read is left where it is. */
export function readDraftsAside(place: SecondPlace, name: string): readonly DraftRow[] {
  return place.keys(draftPrefix(name)).flatMap((key) => {
    const json = parseJson(place.read(key) ?? '');
    if (!json.ok || typeof json.value !== 'object' || json.value === null) return [];
    const row = json.value as Partial<DraftRow>; // looked at on the next line
    const isRow = typeof row.id === 'string' && typeof row.body === 'string';
    return isRow && typeof row.updatedAt === 'number' ? [row as DraftRow] : [];
  });
}
