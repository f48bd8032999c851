/**
 * Courses of any size, made out of the built-in ones: their rules, generators and interviews, with texts in which every word
 * is drawn from the words of the packs, each as often as it stands there. No two texts are alike, so that they compress
 * no better than texts of their own would.
 */
import { builtInCourses } from '#content/courses.ts';
import { pick, seededRandom, type Random } from '#domain/kernel/random.ts';
import { languages, type LocalText } from '#domain/kernel/local-text.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import { asId, type CourseId, type ObjectiveId, type UnitId } from '#domain/model/ids.ts';

const PER_UNIT = 10;
const WORD = /\p{Letter}+/gu;

const originals = (): readonly Objective[] =>
  builtInCourses().flatMap(({ objectives }) => objectives);

function vocabulary(): Readonly<Record<keyof LocalText, readonly string[]>> {
  const words: Record<keyof LocalText, string[]> = { en: [], es: [] };
  for (const { title, ican, example, interview } of originals()) {
    const texts = [title, ican, ...example, ...(interview?.questions ?? [])];
    for (const text of texts)
      for (const language of languages)
        for (const [word] of text[language].matchAll(WORD)) words[language].push(word);
  }
  return words;
}

/** An objective whose every text says something else. */
function reworded(objective: Objective, random: Random, words: ReturnType<typeof vocabulary>) {
  const reword = (text: LocalText): LocalText => ({
    en: text.en.replace(WORD, () => pick(random, words.en)),
    es: text.es.replace(WORD, () => pick(random, words.es)),
  });
  const { interview, title, ican, example } = objective;
  return {
    ...objective,
    title: reword(title),
    ican: reword(ican),
    example: example.map(reword),
    ...(interview === undefined
      ? {}
      : {
          interview: {
            ...interview,
            questions: interview.questions.map(reword),
            counts: interview.counts.map(reword),
            notYet: interview.notYet.map(reword),
          },
        }),
  };
}

/**
 * A course of `size` objectives, ten to a unit, all shown by this method.
 * @param method which of the built-in objectives serve as patterns
 */
export function syntheticCourse(id: string, method: 'check' | 'interview', size: number): Course {
  const random = seededRandom(id);
  const words = vocabulary();
  const patterns = originals().filter((one) => one[method] !== undefined);
  const unitId = (unit: number): UnitId => asId<UnitId>(`${id}-unit-${unit}`);
  const title = (text: string): LocalText => ({ en: text, es: text });
  return {
    id: asId<CourseId>(id),
    version: 1,
    subject: title('Bench'),
    title: title(`Bench: ${method}`),
    units: Array.from({ length: Math.ceil(size / PER_UNIT) }, (_, unit) => ({
      id: unitId(unit),
      title: title(`${pick(random, words.en)} ${pick(random, words.en)}`),
    })),
    objectives: Array.from({ length: size }, (_, place) => ({
      ...reworded(pick(random, patterns), random, words),
      id: asId<ObjectiveId>(`${id}-${place}`),
      unit: unitId(Math.floor(place / PER_UNIT)),
      prerequisites: [],
    })),
  };
}
