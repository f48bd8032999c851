import { expect, test } from 'vitest';
import { useSittings } from '#state/interview-sitting.ts';
import { usePaperBook } from '#state/paper-book.ts';

test('what screens remember of children goes when the device is left: it lies under the name of the database', () => {
  for (const store of [useSittings, usePaperBook])
    expect(store.persist.getOptions().name).toMatch(/^nineoften\./u);
});
