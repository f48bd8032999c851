/** Where the last interview on this device was: one tap from Today leads back to it. Ids only, kept on this device. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export interface InterviewPlace {
  readonly group: string;
  readonly course: string;
  readonly unit: string;
  readonly student: string;
  /** Wall clock in ms. */
  readonly at: number;
}

interface LastInterview {
  readonly place: InterviewPlace | null;
}

export const useLastInterview = create<LastInterview>()(
  persist((): LastInterview => ({ place: null }), {
    name: 'nine-of-ten.last-interview',
    version: 1,
    storage: createJSONStorage(() => localStorage),
  }),
);

export function rememberInterview(place: InterviewPlace): void {
  useLastInterview.setState({ place });
}
