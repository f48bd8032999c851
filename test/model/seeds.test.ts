import { expect, test } from 'vitest';
import { wordsOf } from './commands.ts';
import { runCommands } from './run-model.ts';
import { SEEDS } from './seeds.ts';

test.for(SEEDS)('$name', async ({ seed, commands }) => {
  const { faults, lost, doubled } = await runCommands(commands, seed);
  expect({ words: wordsOf(commands), faults, lost, doubled }).toEqual({
    words: wordsOf(commands),
    faults: [],
    lost: 0,
    doubled: 0,
  });
});
