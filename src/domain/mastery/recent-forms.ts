/**
 * `f` of a progress document: the items of a student's last two forms of each objective since it was last met, so that the next
 * form can avoid them. What is mastered and lasts has none.
 *
 *   f = (";" position ("|" moment ":" identity ("," identity)*)+)*
 *
 * Numbers are base 36, `moment` in whole seconds, the newest form first, identities as in `compact.ts`. Which two are kept
 * depends on their moments, not on the order of arrival. (It is a help for choosing items, not a fact: a form that was
 * dropped when the objective was met does not come back when that is withdrawn.)
 */
import type { ProgressBody } from '../model/documents.ts';
import { packNumber, packText, unpackText } from './compact.ts';

const KEPT = 2;

/** Identities of the items of the last forms, newest form first; at most two. */
export function recentForms(body: ProgressBody | undefined, position: number): string[][] {
  return formsAt(body?.f ?? '', position).map((form) => {
    const items = form.slice(form.indexOf(':') + 1);
    return items === '' ? [] : items.split(',').map(unpackText);
  });
}

/** `f` with one more form of the objective, taken at `moment` (ms). Adding the same form twice changes nothing. */
export function withFormIn(
  f: string,
  position: number,
  identities: readonly string[],
  moment: number,
): string {
  const form = `${packNumber(Math.floor(moment / 1000))}:${identities.map(packText).join(',')}`;
  return withForms(f, position, [form]);
}

/** The forms of both, the newest two of each objective. */
export function joinedForms(f: string, other: string): string {
  return positionsWithForms(other).reduce(
    (all, position) => withForms(all, position, formsAt(other, position)),
    f,
  );
}

/** Positions of the objectives that have any. */
export function positionsWithForms(f: string): number[] {
  return f
    .split(';')
    .filter((group) => group !== '')
    .map(positionOf);
}

/** `f` without the forms of the objective that were taken at `moment` (ms) or before it. */
export function withoutFormsUntil(f: string, position: number, moment: number): string {
  const until = Math.floor(moment / 1000);
  const forms = formsAt(f, position);
  const later = forms.filter((form) => Number.parseInt(form, 36) > until);
  return later.length === forms.length ? f : withForms(withoutForms(f, position), position, later);
}

function withForms(f: string, position: number, added: readonly string[]): string {
  const forms = new Set([...formsAt(f, position), ...added]);
  if (forms.size === 0) return f;
  const kept = [...forms].toSorted(newestFirst).slice(0, KEPT);
  return `${withoutForms(f, position)};${packNumber(position)}|${kept.join('|')}`
    .split(';')
    .filter((group) => group !== '')
    .toSorted((a, b) => positionOf(a) - positionOf(b))
    .map((group) => `;${group}`)
    .join('');
}

/** `f` without the forms of one objective. */
function withoutForms(f: string, position: number): string {
  const from = f.indexOf(headOf(position));
  if (from < 0) return f;
  const to = f.indexOf(';', from + 1);
  return f.slice(0, from) + (to < 0 ? '' : f.slice(to));
}

function formsAt(f: string, position: number): string[] {
  const from = f.indexOf(headOf(position));
  if (from < 0) return [];
  const to = f.indexOf(';', from + 1);
  return f.slice(from + headOf(position).length, to < 0 ? undefined : to).split('|');
}

function headOf(position: number): string {
  return `;${packNumber(position)}|`;
}

function positionOf(group: string): number {
  // Reads up to the bar behind the position.
  return Number.parseInt(group, 36);
}

/** By moment, later first; forms of one second by their text. */
function newestFirst(a: string, b: string): number {
  return Number.parseInt(b, 36) - Number.parseInt(a, 36) || (a < b ? -1 : 1);
}
