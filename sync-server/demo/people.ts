/** The invented people of the demo school. Any likeness to real people is chance. */
import { intBetween, shuffled, type Random } from '#domain/kernel/random.ts';
import type { PictureSecret } from '#domain/model/event.ts';
import type { AssignableRole } from '#domain/model/role.ts';

const CHILDREN =
  `Aaliyah, Abebe, Aditi, Aiko, Alejandro, Amara, Amina, Anahí, Anders, Anya, Aroha, Arjun, Ayşe, Beatriz, Ben, Bilal,
  Blessing, Camila, Chen, Chidi, Chloé, Daan, Dilara, Diego, Ekaterina, Elif, Emeka, Emma, Esperanza, Farah, Fatou, Finn,
  Freya, Gabriel, Giulia, Hana, Hassan, Hiroshi, Hugo, Ife, Ines, Isaac, Itzel, Jamal, Jin, João, Jonas, Kaia, Kofi, Lakshmi,
  Leila, Liam, Linh, Lucía, Malik, Manaia, Marek, Mateo, Mei, Milan, Minh, Mirembe, Nadia, Nia, Noor, Nikos, Olga, Omar,
  Oona, Pablo, Priya, Quetzali, Rania, Ravi, Rosa, Ruth, Sakura, Samir, Sofía, Tariq, Thandiwe, Tomás, Uma, Viktor, Wanjiru,
  Xochitl, Yara, Yusuf, Zofia, Zainab`.split(/,\s*/);

const AVATARS =
  `fox cat dog bear panda rabbit mouse koala lion tiger cow pig monkey frog owl penguin chick sheep elephant whale turtle
  snail bee butterfly octopus leaf tulip sunflower cactus clover acorn apple pear cherry carrot balloon rocket rainbow`.split(
    /\s+/,
  );

export interface DemoStudent {
  readonly id: string;
  readonly name: string;
  readonly avatar: string;
  readonly secret: PictureSecret;
  readonly badge: string;
}

export interface DemoGroup {
  readonly id: string;
  readonly name: string;
  readonly students: readonly DemoStudent[];
}

export interface DemoStaff {
  readonly name: string;
  readonly email: string;
  readonly role: AssignableRole;
  /** Places in the list of groups. */
  readonly groups: readonly number[];
}

export const DEMO_STAFF: readonly DemoStaff[] = [
  { name: 'Maya Lindqvist', email: 'maya@demo.example', role: 'admin', groups: [] },
  { name: 'Daniel Okafor', email: 'daniel@demo.example', role: 'teacher', groups: [0, 1] },
  { name: 'Carmen Ruiz', email: 'carmen@demo.example', role: 'teacher', groups: [2] },
  { name: 'Tuan Nguyen', email: 'tuan@demo.example', role: 'volunteer', groups: [1] },
];
export const DEMO_PASSPHRASE = 'nine of ten demo';
export const DEMO_PIN = '1234';

/** An id of 128 bits from a seeded source: the same school every time. */
export function demoId(random: Random): string {
  const bytes = Uint8Array.from({ length: 16 }, () => intBetween(random, 0, 255));
  return Buffer.from(bytes).toString('base64url');
}

function makeStudents(random: Random, names: readonly string[]): DemoStudent[] {
  const avatars = shuffled(random, AVATARS);
  const secrets = new Set<string>();
  return names.map((name, i) => {
    let secret: PictureSecret;
    do {
      const [a = 0, b = 1, c = 2] = shuffled(random, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      secret = [a, b, c];
    } while (secrets.has(secret.join()));
    secrets.add(secret.join());
    const avatar = avatars[i % avatars.length] ?? 'fox';
    return { id: demoId(random), name, avatar, secret, badge: demoId(random).slice(0, 12) };
  });
}

/** Three groups of 28 to 30 children, no first name twice in the school. */
export function makeGroups(random: Random): DemoGroup[] {
  const names = shuffled(random, CHILDREN);
  let from = 0;
  return [
    ['2B', 28],
    ['3A', 30],
    ['4C', 29],
  ].map(([name, size]) => {
    const own = names.slice(from, (from += Number(size))).toSorted((a, b) => a.localeCompare(b));
    return { id: demoId(random), name: String(name), students: makeStudents(random, own) };
  });
}
