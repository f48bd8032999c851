import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ErrorBoundary } from '#app/error-boundary.tsx';
import { FaultScreen } from '#app/fault-screen.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const CODES = ['insecure', 'no-indexeddb', 'blocked', 'corrupt', 'no-code', 'bug'] as const;

describe('when the app cannot open', () => {
  it.each(CODES)('"%s" says what happened, what is safe and what to do', async (code) => {
    const container = await mount(<FaultScreen fault={{ code }} onRetry={() => undefined} />);
    await expect.element(page.getByRole('heading')).toBeVisible();
    await expect
      .poll(() => page.getByRole('alert').element().textContent)
      .toMatch(/saved|lost|still there/);
    expect(await faultsOf(container)).toEqual([]);
  });

  it('an insecure address is refused in Spanish too, and nothing can be tried there', async () => {
    await mount(<FaultScreen fault={{ code: 'insecure' }} onRetry={() => undefined} />, {
      language: 'es',
    });
    await expect.element(page.getByText(/debe comenzar con https/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Intentar de nuevo' }).elements()).toEqual([]);
  });

  it('an unreadable database gives to a file what can still be read, and says when that is nothing', async () => {
    await mount(<FaultScreen fault={{ code: 'corrupt' }} onRetry={() => undefined} />);
    await page.getByRole('button', { name: 'Save unsent results to a file' }).click();
    await expect.element(page.getByText(/nothing here that waits to be sent/)).toBeVisible();
  });

  it('an unreadable database is tried again with one tap', async () => {
    let tries = 0;
    await mount(<FaultScreen fault={{ code: 'corrupt' }} onRetry={() => (tries += 1)} />);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(tries).toBe(1);
  });
});

it('a screen that breaks leaves a way on instead of an empty page', async () => {
  const Broken = () => {
    throw new Error('broken on purpose');
  };
  await mount(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  await expect.element(page.getByText('Something got stuck')).toBeVisible();
});
