import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Snackbar } from '#ui/layout/snackbar.tsx';
import { mount } from './mount.tsx';

test('a long report leaves the word of the way back whole, also on a phone in Spanish', async () => {
  await page.viewport(360, 800);
  const text = 'Guardado en esta tableta. Se ve en cada dispositivo en su próxima conexión.';
  const message = { id: '1', text, onUndo: () => undefined };
  await mount(<Snackbar message={message} onDismiss={() => undefined} />, { language: 'es' });
  const undo = page.getByRole('button', { name: 'Deshacer' });
  await expect.element(undo).toBeVisible();
  const { width, height } = undo.element().getBoundingClientRect();
  expect(height).toBeLessThan(60);
  expect(width).toBeGreaterThan(100);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  // And its own text is no narrow column.
  const said = page.getByText(text).element().getBoundingClientRect();
  expect(said.width).toBeGreaterThan(250);
});
