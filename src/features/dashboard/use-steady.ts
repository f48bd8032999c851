import { useState } from 'react';

/**
 * The list as it was first seen, for as long as it says the same: a list that every snapshot makes anew does not make anew what
 * is worked out of it. @param saying all that matters of an item
 */
export function useSteady<T>(list: readonly T[], saying: (item: T) => string): readonly T[] {
  const said = list.map(saying).join('\n');
  const [kept, setKept] = useState({ said, list });
  if (kept.said === said) return kept.list;
  setKept({ said, list });
  return list;
}
