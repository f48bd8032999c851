import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intBetween, seededRandom } from '#domain/kernel/random.ts';
import { byPlace, packDigests, unpackDigests } from '#domain/mastery/digest.ts';
import type { Digest } from '#domain/mastery/entry.ts';
import { check, digest, mark, someDigests } from './arbitraries.ts';

function unpacked(text: string): Digest[] {
  const result = unpackDigests(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const sorted = (digests: readonly Digest[]): Digest[] =>
  digests.toSorted((a, b) => a.position - b.position || byPlace(a, b));

test('what is packed comes back as it was', () => {
  fc.assert(
    fc.property(someDigests(40), (digests) => {
      expect(unpacked(packDigests(digests))).toEqual(sorted(digests));
    }),
    { numRuns: 1000 },
  );
});

test('the text is the same for any order and any duplicates', () => {
  fc.assert(
    fc.property(
      someDigests(4).chain((digests) =>
        fc.tuple(fc.constant(digests), fc.shuffledSubarray([...digests, ...digests])),
      ),
      ([digests, more]) => {
        expect(packDigests([...more, ...digests])).toBe(packDigests(digests));
      },
    ),
    { numRuns: 300 },
  );
});

test('two different records under one address give the same text, whichever came first', () => {
  const [one, other] = [digest(0, check(9)), digest(0, check(3))];
  expect(packDigests([one, other])).toBe(packDigests([other, one]));
  expect(unpacked(packDigests([one, other]))).toHaveLength(1);
});

test('the text of version 1 does not change', () => {
  const digests: Digest[] = [
    digest(0, check(9, { activeMs: 142_350 }), { position: 40, stream: 37, slot: 1234 }),
    digest(1, check(7, { timeFactor: 1.5, purpose: 'retention', finished: false }), {
      position: 40,
      rev: 2,
    }),
    digest(0, mark('met', { thing: 'glad', role: 'volunteer', occasion: 'a1b2c3' })),
    digest(2, {
      type: 'mark',
      mark: { type: 'rate', hits: 19, of: 20 },
      purpose: 'baseline',
      role: 'admin',
      occasion: '',
    }),
    digest(3, {
      type: 'mark',
      mark: { type: 'levels', levels: [3, 4] },
      purpose: 'agreement',
      role: 'principal',
      occasion: 'o',
      part: 'día',
    }),
    digest(4, {
      type: 'judgement',
      decision: 'mastered',
      replaces: [
        { stream: 1, slot: 9 },
        { stream: 40, slot: 8 },
      ],
    }),
    digest(5, { type: 'withdraw', targets: [{ stream: 1, slot: 1 }] }),
  ];
  expect(packDigests(digests)).toBe(
    [
      '1',
      ';0',
      ',m1.1:tkoe80::m::v:a1b2c3:glad',
      ',m1.3:tks3k0::rj-k:b:a',
      ',m1.4:tkty80::l3-4:a:p:o::d~ed~a',
      ',j1.5:tkvsw0::m:1.9+14.8',
      ',w1.6:tkxnk0::1.1',
      ';14',
      ',c11.ya:tkoe80::9:a:13k',
      ',c1.2:tkq8w0:2:7:a:go:46:r:0',
    ].join(''),
  );
});

test('the text of what came after the first release does not change', () => {
  const digests: Digest[] = [
    digest(0, check(9, { sure: 'not-sure', notes: ['rapid', 'pauses', 'stopped', 'paper'] })),
    digest(1, check(9, { sure: 'sure' }), { unsure: true }),
    digest(2, check(9, { notes: ['paper'] })),
    digest(3, { type: 'restore', targets: [{ stream: 1, slot: 9 }] }),
    digest(4, { type: 'review', targets: [{ stream: 2, slot: 3 }] }),
    digest(5, { type: 'allow' }),
    digest(6, { type: 'signal', signal: 'ready' }),
    digest(7, { type: 'signal', signal: 'help' }),
    digest(8, { type: 'signal', signal: 'none' }),
  ];
  const text = packDigests(digests);
  expect(text.split(',').slice(1)).toMatchInlineSnapshot(`
    [
      "c1.1:tkoe80::9:a:go:::::n:rpkw",
      "c1.2:tkq8w0::9:a:go::::u:s",
      "c1.3:tks3k0::9:a:go::::::w",
      "b1.4:tkty80::1.9",
      "v1.5:tkvsw0::2.3",
      "a1.6:tkxnk0",
      "s1.7:tkzi80::r",
      "s1.8:tl1cw0::h",
      "s1.9:tl37k0::n",
    ]
  `);
  expect(unpacked(text)).toEqual(digests);
});

test('a time is never rounded across the limit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700_000 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(100, 110, 125, 150, 200, 300),
      (activeMs, tensOfSeconds, percent) => {
        const limit = tensOfSeconds * 100 * percent;
        const [kept] = unpacked(packDigests([digest(0, check(9, { activeMs }))]));
        const time = kept?.entry.type === 'check' ? kept.entry.activeMs : Number.NaN;
        expect(time <= limit).toBe(activeMs <= limit);
      },
    ),
    { numRuns: 1000 },
  );
  for (const [activeMs, inTime] of [
    [180_000, true],
    [180_001, false],
    [179_999, true],
  ] as const) {
    const [kept] = unpacked(packDigests([digest(0, check(9, { activeMs }))]));
    expect(kept?.entry.type === 'check' && kept.entry.activeMs <= 180_000).toBe(inTime);
  }
});

test('long names of occasions are shortened and stay different', () => {
  const occasions = ['5f1c0a5e-one-sitting', '5f1c0a5e-another-sitting'];
  const kept = unpacked(
    packDigests(occasions.map((occasion, i) => digest(i, mark('met', { occasion })))),
  );
  const short = kept.map(({ entry }) => (entry.type === 'mark' ? entry.occasion : ''));
  expect(new Set(short).size).toBe(2);
  for (const one of short) expect(one.length).toBeLessThanOrEqual(8);
  expect(unpacked(packDigests(kept))).toEqual(kept);
});

describe('a later version', () => {
  test('its trailing fields are kept and written back', () => {
    fc.assert(
      fc.property(someDigests(3), fc.constantFrom('x', '1:2', '::z'), (digests, rest) => {
        const later = digests.map((one) => ({ ...one, rest }));
        expect(packDigests(unpacked(packDigests(later)))).toBe(packDigests(later));
        expect(unpacked(packDigests(later)).map((one) => one.entry)).toEqual(
          sorted(digests).map(({ entry }) => entry),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('its new kinds are kept and written back', () => {
    const text = '1;0,q1.5:tkmo00::x:y,c1.6:tkmo01::9:a:go';
    expect(unpacked(text).map(({ entry }) => entry.type)).toEqual(['unknown', 'check']);
    expect(packDigests(unpacked(text))).toBe(text);
  });
});

test.each([
  ['2;0,c1.1:tkmo00::9:a:go', 'digest-version', ''],
  ['1;,c1.1:tkmo00::9:a:go', 'digest-malformed', 'group[0]'],
  ['1;0,c1.1:tkmo00::9:a:go,c1:tkmo00', 'digest-malformed', 'group[0].record[1]'],
  ['1;0,c1.1:tkmo00::9:a', 'digest-malformed', 'group[0].record[0]'],
  ['1;0,m1.1:tkmo00::z', 'digest-malformed', 'group[0].record[0]'],
  ['1;0,j1.1:tkmo00::m:1.2+3', 'digest-malformed', 'group[0].record[0]'],
])('%s cannot be read: %s at "%s"', (text, code, path) => {
  const result = unpackDigests(text);
  expect(result.ok ? null : result.error).toMatchObject({ code, path });
});

test('a check takes about 25 characters, group and all', () => {
  const random = seededRandom('sizes');
  const digests = Array.from({ length: 170 }, (_, i) =>
    digest(i, check(intBetween(random, 5, 10), { activeMs: intBetween(random, 40_000, 250_000) }), {
      position: intBetween(random, 0, 149),
      stream: intBetween(random, 1, 60),
      slot: intBetween(random, 1, 3000),
    }),
  );
  expect(packDigests(digests).length / digests.length).toBeLessThan(26);
});
