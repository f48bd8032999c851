/**
 * Where the app begins. Order matters: language, then the checks of the browser, then the local database, then the first
 * paint, and only after it the exchange with the school.
 */
import '#ui/styles/index.css';
import { createRoot, type Root } from 'react-dom/client';
import type { ReactNode } from 'react';
import { assert } from '#domain/kernel/assert.ts';
import type { Fault } from '#domain/kernel/result.ts';
import { activate, detectLanguage } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import { afterPaint } from '#ui/after-paint.ts';
import { watchForUpdates } from './app-update.ts';
import { App } from './app.tsx';
import { boot } from './boot.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { FaultScreen } from './fault-screen.tsx';
import { watchForMissingCode } from './missing-code.ts';

async function main(root: Root): Promise<void> {
  const [outcome] = await Promise.all([boot(), activate(detectLanguage())]);
  if (!outcome.ok) {
    showFault(root, outcome.error);
    return;
  }
  const services = outcome.value;
  watchForMissingCode(() => services.safety.get().aside > 0);
  show(root, <App services={services} />);
  afterPaint(() => {
    services.start();
    void watchForUpdates();
  });
}

function show(root: Root, screen: ReactNode): void {
  root.render(
    <UiProvider>
      <ErrorBoundary>{screen}</ErrorBoundary>
    </UiProvider>,
  );
}

function showFault(root: Root, fault: Fault): void {
  show(root, <FaultScreen fault={fault} onRetry={() => location.reload()} />);
}

const element = document.getElementById('root');
assert(element !== null, 'index.html has a root');
const root = createRoot(element);
main(root).catch(async (bug: unknown) => {
  // A bug before the first paint: nobody looks at an empty page. Thrown on, so that it is reported as what it is.
  await activate(detectLanguage()).catch(() => undefined);
  showFault(root, {
    code: 'bug',
    detail: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug),
  });
  throw bug;
});
