/** What `npm run form` prints for people, and the list of objectives. */
import type { PlainForm, PlainGrade } from '#domain/items/plain-form.ts';
import type { Language } from '#domain/kernel/local-text.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import { explain } from '#domain/rules/explain.ts';

interface Listed {
  readonly id: string;
  readonly course: string;
  readonly unit: string;
  readonly title: string;
  readonly rule: string;
}

/** Every objective with a check, in the order of the courses. */
export function listOf(courses: readonly Course[], language: Language): Listed[] {
  return courses.flatMap((course) =>
    course.objectives
      .filter(({ check }) => check !== undefined)
      .map(({ id, unit, title, rule }) => ({
        id,
        course: course.id,
        unit,
        title: title[language],
        rule: explain(rule, language),
      })),
  );
}

export function listText(rows: readonly Listed[]): string {
  const width = Math.max(...rows.map(({ id }) => id.length));
  return rows.map(({ id, title, rule }) => `${id.padEnd(width)}  ${title}: ${rule}`).join('\n');
}

export function formText(form: PlainForm, { title, rule }: Objective): string {
  const { locale, seed, items } = form;
  const answer = locale === 'en' ? 'Answer' : 'Respuesta';
  const head = `${title[locale]}: ${explain(rule, locale)} (${form.objective}, ${form.family}@${form.version}, ${seed})`;
  const body = items.map(({ prompt, answerKind, accepted, tags }, i) => {
    const lines = prompt.split('\n').map((line) => `    ${line}`);
    const about = [answerKind, ...tags].join(', ');
    return [
      `${String(i + 1).padStart(2)}.`,
      ...lines,
      `    ${answer}: ${accepted.join(' | ')} [${about}]`,
    ];
  });
  return [head, ...body.map((lines) => lines.join('\n'))].join('\n\n');
}

export function gradeText({ results, correct, of, needed, met }: PlainGrade): string {
  const lines = results.map(({ item, answer, verdict, tags }) => {
    const why = tags.length === 0 ? '' : ` (${tags.join(', ')})`;
    return `${String(item).padStart(2)}. ${JSON.stringify(answer)}: ${verdict}${why}`;
  });
  return [...lines, '', `${correct} of ${of}, ${needed} needed: ${met ? 'met' : 'not met'}`].join(
    '\n',
  );
}
