/**
 * `npm run form`: forms of checks as data or text, without a school. The same code as on a tablet and on paper.
 *
 *   npm run form -- --list [--json]                               every objective with a check, and its rule
 *   npm run form -- --objective ID --seed N [--locale es] [--json]   the form of this seed (a whole number from 0)
 *   npm run form -- --objective ID --seed N --grade FILE [--json]    grades a JSON list of texts, one answer to an item, in order
 *
 * `--json` prints one JSON object. `npm run` prints lines of its own before it: `npm run -s form` leaves them out, and so does this
 * program without npm (`node sync-server/cli/form.ts`, on Node 22.18 or later such as `node_modules/.bin/node`). Exit code 1 where there is no such form or file (the
 * code and a sentence on stderr), 2 where the words do not fit.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { builtInCourses } from '#content/courses.ts';
import { plainForm, plainGrade } from '#domain/items/plain-form.ts';
import { err, fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { Objective } from '#domain/model/course.ts';
import { languages, type Language } from '#domain/kernel/local-text.ts';
import { formText, gradeText, listOf, listText } from './form-text.ts';
import { typedPath } from './shell.ts';

const USAGE = `Usage: npm run -s form -- --list [--json] | --objective ID --seed N [--locale en|es] [--grade FILE] [--json]
Without -s npm prints lines of its own first. Without npm: node_modules/.bin/node sync-server/cli/form.ts and the same words.`;

/** Faults of what was typed, in a sentence. The others are faults of a course. */
const SENTENCES: Readonly<Record<string, string>> = {
  'form.unknown-objective':
    'There is no objective with a check of this name; --list names them all',
  'form.bad-seed': 'A seed is a whole number from 0',
  'form.bad-locale': `The languages are ${languages.join(' and ')}`,
  'form.unreadable-file': 'The file cannot be read',
  'form.bad-answers':
    'The file holds a JSON list of texts, one answer to an item: ["12", "3/4", ""]',
  'form.too-many-answers': 'There are more answers than items',
};

interface Words {
  readonly objective: string;
  readonly seed: string;
  readonly locale: string;
  readonly grade: string | undefined;
  readonly json: boolean;
}

function objectiveOf(id: string): Result<Objective, Fault> {
  const found = builtInCourses()
    .flatMap((course) => course.objectives)
    .find((one) => one.id === id && one.check !== undefined);
  return found === undefined ? fault('form.unknown-objective', undefined, id) : ok(found);
}

/** Seeds of forms are texts; here they are numbers, so that a typing mistake is not another form. */
function seedOf(text: string): Result<string, Fault> {
  const isWhole = /^\d+$/u.test(text) && Number.isSafeInteger(Number(text));
  return isWhole ? ok(String(Number(text))) : fault('form.bad-seed', undefined, text);
}

function languageOf(text: string): Result<Language, Fault> {
  const found = languages.find((one) => one === text);
  return found === undefined ? fault('form.bad-locale', undefined, text) : ok(found);
}

function answersIn(path: string): Result<readonly string[], Fault> {
  let text: string;
  try {
    text = readFileSync(typedPath(path), 'utf8');
  } catch (error) {
    return fault('form.unreadable-file', undefined, error instanceof Error ? error.message : path);
  }
  try {
    const found: unknown = JSON.parse(text);
    const isList = Array.isArray(found) && found.every((one) => typeof one === 'string');
    return isList ? ok(found) : fault('form.bad-answers', undefined, path);
  } catch {
    return fault('form.bad-answers', undefined, path);
  }
}

/** What is printed. */
function answerTo({ objective: id, seed: n, locale, grade, json }: Words): Result<string, Fault> {
  const [objective, seed, language] = [objectiveOf(id), seedOf(n), languageOf(locale)];
  if (!objective.ok) return objective;
  if (!seed.ok) return seed;
  if (!language.ok) return language;
  if (grade === undefined) {
    const form = plainForm(objective.value, seed.value, language.value);
    if (!form.ok) return form;
    return ok(json ? pretty(form.value) : formText(form.value, objective.value));
  }
  const answers = answersIn(grade);
  if (!answers.ok) return err(answers.error);
  const graded = plainGrade(objective.value, seed.value, answers.value);
  if (!graded.ok) return graded;
  return ok(json ? pretty(graded.value) : gradeText(graded.value));
}

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

function usage(why?: string): number {
  process.stderr.write(why === undefined ? `${USAGE}\n` : `${why}\n${USAGE}\n`);
  return 2;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      list: { type: 'boolean', default: false },
      objective: { type: 'string' },
      seed: { type: 'string' },
      locale: { type: 'string', default: 'en' },
      grade: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { list, objective, seed, locale, grade, json } = values;
  if (list) {
    if (objective !== undefined || seed !== undefined || grade !== undefined) return usage();
    const language = languageOf(locale);
    if (!language.ok) return failed(language.error);
    const rows = listOf(builtInCourses(), language.value);
    return print(json ? pretty({ objectives: rows }) : listText(rows));
  }
  if (objective === undefined || seed === undefined) return usage();
  const answer = answerTo({ objective, seed, locale, grade, json });
  return answer.ok ? print(answer.value) : failed(answer.error);
}

function failed({ code, detail = '' }: Fault): number {
  process.stderr.write(`${code}: ${SENTENCES[code] ?? 'This form cannot be built'} (${detail}).\n`);
  return 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  // The only thing that throws is `parseArgs`: an option that nobody knows, or one without its value.
  if (!(error instanceof TypeError && 'code' in error)) throw error;
  process.exitCode = usage(error.message);
}
