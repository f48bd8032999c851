import { describe, expect, it } from 'vitest';
import { typeKey, type AnswerLayout, type Typed } from '#ui/answer/answer-parts.ts';
import { keyFromKeyboard } from '#ui/answer/keypad-keys.ts';

/** What stands in the boxes after these keys of a hardware keyboard. */
function type(layout: AnswerLayout, keys: string): Typed {
  return Array.from(keys).reduce<Typed>(
    (typed, char) => {
      const key = keyFromKeyboard(char === '←' ? 'Backspace' : char);
      return key === null ? typed : typeKey(layout, typed, key);
    },
    { text: '', box: 0 },
  );
}

describe('an answer of several boxes on a hardware keyboard', () => {
  it.each([
    ['fraction', '3/4', '3/4'],
    ['mixed', '2 3/4', '2 3/4'],
    ['mixed', '3/4', '3/4'],
    ['mixed', '12', '12'],
    ['time', '3:20', '3:20'],
    ['remainder', '7r2', '7 R 2'],
    ['remainder', '7 R2', '7 R 2'],
    ['remainder', '7 R 2', '7 R 2'],
    ['mixed', '2 3 / 4', '2 3/4'],
    ['number', '007', '007'],
    ['number', '1:2/3', '123'],
    ['decimal', '3,5', '3.5'],
    ['decimal', '٣٫٥', '3.5'],
    ['fraction', '٣/٤', '3/4'],
  ] as const)('%s: "%s" is %s', (layout, keys, text) => {
    expect(type(layout, keys).text).toBe(text);
  });

  it('Delete in an empty box goes back to the one before, and takes nothing away there', () => {
    expect(type('fraction', '3/←')).toEqual({ text: '3/', box: 0 });
    expect(type('fraction', '3/←←').text).toBe('');
    expect(type('time', '3:2←').box).toBe(1);
  });

  it('the key between the boxes goes round', () => {
    const round = [1, 2, 0].map((_, i, all) =>
      all.slice(0, i + 1).reduce((typed) => typeKey('mixed', typed, 'part'), { text: '', box: 0 }),
    );
    expect(round.map(({ box }) => box)).toEqual([1, 2, 0]);
    expect(typeKey('fraction', { text: '3/4', box: 1 }, 'part')).toEqual({ text: '3/4', box: 0 });
  });

  it('what is typed between numbers never leads back over a number', () => {
    expect(type('time', '3::20').text).toBe('3:20');
    expect(type('fraction', ' /3').text).toBe('/3');
    expect(type('remainder', ' 7').box).toBe(0);
  });
});
