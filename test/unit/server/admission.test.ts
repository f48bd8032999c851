import { expect, test } from 'vitest';
import { createLine } from '#server/http/admission.ts';

/** A line at which one is answered every `each` ms. */
function lineAt(each: number, random = 1) {
  let now = 0;
  const line = createLine(
    () => now,
    () => random,
  );
  const answer = (times: number): void => {
    for (let i = 0; i < times; i += 1) {
      now += each;
      line.leave();
    }
  };
  return { line, answer };
}

/** It has learnt how fast it is. */
function learnt(each: number, random?: number) {
  const made = lineAt(each, random);
  for (let round = 0; round < 20; round += 1) {
    for (let i = 0; i < 16; i += 1) expect(made.line.enter(0)).toBe(0);
    made.answer(16);
  }
  return made;
}

const inside = (line: { readonly enter: (ms: number) => number }, patienceMs: number): number => {
  let count = 0;
  while (line.enter(patienceMs) === 0) count += 1;
  return count;
};

test('who would wait too long is told at once when to come again, not before', () => {
  const { line } = learnt(50);
  expect(inside(line, 7000)).toBe(141);
  expect(line.enter(7000)).toBe(9);
});

test('a faster server lets more in, and who only looks is sent away before who brings results', () => {
  expect(inside(learnt(10).line, 7000)).toBe(701);
  const { line } = learnt(50);
  expect(inside(line, 3500)).toBe(71);
  expect(line.enter(7000)).toBe(0);
});

test('a class at once is let in whatever a slow moment has made of the mean', () => {
  expect(inside(learnt(5000).line, 7000)).toBe(16);
});

test('those who are sent away come back spread over the time that the others take', () => {
  expect(inside(learnt(50, 0).line, 7000)).toBe(141);
  const early = learnt(50, 0);
  inside(early.line, 7000);
  expect(early.line.enter(7000)).toBe(1);
});

test('when those who were in are answered, others are let in again', () => {
  const { line, answer } = learnt(50);
  inside(line, 7000);
  answer(100);
  expect(line.enter(7000)).toBe(0);
});
