/** Attempts a second that the server takes in, grades, folds and makes durable. */
import type { Figure } from './figures.ts';
import { atLeast } from './figures.ts';
import { measureServerThroughput } from './server-throughput.ts';

export async function measureServer(): Promise<Figure[]> {
  const { attemptsPerSecond } = await measureServerThroughput();
  return [
    {
      what: 'Server: attempts graded, folded and durable, over HTTP',
      value: attemptsPerSecond,
      unit: '/s',
      bar: atLeast(4000),
    },
  ];
}
