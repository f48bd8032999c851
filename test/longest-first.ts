import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest: what begins last must not be long, or the other workers wait for it. */
const LONGEST = [
  'e2e/axe-english',
  'e2e/axe-spanish',
  'e2e/erased',
  'e2e/kill',
  'e2e/story',
  'e2e/crash',
  'browser/features/check/kinds-of-answers',
  'browser/features/interview/interview',
  'browser/features/check/check',
  'browser/features/class-checks/class-checks',
  'browser/features/interview/every-size',
  'browser/features/check/supports',
  'browser/features/dashboard/attempts',
  'browser/features/paper/paper',
  'sync/server/second-copy',
  'sync/server/process',
  'sync/client/leave',
  'sync/server/form-shell',
  'sync/server/crash',
  'sync/client/sent',
  'sync/server/herd',
  'sync/server/full-disk',
  'sync/server/import-shell',
];

const place = ({ moduleId }: TestSpecification): number => {
  const found = LONGEST.findIndex((name) => moduleId.includes(`/test/${name}.test.`));
  return found === -1 ? LONGEST.length : found;
};

/** The longest files first, the rest as always. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
