import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';

/** Marks what can be reached and opened in a grid: `<td data-cell>`, `<th data-cell>`. */
const CELL = '[data-cell]';

/** Props of the `<table>`. */
export interface GridKeys {
  readonly role: 'grid';
  readonly ref: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLTableElement>) => void;
}

/**
 * A grid by the keyboard, with one listener for all cells: one stop for Tab, arrows between cells, Home and End within a row,
 * with Control to the corners, Page Up and Down by ten rows, Enter and Space open.
 * @param onOpen gets the cell; its row is `closest('tr')`
 */
export function useGridKeys(onOpen: (cell: HTMLTableCellElement) => void): GridKeys {
  const ref = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const table = ref.current;
    // One cell is always the stop, also after the one that was it is gone.
    if (table !== null && table.querySelector(`${CELL}[tabindex="0"]`) === null)
      table.querySelector<HTMLElement>(CELL)?.setAttribute('tabindex', '0');
  });
  return {
    role: 'grid',
    ref,
    onClick({ target }) {
      const cell = cellOf(target);
      if (cell === null) return;
      moveTo(ref.current, cell);
      onOpen(cell);
    },
    onKeyDown(event) {
      const cell = cellOf(event.target);
      const table = ref.current;
      if (cell === null || table === null) return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        onOpen(cell);
        return;
      }
      const next = step(table, cell, event.key, event.ctrlKey || event.metaKey);
      if (next === null) return;
      event.preventDefault();
      moveTo(table, next);
    },
  };
}

function cellOf(target: EventTarget): HTMLTableCellElement | null {
  return target instanceof Element
    ? target.closest<HTMLTableCellElement>(`td${CELL}, th${CELL}`)
    : null;
}

function moveTo(table: HTMLTableElement | null, cell: HTMLElement): void {
  for (const old of table?.querySelectorAll(`${CELL}[tabindex="0"]`) ?? [])
    old.setAttribute('tabindex', '-1');
  cell.setAttribute('tabindex', '0');
  cell.focus();
}

const PAGE = 10;

function step(
  table: HTMLTableElement,
  cell: HTMLTableCellElement,
  key: string,
  far: boolean,
): HTMLTableCellElement | null {
  const rows = [...table.rows]
    .map((row) => [...row.querySelectorAll<HTMLTableCellElement>(CELL)])
    .filter((row) => row.length > 0);
  const y = rows.findIndex((row) => row.includes(cell));
  const x = rows[y]?.indexOf(cell) ?? -1;
  const isRtl = getComputedStyle(table).direction === 'rtl';
  const to = (row: number, column: number): HTMLTableCellElement | null => {
    const line = rows[clamp(row, rows.length)];
    return line?.[clamp(column, line.length)] ?? null;
  };
  switch (key) {
    case 'ArrowUp':
      return to(y - 1, x);
    case 'ArrowDown':
      return to(y + 1, x);
    case 'ArrowLeft':
      return to(y, x + (isRtl ? 1 : -1));
    case 'ArrowRight':
      return to(y, x + (isRtl ? -1 : 1));
    case 'PageUp':
      return to(y - PAGE, x);
    case 'PageDown':
      return to(y + PAGE, x);
    case 'Home':
      return to(far ? 0 : y, 0);
    case 'End':
      return to(far ? rows.length : y, Infinity);
    default:
      return null;
  }
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
