/**
 * One origin (DESIGN 3): the app's data belongs to scheme, host and port, so that a school has one address. A request to
 * another host gets a page with the link, before any database is made in the browser.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './answers.ts';

const TEXTS = {
  en: {
    title: 'This school has one address',
    say: 'Work is kept on a device under one address. Please open the school here:',
  },
  es: {
    title: 'Esta escuela tiene una sola dirección',
    say: 'El trabajo se guarda en el dispositivo bajo una sola dirección. Abre la escuela aquí:',
  },
} as const;

/** The language that the browser prefers among ours. */
function languageOf(request: FastifyRequest): keyof typeof TEXTS {
  const wanted = (request.headers['accept-language'] ?? '').toLowerCase();
  const [en, es] = [wanted.indexOf('en'), wanted.indexOf('es')];
  return es >= 0 && (en < 0 || es < en) ? 'es' : 'en';
}

/** No script, no style, nothing from elsewhere: it must show on any browser. `url` is an origin that was parsed. */
function otherHostPage(request: FastifyRequest, url: string): string {
  const language = languageOf(request);
  const { title, say } = TEXTS[language];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<h1>${title}</h1>
<p>${say}</p>
<p><a href="${url}/">${url}</a></p>
</html>
`;
}

export function isNavigation(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}

/** Localhost counts as secure in every browser, whatever the scheme. */
export function isSecureOrigin(request: FastifyRequest): boolean {
  const name = request.hostname.replace(/:\d+$/, '');
  return (
    request.protocol === 'https' ||
    name === 'localhost' ||
    name === '127.0.0.1' ||
    name === '[::1]' ||
    name.endsWith('.localhost')
  );
}

/** Turns away requests to other hosts than the public one. Health answers on any. */
export function guardOrigin(app: FastifyInstance, publicUrl: string | undefined): void {
  if (publicUrl === undefined) return;
  const { host } = new URL(publicUrl);
  app.addHook('onRequest', async (request, reply) => {
    if (request.host === host || request.url.startsWith('/api/health')) return;
    if (isNavigation(request) && !request.url.startsWith('/api/')) {
      await reply
        .code(421)
        .type('text/html; charset=utf-8')
        .send(otherHostPage(request, publicUrl));
    } else {
      await refuse(reply, { code: 'wrong-host' });
    }
  });
}
