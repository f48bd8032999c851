/**
 * Writes the math packs from the objective table, its texts and its standards (`objectives/`): every row whose family the product
 * knows. What was published keeps its place and its words; what is new comes behind it in the order of the table.
 *
 *   node test/corpus/build-packs.ts && npx oxfmt src/content/packs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { familyOf } from '#domain/items/families.ts';
import type { LocalText } from '#domain/kernel/local-text.ts';

interface Row {
  readonly course: string;
  readonly unit: string;
  readonly concept: string;
  readonly id: string;
  readonly statement: string;
  readonly correct: string;
  readonly of: string;
  readonly minutes: string;
  readonly prerequisites: string;
  readonly family: string;
  readonly params: string;
}
interface Texts {
  readonly courses: readonly {
    readonly id: string;
    readonly name: string;
    readonly title: LocalText;
    readonly timer?: 'hidden';
    readonly voice?: 'everyone';
  }[];
  readonly units: Readonly<Record<string, { readonly id: string; readonly es: string }>>;
  readonly concepts: Readonly<Record<string, string>>;
  readonly published: Readonly<Record<string, LocalText>>;
  readonly objectives: Readonly<
    Record<
      string,
      { readonly title: string; readonly ican: LocalText; readonly example: readonly LocalText[] }
    >
  >;
}
interface Pack {
  readonly version: number;
  readonly timer?: 'hidden';
  readonly voice?: 'everyone';
  readonly objectives: readonly { readonly id: string }[];
}

const FOLDER = join(import.meta.dirname, 'objectives');
const PACKS = join(import.meta.dirname, '..', '..', 'src', 'content', 'packs');
const SUBJECT: LocalText = { en: 'Math', es: 'Matemáticas' };

function table<T>(name: string): T[] {
  const text = readFileSync(join(FOLDER, name), 'utf8').trim();
  return Papa.parse<T>(text, { header: true }).data;
}

const rows = table<Row>('k5-math-rows.csv').filter(({ family }) => familyOf(family, 1).ok);
const standards = new Map(
  table<{ readonly id: string; readonly ccss: string }>('k5-math-ccss.csv').map(({ id, ccss }) => [
    id,
    ccss,
  ]),
);
const texts = JSON.parse(readFileSync(join(FOLDER, 'k5-math-texts.json'), 'utf8')) as Texts; // ours

function publishedPack(id: string): Pack {
  try {
    return JSON.parse(readFileSync(join(PACKS, `${id}.json`), 'utf8')) as Pack; // ours
  } catch {
    return { version: 0, objectives: [] };
  }
}

function of<T>(record: Readonly<Record<string, T>>, name: string): T {
  const found = record[name];
  if (found === undefined) throw new Error(`no text for ${name}`);
  return found;
}

function objectiveOf(row: Row, own: ReadonlySet<string>): object {
  const { title, ican, example } = of(texts.objectives, row.id);
  const needed = row.prerequisites.split(' ').filter((id) => id !== '');
  const concept = texts.published[row.id] ?? {
    en: row.concept,
    es: of(texts.concepts, row.concept),
  };
  return {
    id: row.id,
    unit: of(texts.units, row.unit).id,
    concept,
    title: { en: row.statement, es: title },
    ican,
    example,
    rule: {
      type: 'score',
      correct: Number(row.correct),
      of: Number(row.of),
      minutes: Number(row.minutes),
    },
    methods: ['check'],
    check: { family: row.family, version: 1, params: JSON.parse(row.params) as unknown },
    prerequisites: needed.filter((id) => own.has(id)),
    assumes: needed.filter((id) => !own.has(id)),
    standards: (standards.get(row.id) ?? '').split(/[ ;|]+/u).filter((code) => code !== ''),
  };
}

for (const { id, name, title, timer, voice } of texts.courses) {
  const ours = rows.filter(({ course }) => course === name);
  if (ours.length === 0) continue;
  const before = publishedPack(id);
  const place = (row: Row): number => {
    const found = before.objectives.findIndex((one) => one.id === row.id);
    return found === -1 ? before.objectives.length : found;
  };
  const ordered = ours.toSorted((a, b) => place(a) - place(b));
  const own = new Set(ordered.map((row) => row.id));
  const units = [...new Set(ours.map(({ unit }) => unit))].map((unit) => {
    const { id: unitId, es } = of(texts.units, unit);
    const seal = { type: 'share', percent: 100 };
    return { id: unitId, title: { en: unit, es }, seal };
  });
  const same = ordered.length === before.objectives.length && timer === before.timer && voice === before.voice;
  const pack = {
    id,
    version: same ? before.version : before.version + 1,
    subject: SUBJECT,
    title,
    ...(timer === undefined ? {} : { timer }),
    ...(voice === undefined ? {} : { voice }),
    units,
    objectives: ordered.map((row) => objectiveOf(row, own)),
  };
  writeFileSync(join(PACKS, `${id}.json`), `${JSON.stringify(pack, null, 2)}\n`);
  process.stdout.write(`${id}: version ${pack.version}, ${ordered.length} objectives\n`);
}
