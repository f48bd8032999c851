/** The course of the corpus: one objective for every form of evidence, taken from the built-in packs or made for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack } from '#content/load-pack.ts';
import type { Course } from '#domain/model/course.ts';

interface PackJson {
  readonly objectives: readonly { readonly id: string; readonly check?: { readonly family: string } }[];
}

const PACKS = join(import.meta.dirname, '..', '..', 'src', 'content', 'packs');
const read = (name: string): PackJson =>
  JSON.parse(readFileSync(join(PACKS, `${name}.json`), 'utf8')) as PackJson; // loaded by loadPack below

const both = (en: string, es: string) => ({ en, es });
const interview = {
  questions: [both('Show me.', 'Enséñame.')],
  counts: [both('Does it alone', 'Lo hace sin ayuda')],
  notYet: [both('Needs to be asked', 'Hay que pedírselo')],
};

/** @param rule as a pack writes it */
const seen = (id: string, title: { en: string; es: string }, rule: object): object => ({
  id,
  title,
  ican: title,
  example: [title],
  rule,
  methods: ['interview'],
  interview,
  prerequisites: [],
  assumes: [],
  standards: [],
});

/** One check of every family, the three measured forms of an interview, and what is observed. */
export function corpusCourse(): Course {
  const maths = [...read('early-elementary-math').objectives, ...read('late-elementary-math-1').objectives];
  const families = [...new Set(maths.flatMap(({ check }) => check?.family ?? []))];
  const checks = families.map((family) => maths.find(({ check }) => check?.family === family) ?? {});
  const spanish = read('spanish-interpersonal-oral').objectives.filter(({ id }) =>
    ['greet-and-leave', 'say-feelings', 'name-with-article', 'tell-about-my-day'].includes(id),
  );
  const own = [
    seen('tidy-up', both('Tidy up without being asked', 'Ordenar sin que se lo pidan'), {
      type: 'consistently',
      days: 2,
    }),
    seen('listen', both('Listen to others', 'Escuchar a los demás'), {
      type: 'parts',
      parts: [
        {
          id: 'say-it',
          name: both('Can say what it means', 'Puede decir qué significa'),
          rule: { type: 'demonstrations', times: 1, distinct: 'none' },
        },
        {
          id: 'did-it',
          name: both('Did it once', 'Lo hizo una vez'),
          rule: { type: 'demonstrations', times: 1, distinct: 'none' },
        },
      ],
    }),
  ];
  const put = (unit: string, list: readonly object[]): object[] =>
    list.map((one) => ({ ...one, unit, prerequisites: [], assumes: [] }));
  const loaded = loadPack({
    id: 'corpus-course',
    version: 1,
    subject: both('All forms', 'Todas las formas'),
    title: both('Corpus', 'Corpus'),
    units: [
      { id: 'checks', title: both('Checks', 'Pruebas') },
      { id: 'spoken', title: both('Spoken', 'Oral') },
      { id: 'habits', title: both('Habits', 'Costumbres') },
    ],
    objectives: [...put('checks', checks), ...put('spoken', spanish), ...put('habits', own)],
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value.course;
}
