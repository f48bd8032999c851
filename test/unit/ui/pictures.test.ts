import { describe, expect, it } from 'vitest';
import { animals } from '#ui/pictures/avatar-animals.ts';
import { moreAnimals } from '#ui/pictures/avatar-more-animals.ts';
import { things } from '#ui/pictures/avatar-things.ts';
import { wholeText } from '#domain/items/digits-text.ts';
import { counterShapes } from '#ui/prompt/counter-shapes.ts';
import { sceneObjects } from '#domain/items/families/scenes.ts';

const drawings = { ...animals, ...moreAnimals, ...things };

describe('avatars', () => {
  it('there are enough for a class of 30 with none twice, and no two drawings are the same', () => {
    const all = Object.values(drawings).map((drawing) => JSON.stringify(drawing.shapes));
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all).size).toBe(all.length);
  });

  it('a child keeps the picture for ever: ids that were released are still there', () => {
    expect(Object.keys(drawings)).toEqual(expect.arrayContaining(RELEASED));
  });
});

describe('pictures to count', () => {
  it('every thing that a question can show has a drawing of its own', () => {
    const fallback = counterShapes('something nobody has drawn');
    const undrawn = sceneObjects.filter(({ id }) => counterShapes(id) === fallback);
    expect(undrawn).toEqual([]);
  });
});

describe('numbers in questions', () => {
  it('are grouped only from five digits on, with a space that no country reads as a decimal mark', () => {
    expect(wholeText(9999)).toBe('9999');
    expect(wholeText(10_000)).toBe('10\u2009000');
    expect(wholeText(1_234_567)).toBe('1\u2009234\u2009567');
  });
});

const RELEASED = (
  'fox cat dog bear panda rabbit mouse koala lion tiger cow pig monkey frog owl penguin chick sheep elephant whale ' +
  'turtle snail bee butterfly ladybird octopus leaf tulip sunflower cactus mushroom clover acorn apple pear cherry ' +
  'carrot balloon rocket umbrella lighthouse mountain rainbow shell feather pencil book robot teapot paperplane ' +
  'lantern snowflake'
).split(' ');
