import type { LocalText } from '../i18n/use-local-text.ts';

/** What a question shows, as plain data. The shapes are those of an item's prompt. */
export type PromptPart =
  | { readonly type: 'text'; readonly text: LocalText }
  | { readonly type: 'equation'; readonly tokens: readonly EquationToken[] }
  | ColumnsPart
  | BondPart
  | { readonly type: 'figure'; readonly figure: EqualGroupsFigure; readonly spoken: LocalText };

/** Numbers and signs in writing order; `_` is the blank to fill. */
export type EquationToken = number | '+' | '\u2212' | '×' | '÷' | '=' | '_';

export interface ColumnsPart {
  readonly type: 'columns';
  readonly op: '+' | '\u2212' | '×';
  readonly upper: number;
  readonly lower: number;
}

export interface BondPart {
  readonly type: 'bond';
  readonly whole: number | '_';
  readonly parts: readonly [number | '_', number | '_'];
}

export interface EqualGroupsFigure {
  readonly type: 'equal-groups';
  readonly layout: 'groups' | 'array';
  readonly groups: number;
  readonly each: number;
  /** Which thing to draw; an unknown one is drawn as a counter. */
  readonly object: { readonly id: string; readonly many: LocalText };
}
