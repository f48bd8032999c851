/** What a new student gets by themselves: an avatar, a picture secret and a badge, distinct within the group where possible. */
import { pick, shuffled, type Random } from '#domain/kernel/random.ts';
import type { PictureSecret } from '#domain/model/event.ts';

/** Pictures that a secret is made of. */
export const PICTURE_COUNT = 12;
/** Characters of a badge's token: 72 random bits, and a code of few modules that reads well from a print. */
export const BADGE_LENGTH = 12;

/** What stands in the group already. */
export interface Taken {
  readonly avatars: readonly string[];
  readonly secrets: readonly PictureSecret[];
}

/** An avatar that nobody in the group has; when all are taken, one of those that fewest have. */
export function chooseAvatar(
  random: Random,
  avatars: readonly string[],
  taken: readonly string[],
): string {
  const count = (avatar: string) => taken.filter((other) => other === avatar).length;
  const least = Math.min(...avatars.map(count));
  return pick(
    random,
    avatars.filter((avatar) => count(avatar) === least),
  );
}

/** Three different pictures in an order that nobody in the group has. There are 1,320; a group never has them all. */
export function chooseSecret(random: Random, taken: readonly PictureSecret[]): PictureSecret {
  const used = new Set(taken.map((secret) => secret.join()));
  const all = Array.from({ length: PICTURE_COUNT }, (_, picture) => picture);
  for (;;) {
    const [a = 0, b = 1, c = 2] = shuffled(random, all);
    if (!used.has([a, b, c].join()) || used.size >= 1320) return [a, b, c];
  }
}

export interface NewStudent {
  readonly name: string;
  readonly avatar: string;
  readonly secret: PictureSecret;
  readonly badge: string;
}

/**
 * The students of a list of names, in its order.
 * @param avatars ids to choose from
 * @param newToken random text of at least `BADGE_LENGTH` characters of base64url, new at every call
 */
export function newStudents(
  names: readonly string[],
  taken: Taken,
  avatars: readonly string[],
  random: Random,
  newToken: () => string,
): NewStudent[] {
  const students: NewStudent[] = [];
  for (const name of names) {
    students.push({
      name,
      avatar: chooseAvatar(random, avatars, [
        ...taken.avatars,
        ...students.map(({ avatar }) => avatar),
      ]),
      secret: chooseSecret(random, [...taken.secrets, ...students.map(({ secret }) => secret)]),
      badge: newToken().slice(0, BADGE_LENGTH),
    });
  }
  return students;
}
