import { expect, test } from 'vitest';
import { findPlanted, PLANTED } from './planted.ts';

/** Found soonest; the others take more histories than `npm test` has time for: `node test/model/find-planted.ts`. */
const QUICK = [
  'the last document of a page is dropped',
  'the server answers for what it did not keep',
];

test.for(PLANTED.filter(({ name }) => QUICK.includes(name)))(
  'the model finds a planted bug: $name',
  async (bug) => {
    const { after } = await findPlanted(bug, 20);
    expect(after).not.toBeNull();
  },
);
