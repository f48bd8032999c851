/**
 * The app's own bundle started without a database: what the start of src/app/main.tsx costs when every record is at hand.
 * The records come as one text out of localStorage; everything else is loaded, evaluated and drawn as in the app.
 */
import '#ui/styles/index.css';
import { createRoot } from 'react-dom/client';
import { asId, type GroupId, type MemberId } from '#domain/model/ids.ts';
import { ok } from '#domain/kernel/result.ts';
import { App } from '#app/app.tsx';
import { ErrorBoundary } from '#app/error-boundary.tsx';
import { liveCell } from '#data/live.ts';
import { NO_OVERLAY } from '#data/overlay.ts';
import type { DataServices, Session } from '#data/services.ts';
import { snapshotOf } from '#data/snapshot-view.ts';
import type { StateDocument } from '#protocol/pull.ts';
import { registerServiceWorker } from '#platform/service-worker.ts';
import { activate, detectLanguage } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import { fakeServices } from '#test/support/fake-services.ts';

const stored = localStorage.getItem('bench.documents') ?? '[]';
const group = localStorage.getItem('bench.group') ?? '';

const member = { id: asId<MemberId>('bench'), name: 'Bench Person', role: 'admin' } as const;
const known = {
  device: {
    id: 'bench',
    kind: 'class-tablet',
    name: 'Tablet 1',
    groups: [asId<GroupId>(group)],
  },
  school: { id: 'bench', name: 'Bench School', timeZone: 'UTC', language: 'en' },
  members: [member],
} as const;

/** Services over the stored records; the PIN is always right, and takes no time. */
function servicesOf(rows: readonly StateDocument[]): DataServices {
  const session = liveCell<Session>({ state: 'locked', ...known, waitUntil: null });
  const { services } = fakeServices();
  const documents = new Map(rows.map((row) => [row.key, row]));
  const view = { documents, overlay: NO_OVERLAY, loaded: true, seen: '1.1', pulledAt: Date.now() };
  return {
    ...services,
    snapshot: liveCell(snapshotOf(view, new Map())),
    session: {
      ...services.session,
      current: session,
      unlock: () => {
        session.set({ state: 'unlocked', ...known, member });
        return Promise.resolve(ok(undefined));
      },
    },
  };
}

const [rows] = await Promise.all([
  // The same code is fetched and evaluated; nothing is opened.
  import('#data/open-data.ts').then(() => JSON.parse(stored) as StateDocument[]), // written by the bench
  activate(detectLanguage()),
]);
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <UiProvider>
      <ErrorBoundary>
        <App services={servicesOf(rows)} />
      </ErrorBoundary>
    </UiProvider>,
  );
}
requestAnimationFrame(() => setTimeout(() => registerServiceWorker('/sw.js'), 0));
