/** What a question shows, in one language, as plain data: numbers are texts, pictures are geometry. null is the blank to fill. */
export type PromptToken =
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'sign'; readonly text: string }
  | { readonly type: 'blank' }
  | {
      readonly type: 'fraction';
      readonly whole: string | null;
      readonly num: string | null;
      readonly den: string | null;
    }
  | { readonly type: 'power'; readonly base: string; readonly exponent: string | null }
  | { readonly type: 'percent'; readonly text: string | null }
  | {
      readonly type: 'marked';
      readonly before: string;
      readonly digit: string;
      readonly after: string;
    };

export type PromptPart = { readonly spoken: string } & (
  | { readonly type: 'text'; readonly text: readonly (string | PromptToken)[] }
  | { readonly type: 'equation'; readonly tokens: readonly PromptToken[] }
  | {
      readonly type: 'columns';
      readonly op: string;
      readonly upper: string;
      readonly lower: string;
    }
  | { readonly type: 'division'; readonly dividend: string; readonly divisor: string }
  | {
      readonly type: 'bond';
      readonly whole: string | null;
      readonly parts: readonly [string | null, string | null];
    }
  | { readonly type: 'sequence'; readonly numbers: readonly (string | null)[] }
  | { readonly type: 'drawing'; readonly drawing: Drawing }
);
export type PartOf<T extends PromptPart['type']> = Extract<PromptPart, { readonly type: T }>;

type Point = readonly [x: number, y: number];
export type Ink = 'ink' | 'soft' | 'accent' | 'second';
export type Fill = Ink | 'paper' | 'shade' | 'accent-soft' | 'second-soft' | 'copper' | 'silver';

/** A picture in units of its own; y runs down, angles clockwise from 12 o'clock in degrees. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Widest it is shown, in root ems. */
  readonly rem: number;
  readonly marks: readonly Mark[];
}

interface Stroke {
  readonly ink: Ink;
  readonly line: number;
  readonly dashed?: true;
}
interface Filled {
  readonly fill?: Fill;
}
export type Mark =
  | ({ readonly type: 'line'; readonly from: Point; readonly to: Point } & Stroke)
  | ({
      readonly type: 'path';
      readonly points: readonly Point[];
      readonly closed: boolean;
    } & Stroke &
      Filled)
  | ({ readonly type: 'circle'; readonly at: Point; readonly r: number } & Stroke & Filled)
  | ({
      readonly type: 'ellipse';
      readonly at: Point;
      readonly rx: number;
      readonly ry: number;
    } & Stroke &
      Filled)
  | ({
      readonly type: 'sector';
      readonly at: Point;
      readonly r: number;
      readonly from: number;
      readonly to: number;
      readonly open?: true;
    } & Stroke &
      Filled)
  | ({
      readonly type: 'rect';
      readonly at: Point;
      readonly width: number;
      readonly height: number;
      readonly round?: number;
    } & Stroke &
      Filled)
  | {
      readonly type: 'text';
      readonly at: Point;
      readonly text: string;
      readonly size: number;
      readonly ink?: Ink;
      readonly align?: 'start' | 'end';
      readonly bold?: true;
    }
  | { readonly type: 'thing'; readonly at: Point; readonly size: number; readonly id: string };
