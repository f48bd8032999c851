import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash } from '#domain/kernel/content-hash.ts';
import { hash128 } from '#domain/kernel/hash128.ts';
import { sha256, sha256Hex } from '#domain/kernel/sha256.ts';
import { utf8Bytes } from '#domain/kernel/utf8.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('sha256', () => {
  it('gives the published digests of FIPS 180-4', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(sha256Hex('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it('agrees with the platform on every text, also around block ends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
    for (let length = 50; length < 135; length += 1) {
      const text = 'ñ'.repeat(length);
      expect([...sha256(text)]).toEqual([...createHash('sha256').update(text).digest()]);
    }
  });
});

describe('utf8', () => {
  it('writes the same bytes as TextEncoder, lone surrogates included', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 });
    fc.assert(
      fc.property(units, (codes) => {
        const text = String.fromCharCode(...codes);
        expect([...utf8Bytes(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
  });
});

describe('content hash', () => {
  it('is the first 22 characters of the base64url of SHA-256 over canonical JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        const full = createHash('sha256').update(text).digest('base64url');
        expect(contentHash(value)).toBe(full.slice(0, 22));
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order of keys, and does depend on the order of lists', () => {
    expect(contentHash({ a: 1, b: [1, 2] })).toBe(contentHash({ b: [1, 2], a: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  it('treats an undefined property as absent and refuses what JSON cannot say', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(/finite/);
    expect(() => canonicalJson(() => 1)).toThrow(/function/);
  });
});

describe('hash128', () => {
  const hex = (text: string): string =>
    hash128(text)
      .map((word) => word.toString(16).padStart(8, '0'))
      .join('');

  it('gives the published values of MurmurHash3_x86_128', () => {
    expect(hex('')).toBe('00000000000000000000000000000000');
    expect(hex("I will not buy this tobacconist's, it is scratched.")).toBe(
      '9b5b7ba2ef3f7866889adeaf00f3f98e',
    );
  });

  it('separates texts that differ in one place, at every length of tail', () => {
    const seen = new Set<string>();
    for (let length = 0; length < 64; length += 1) {
      for (const last of ['a', 'b', 'c']) seen.add(hex('x'.repeat(length) + last));
    }
    expect(seen.size).toBe(192);
  });
});
