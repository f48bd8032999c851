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
  /** Px: as high as the space allows. */
  readonly rowHeight: number;
  /** Pages are chosen by letters above the tiles. */
  readonly paged: boolean;
  /** Small tiles for a narrow screen. */
  readonly compact: boolean;
}

/** Least sizes in rem; `student.module.css` has the same gap. */
const GAP = 0.5;
const TILE = { width: 8.5, height: 8.5 };
const COMPACT = { width: 6, height: 6.25 };
/** Higher than this a tile says nothing more. */
const HIGHEST = 12;
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
  const laidOut = (free: number, paged: boolean): TileLayout => {
    const rows = fit(free, tile.height);
    const even = (free - (rows - 1) * GAP) / rows;
    const rowHeight = Math.max(tile.height, Math.min(HIGHEST, even)) * space.rem;
    return { columns, capacity: columns * rows, rowHeight, paged, compact };
  };
  if (count <= capacityIn(height)) return laidOut(height, false);
  const tabsInRow = fit(width, TAB.width);
  // One row of letters; more where so many pages do not fit into it.
  let rows = 1;
  const below = (tabRows: number): number => height - tabRows * (TAB.height + GAP);
  while (rows < 3 && Math.ceil(count / capacityIn(below(rows))) > rows * tabsInRow) rows += 1;
  return laidOut(below(rows), true);
}

function fit(space: number, size: number): number {
  return Math.max(1, Math.floor((space + GAP) / (size + GAP)));
}
