import type { RecordReader } from '../../kernel/read-record.ts';
import { LARGEST_IN_WORDS } from '../number-words.ts';
import { clipped, largestOf, readSet } from '../number-set.ts';
import { isNamedPlace } from '../place-names.ts';
import type { Params, Part, PlaceAsk } from './place-value-case.ts';

/** Hundred thousands are the largest place with a name. */
const LARGEST = 999_999;

/** Reads what is asked and of which numbers; faults stay in the reader. */
export function parseParams(read: RecordReader): Params {
  const ask = read.oneOf('ask', ['compose', 'digit-at', 'digit-value', 'expanded', 'from-words']);
  switch (ask) {
    case 'compose':
      return composeParams(read);
    case 'from-words': {
      const n = readSet(read, 'n');
      if (largestOf(n) > LARGEST_IN_WORDS || clipped(n, 0, 0) !== null)
        read.fail('n', `numbers from 1 to ${LARGEST_IN_WORDS} are written in words`);
      return { ask, n };
    }
    case 'digit-at':
    case 'digit-value':
    case 'expanded':
      return placeParams(read, ask);
  }
}

function composeParams(read: RecordReader): Params {
  const parts = read.list('parts').map((part): Part => {
    part.text('name', /^[a-z]$/u);
    const place = part.integer('place', 1, 100_000);
    if (!isNamedPlace(place, 1)) part.fail('place', 'a power of ten is expected');
    const min = part.integer('min', 0, 9);
    return { place, min, max: part.integer('max', min, 9) };
  });
  const [first] = parts;
  const falling = parts.every(({ place }, i) => place < (parts[i - 1]?.place ?? Infinity));
  if (first === undefined || first.min === 0 || !falling)
    read.fail('parts', 'the largest place first, and its digit is not 0');
  const orders = read.words('orders', ['forward', 'reversed']);
  const show = read.words('show', ['text', 'blocks']);
  if (show.includes('blocks') && (!orders.includes('forward') || (first?.place ?? 0) > 100))
    read.fail('show', 'blocks stand for hundreds, tens and ones, in this order');
  return { ask: 'compose', parts, orders, show };
}

function placeParams(read: RecordReader, ask: PlaceAsk): Params {
  const scale = ask === 'digit-at' && read.has('scale') ? read.integer('scale', 1, 1000) : 1;
  if (scale !== 1 && scale !== 1000) read.fail('scale', 'whole numbers or thousandths');
  const n = readSet(read, 'n');
  if (largestOf(n) > LARGEST * scale || clipped(n, 0, scale - 1) !== null)
    read.fail('n', 'numbers from 1 to below a million are expected');
  const places = read.integers('places');
  if (places.some((place) => place < 1 || !isNamedPlace(place, scale)))
    read.fail('places', 'powers of ten up to hundred thousands are expected');
  const flag = (name: string): boolean => read.has(name) && read.boolean(name);
  return {
    ask,
    n,
    scale,
    places,
    distinctDigits: flag('distinctDigits'),
    lastDigitNotZero: flag('lastDigitNotZero'),
  };
}
