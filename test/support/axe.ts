/** Looks for what keeps people out of a screen: axe, run in the page itself. Needs a device with `bypassCSP`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as axeCore from 'axe-core';
import type { Profile } from './profile.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @returns one line for each violation: rule, what it is about, and where */
export async function axeFindings({ page }: Profile): Promise<string[]> {
  await page().evaluate(source);
  const results = await page().evaluate((): Promise<axeCore.AxeResults> =>
    // Put there by the line above.
    (globalThis as unknown as { axe: typeof axeCore }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  );
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
  );
}
