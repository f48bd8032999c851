import { pick, seededRandom } from '../../kernel/random.ts';

/**
 * First names of children, by region of the language they are at home in. Stories choose by place: names may be written
 * better, but none is added or taken out.
 */
export const NAMES_BY_REGION: Readonly<Record<string, readonly string[]>> = {
  'Latin America and Spain': ['Lucía', 'Mateo', 'Sofía', 'Diego', 'Valentina', 'Pablo'],
  'English-speaking countries': ['Ruby', 'Oscar', 'Grace', 'Henry', 'Daisy', 'Toby'],
  'Brazil and Portugal': ['Beatriz', 'Tiago', 'Rafael', 'Inês', 'Caio', 'Luana'],
  'France, Haiti and the Maghreb': ['Odette', 'Luc', 'Chloé', 'Fabrice', 'Yanis', 'Solène'],
  'Arabic-speaking countries': ['Amir', 'Layla', 'Omar', 'Salma', 'Yusuf', 'Noor'],
  'Iran and Turkey': ['Parisa', 'Navid', 'Elif', 'Deniz', 'Kaveh', 'Yasemin'],
  'South Asia': ['Arjun', 'Priya', 'Ravi', 'Anika', 'Farhan', 'Meena'],
  'West Africa': ['Kofi', 'Ngozi', 'Kwame', 'Adjoa', 'Chidi', 'Sade'],
  'East and southern Africa': ['Zuri', 'Juma', 'Neema', 'Baraka', 'Thandi', 'Imani'],
  'Slavic countries': ['Mila', 'Ivan', 'Katya', 'Oleg', 'Zora', 'Bogdan'],
  China: ['Mei', 'Jun', 'Lan', 'Wei', 'Xiu', 'Hao'],
  'Japan and Korea': ['Hana', 'Kenji', 'Yuna', 'Sora', 'Minjun', 'Emiko'],
  'Southeast Asia and the Pacific': ['Linh', 'Bao', 'Dewi', 'Malia', 'Tavita', 'Putri'],
  'First peoples of the Americas': ['Itzel', 'Nayeli', 'Tupac', 'Aiyana', 'Wayra', 'Citlali'],
};

const NAMES = Object.values(NAMES_BY_REGION).flat();

/** Two names with different initials for the story of an item: always the same two. */
export function namesOf(identity: string): readonly [string, string] {
  const random = seededRandom(`names ${identity}`);
  const first = pick(random, NAMES);
  return [
    first,
    pick(
      random,
      NAMES.filter((name) => name[0] !== first[0]),
    ),
  ];
}
