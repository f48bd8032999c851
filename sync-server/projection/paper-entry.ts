import { readEvent, type Envelope } from '#protocol/event.ts';

/**
 * What a person entered of a sheet of paper, to be compared: whose it is, which sheet, what was wrong, how long it took. Who entered
 * it, when and on which device is no part of it. Undefined for everything else.
 */
export function entryOnPaper(envelope: Envelope): string | undefined {
  if (envelope.kind !== 'paper.result') return undefined;
  const event = readEvent(envelope);
  if (!event.ok || event.value.kind !== 'paper.result') return undefined;
  const { about, body } = event.value;
  const { course, objective, form, of, wrong, minutes } = body;
  const places = wrong.toSorted((a, b) => a - b);
  return JSON.stringify([about, course, objective, form.hash, of, places, minutes]);
}
