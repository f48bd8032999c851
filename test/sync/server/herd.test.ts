/** The short form of the herd; `npm run soak -- --only herd` brings 200 devices. */
import { expect, test } from 'vitest';
import { runHerd } from '#test/soak/herd.ts';

test.each([
  ['a class that comes back at once after a day', false],
  ['a class that comes back at once, and a server that dies with all of them there,', true],
])(
  '[P6] %s gets everything acknowledged, counted once, and back as state',
  async (_, restart) => {
    const report = await runHerd({ seed: 'short', devices: 20, checks: 20, restart });
    expect(report.failures).toEqual([]);
    expect([report.acknowledged, report.lost, report.doubled]).toEqual([400, 0, 0]);
    expect(report.faults['kill with the herd there']).toBe(restart ? 1 : 0);
  },
  120_000,
);
