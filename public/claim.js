// Part of the service worker. A page that was loading while the worker started may have been missed when it took its pages:
// such a page asks for it.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'CLAIM') event.waitUntil(self.clients.claim());
});
