/**
 * Where the app begins. Order matters: language, then the checks of the browser, then the local database, then the first
 * paint, and only after it the exchange with the school.
 */
import '#ui/styles/index.css';
import { createRoot } from 'react-dom/client';
import { assert } from '#domain/kernel/assert.ts';
import { activate, detectLanguage } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import { App } from './app.tsx';
import { boot } from './boot.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { FaultScreen } from './fault-screen.tsx';
import { afterPaint } from './after-paint.ts';
import { watchForUpdates } from './app-update.ts';

async function main(): Promise<void> {
  const element = document.getElementById('root');
  assert(element !== null, 'index.html has a root');
  const root = createRoot(element);
  const [outcome] = await Promise.all([boot(), activate(detectLanguage())]);
  root.render(
    <UiProvider>
      <ErrorBoundary>
        {outcome.ok ? (
          <App services={outcome.value} />
        ) : (
          <FaultScreen fault={outcome.error} onRetry={() => location.reload()} />
        )}
      </ErrorBoundary>
    </UiProvider>,
  );
  if (outcome.ok) afterPaint(() => outcome.value.start());
  if (!outcome.ok && outcome.error.code === 'insecure') return;
  afterPaint(() => void watchForUpdates());
}

void main();
