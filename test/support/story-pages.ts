import { familyOf } from '#domain/items/families.ts';
import type { Source } from '#domain/items/family.ts';
import { accepted } from '#domain/items/graders.ts';
import type { Item } from '#domain/items/item.ts';
import { shownPrompt, type ShownToken } from '#domain/items/shown.ts';
import type { Language } from '#domain/kernel/local-text.ts';
import { unreachable } from '#domain/kernel/assert.ts';
import { rowOf } from './objective-rows.ts';

/** Narrower parameters: the numbers of one page. */
export type Numbers = Readonly<Record<string, unknown>>;

/** Every scene of an objective told with these numbers, in both languages: what people read before a release. */
export function storyPage(objectiveId: string, numbers: Numbers): string {
  const items = itemsWith(objectiveId, numbers);
  return items.map(storyOf).join('\n');
}

/** All items of an objective with these numbers, one for each scene and type. */
export function itemsWith(objectiveId: string, numbers: Numbers): Item[] {
  const row = rowOf(objectiveId);
  const params = { ...(JSON.parse(row.params) as object), ...numbers }; // the table's own column
  return sourceOf(row.family, params)
    .all()
    .map((one) => one.build());
}

function sourceOf(family: string, params: unknown): Source {
  const found = familyOf(family, 1);
  const source = found.ok ? found.value.parse(params) : found;
  if (!source.ok) throw new Error(JSON.stringify(source.error));
  return source.value;
}

function storyOf(item: Item): string {
  const { answer } = item;
  const unit = 'unit' in answer ? ` ${answer.unit?.en} / ${answer.unit?.es}` : '';
  return [
    `${item.identity} -> ${accepted(answer)}${unit}`,
    `  ${storyText(item, 'en')}`,
    `  ${storyText(item, 'es')}`,
  ].join('\n');
}

/** The words of a story as they are printed. */
export function storyText(item: Pick<Item, 'prompt'>, language: Language): string {
  return shownPrompt(item, language)
    .flatMap((part) => (part.type === 'text' ? part.text : []))
    .map((piece) => (typeof piece === 'string' ? piece : printed(piece)))
    .join('');
}

function printed(token: ShownToken): string {
  switch (token.type) {
    case 'number':
    case 'sign':
      return token.text;
    case 'fraction':
      return `${token.num}/${token.den}`;
    case 'percent':
      return `${token.text}%`;
    case 'blank':
    case 'power':
    case 'marked':
      throw new Error(`no ${token.type} stands in a story`);
    default:
      return unreachable(token);
  }
}
