import type { LocalText } from '../../kernel/local-text.ts';

/** A row of a graph: its name, and its value in units of the scale. */
export interface GraphRow {
  readonly name: LocalText;
  /** A picture of what is counted. */
  readonly thing: string;
  readonly value: number;
}
