import { expect, test } from 'vitest';
import { Page } from '#ui/layout/page.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { mount } from './mount.tsx';

test('the title of the document says which screen of the staff it is', async () => {
  await mount(<Page title="Groups">Nothing yet</Page>);
  expect(document.title).toBe('Groups · Nine of Ten');
});

test('a screen that is still loading has no title of its own', async () => {
  await mount(
    <Page>
      <Skeleton />
    </Page>,
  );
  expect(document.title).toBe('Nine of Ten');
});
