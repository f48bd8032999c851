/** Whether the browser could not write something yet: told once around screens, so that none of them can call it saved. */
import { createContext, use, type ReactNode } from 'react';

const NotSaved = createContext(false);

export interface NotSavedProviderProps {
  readonly isNotSaved: boolean;
  readonly children: ReactNode;
}

export function NotSavedProvider({ isNotSaved, children }: NotSavedProviderProps) {
  return <NotSaved value={isNotSaved}>{children}</NotSaved>;
}

/** True while something on this page is in memory only. Outside of the provider: false. */
export function useNotSaved(): boolean {
  return use(NotSaved);
}
