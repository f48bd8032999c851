import type { ObjectiveBoard } from '#domain/reports/objective-board.ts';
import type { Flag } from '#domain/model/status.ts';
import { FLAG_SIGNS, useFlagText } from './use-flag-text.ts';
import css from './board.module.css';

/** What the small signs in the cells mean: only those that are there. */
export function FlagLegend({ board }: { readonly board: ObjectiveBoard }) {
  const flagText = useFlagText();
  const here = new Set<Flag>(
    board.rows.flatMap(({ cells }) => cells.flatMap(({ flags }) => [...flags])),
  );
  const signs = [...here].flatMap((flag) => {
    const sign = FLAG_SIGNS[flag];
    return sign === undefined ? [] : [{ flag, sign }];
  });
  if (signs.length === 0) return null;
  return (
    <ul className={css['signs']}>
      {signs.map(({ flag, sign }) => (
        <li key={flag}>
          <span aria-hidden>{sign}</span> {flagText(flag)}
        </li>
      ))}
    </ul>
  );
}
