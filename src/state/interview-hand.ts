/** Under which thumb the mark buttons stand: a habit of the person, kept on this device. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export type MarkHand = 'left' | 'both' | 'right';

export const useMarkHand = create<{ readonly hand: MarkHand }>()(
  persist((): { readonly hand: MarkHand } => ({ hand: 'both' }), {
    name: 'nine-of-ten.mark-hand',
    version: 1,
    storage: createJSONStorage(() => localStorage),
  }),
);

export function setMarkHand(hand: MarkHand): void {
  useMarkHand.setState({ hand });
}
