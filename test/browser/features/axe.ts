import axe from 'axe-core';

/** What axe finds on a part of the page, as short lines; empty when nothing. */
export async function faultsOf(container: Element): Promise<readonly string[]> {
  // A layer that is still fading in has not its colours yet.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await axe.run(container, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
