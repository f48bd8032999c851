import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#domain/kernel/random.ts';
import { BADGE_LENGTH, newStudents } from '#features/roster/new-student.ts';

const avatars = Array.from({ length: 24 }, (_, index) => `avatar-${index}`);
const none = { avatars: [], secrets: [] };

function make(
  names: readonly string[],
  seed: string,
  taken: Parameters<typeof newStudents>[1] = none,
) {
  let count = 0;
  return newStudents(names, taken, avatars, seededRandom(seed), () =>
    `token-${count++}`.padEnd(22, 'x'),
  );
}

describe('new students', () => {
  it('have secrets that nobody else in the group has, of three different pictures', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (seed, size) => {
        const before = make(
          Array.from({ length: 20 }, () => 'old'),
          `before ${seed}`,
        );
        const students = make(
          Array.from({ length: size }, () => 'new'),
          seed,
          { avatars: [], secrets: before.map(({ secret }) => secret) },
        );
        const secrets = [...before, ...students].map(({ secret }) => secret.join());
        expect(new Set(secrets).size).toBe(secrets.length);
        for (const { secret } of students) expect(new Set(secret).size).toBe(3);
      }),
      { numRuns: 30 },
    );
  });

  it('share an avatar only when all are taken', () => {
    const students = make(
      Array.from({ length: 30 }, () => 'x'),
      'seed',
    );
    const used = students.map(({ avatar }) => avatar);
    expect(new Set(used.slice(0, avatars.length)).size).toBe(avatars.length);
    for (const avatar of avatars) {
      expect(used.filter((other) => other === avatar).length).toBeLessThanOrEqual(2);
    }
  });

  it('get short badge tokens of their own', () => {
    const students = make(['Ana', 'Ben'], 'seed');
    expect(students.map(({ badge }) => badge.length)).toEqual([BADGE_LENGTH, BADGE_LENGTH]);
    expect(new Set(students.map(({ badge }) => badge)).size).toBe(2);
  });
});
