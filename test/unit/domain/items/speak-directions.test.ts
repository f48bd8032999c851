import { expect, test } from 'vitest';
import type { Item } from '#domain/items/item.ts';
import { isReadDirectionsOnly } from '#domain/items/check-form.ts';
import { speakDirections } from '#domain/items/speak-directions.ts';
import { speakQuestion } from '#domain/items/speak-item.ts';
import type { Objective } from '#domain/model/course.ts';

function item(
  en: string,
  es: string,
  answer: Item['answer'] = { kind: 'integer', value: 1 },
): Item {
  return {
    identity: en,
    twin: en,
    prompt: [{ type: 'text', text: { en, es } }],
    answer,
    tags: [],
    traps: [],
  };
}

test('only what all items of a form say is read, up to the colon', () => {
  const form = [
    item('Write in digits: forty-seven', 'Escribe con cifras: cuarenta y siete'),
    item('Write in digits: twelve', 'Escribe con cifras: doce'),
  ];
  for (const one of form) {
    expect(speakDirections(one, form, 'en')).toBe('Write in digits.');
    expect(speakDirections(one, form, 'es')).toBe('Escribe con cifras.');
  }
});

test('questions that share no words are read as what there is to do', () => {
  const form = [item('forty-seven', 'cuarenta y siete'), item('twelve', 'doce')];
  expect(speakDirections(form[0] as Item, form, 'en')).toBe(
    'Read the question and write your answer.',
  );
});

test('what there is to choose from is read after the question, pictures are not', () => {
  const words = (id: string) => ({ id, text: { en: id, es: id } });
  const choice = item('Is it true?', '¿Es verdad?', {
    kind: 'choice',
    value: 'yes',
    options: [
      words('yes'),
      words('no'),
      { ...words('a circle'), figure: { type: 'shape', shape: 'circle' } as never },
    ],
  });
  expect(speakQuestion(choice, 'en')).toBe('Is it true? yes. no.');
  expect(speakQuestion(item('How many?', '¿Cuántos?'), 'es')).toBe('¿Cuántos?');
});

test('an objective says by its parameters that hearing it would answer it', () => {
  const check = (params: unknown): Pick<Objective, 'check'> => ({
    check: { family: 'f', version: 1, params },
  });
  expect(isReadDirectionsOnly(check({ readAloud: 'directions' }))).toBe(true);
  expect(isReadDirectionsOnly(check({ n: 1 }))).toBe(false);
  expect(isReadDirectionsOnly(check(null))).toBe(false);
  expect(isReadDirectionsOnly({})).toBe(false);
});
