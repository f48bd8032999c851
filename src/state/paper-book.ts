/**
 * The sheets that this device printed, and those that were entered here: so that a sheet can be picked from a list, and nobody enters
 * one twice without noticing. Codes and ids only, kept on this device; what a sheet says follows from its code.
 */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { EventId, GroupId, StudentId } from '#domain/model/ids.ts';

export interface PaperEntry {
  /** Of the newest `paper.result` of the sheet. */
  readonly event: EventId;
  readonly student: StudentId;
  readonly correct: number;
  readonly of: number;
  /** Wall clock, ms. */
  readonly at: number;
  /** It was set aside right after. */
  readonly undone?: true;
}

export interface PaperRecord {
  readonly code: string;
  readonly group: GroupId;
  /** Whose sheet it is; null: whoever gets it. */
  readonly student: StudentId | null;
  /** When it was printed, or first seen here, wall clock, ms. */
  readonly at: number;
  readonly entry: PaperEntry | null;
}

interface Book {
  /** Newest first. */
  readonly list: readonly PaperRecord[];
}

const KEPT = 400;

export const usePaperBook = create<Book>()(
  persist((): Book => ({ list: [] }), {
    // Begins like the records of this device, so that it is erased with them when the device is left (data/erase.ts).
    name: 'nineoften.paper',
    version: 1,
    storage: createJSONStorage(() => localStorage),
  }),
);

/** Writes records down, in place of those with the same codes. */
export function keepPaper(records: readonly PaperRecord[]): void {
  const codes = new Set(records.map(({ code }) => code));
  const others = usePaperBook.getState().list.filter(({ code }) => !codes.has(code));
  usePaperBook.setState({ list: [...records, ...others].slice(0, KEPT) });
}
