import axe from 'axe-core';

/** What axe finds on a part of the page, as short lines; empty when nothing. */
export async function faultsOf(container: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(container, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
