/** How many tiles fit into the space that is there, in rem and px as measured. */

export interface Space {
  readonly width: number;
  readonly height: number;
  /** Px of one rem: larger where a person asked for larger text. */
  readonly rem: number;
}

export interface TileLayout {
  readonly columns: number;
  /** Tiles on one page. */
  readonly capacity: number;
  /** Pages are chosen by letters above the tiles. */
  readonly paged: boolean;
  /** Small tiles for a narrow screen. */
  readonly compact: boolean;
}

/** Sizes in rem; `student.module.css` draws them so. */
const GAP = 0.5;
const TILE = { width: 8.5, height: 8.5 };
const COMPACT = { width: 6, height: 6.25 };
const TAB = { width: 4.5, height: 4 };
/** Below this width (rem) tiles are small. */
const NARROW = 40;

/** @param count how many children have to be reached */
export function layOutTiles(count: number, space: Space): TileLayout {
  const [width, height] = [space.width / space.rem, space.height / space.rem];
  const compact = width < NARROW || height < 3 * TILE.height;
  const tile = compact ? COMPACT : TILE;
  const columns = fit(width, tile.width);
  const capacityIn = (free: number): number => columns * fit(free, tile.height);
  const all = capacityIn(height);
  if (count <= all) return { columns, capacity: all, paged: false, compact };
  const tabsInRow = fit(width, TAB.width);
  // One row of letters; more where so many pages do not fit into it.
  let capacity = 1;
  for (let rows = 1; rows <= 3; rows += 1) {
    capacity = capacityIn(height - rows * (TAB.height + GAP));
    if (Math.ceil(count / capacity) <= rows * tabsInRow) break;
  }
  return { columns, capacity, paged: true, compact };
}

function fit(space: number, size: number): number {
  return Math.max(1, Math.floor((space + GAP) / (size + GAP)));
}
