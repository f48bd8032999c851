import { Suspense, useState } from 'react';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { earlyPart } from '#ui/early-part.tsx';

afterEach(cleanup);

function Counter() {
  const [count, setCount] = useState(0);
  return <button onClick={() => setCount(count + 1)}>tapped {count}</button>;
}

test('a part that was loaded before is there at once, without a moment of nothing', async () => {
  let loads = 0;
  const one = earlyPart(() => {
    loads += 1;
    return Promise.resolve(Counter);
  });
  one.early();
  await Promise.resolve();
  await Promise.resolve();
  const { container } = render(
    <Suspense fallback="nothing yet">
      <one.Part />
    </Suspense>,
  );
  expect(container.textContent).toBe('tapped 0');
  expect(loads).toBe(1);
});

test('a part that comes late keeps what was done on it, and is not loaded twice', async () => {
  const one = earlyPart(() => Promise.resolve(Counter));
  const screen = (
    <Suspense fallback="nothing yet">
      <one.Part />
    </Suspense>
  );
  const { rerender } = render(screen);
  await expect.element(page.getByRole('button')).toHaveTextContent('tapped 0');
  await userEvent.click(page.getByRole('button'));
  rerender(
    <Suspense fallback="nothing yet">
      <one.Part />
    </Suspense>,
  );
  await expect.element(page.getByRole('button')).toHaveTextContent('tapped 1');
});

test('a part that could not be loaded early is asked for again when it is shown', async () => {
  let tries = 0;
  const one = earlyPart(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(Counter);
  });
  one.early();
  await Promise.resolve();
  render(
    <Suspense fallback="nothing yet">
      <one.Part />
    </Suspense>,
  );
  await expect.element(page.getByRole('button')).toHaveTextContent('tapped 0');
});
