/** The HTTP side put together: headers, one origin, routes, static files, errors as codes. */
import { constants } from 'node:zlib';
import type { Socket } from 'node:net';
import Fastify, {
  type ConnectionError,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import compress from '@fastify/compress';
import { LIMITS } from '#protocol/limits.ts';
import { nameOfError } from '../log.ts';
import type { Nightly } from '../safety/nightly.ts';
import type { World } from '../usecases/world.ts';
import { addAdmission } from './admission.ts';
import { refuse } from './answers.ts';
import { endWithLastAnswers } from './last-answers.ts';
import { guardOrigin } from './origin.ts';
import { StoreBusy } from '../store/port.ts';
import { addImportRoute } from './routes/import.ts';
import { addPeopleRoutes } from './routes/people.ts';
import { addPresenceRoute } from './routes/presence.ts';
import { addPullRoutes, addPushRoutes } from './routes/sync.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { addStaticFiles, type StaticOptions } from './static-files.ts';

export interface AppOptions {
  readonly world: World;
  /** As it was set; undefined: requests to any host are ours. */
  readonly publicUrl: string | undefined;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  readonly files: StaticOptions;
  readonly version: string;
  /** The copies of the nights, where they are made. */
  readonly nightly?: Nightly;
  /** When the certificate runs out, ms; undefined without TLS. */
  readonly tlsEnds: () => number | undefined;
}

/** Proxies of the same machine or the same private network may say for whom they ask, where a proxy brings the https. */
const TRUSTED = ['loopback', 'linklocal', 'uniquelocal'];

const REQUEST_MS = 120_000;

/** What is no HTTP at all is answered by hand, and the connection ends. */
function refuseBytes(error: ConnectionError, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, code] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'too-large']
      : ['400 Bad Request', 'malformed'];
  const body = JSON.stringify({ error: { code } });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function handleErrors(app: FastifyInstance, world: World): void {
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(reply, { code: 'too-large' });
    if (status >= 400 && status < 500) return refuse(reply, { code: 'malformed' });
    if (error instanceof StoreBusy) return refuse(reply, { code: 'busy' });
    world.log.error('A request failed', {
      route: request.routeOptions.url,
      error: nameOfError(error),
    });
    return refuse(reply, { code: 'internal' });
  });
}

function logRequests(app: FastifyInstance, world: World): void {
  app.addHook('onResponse', async (request, reply) => {
    world.log.debug('request', {
      method: request.method,
      // The pattern, never the address: that may hold what is nobody's business.
      route: request.routeOptions.url ?? 'file',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}

function aboutNights(nightly: Nightly | undefined): object {
  const newest = nightly?.newest();
  return {
    ...(nightly === undefined ? {} : { nightlyCopyFailed: nightly.failed() }),
    ...(newest === undefined ? {} : { nightlyCopy: new Date(newest).toISOString() }),
  };
}

export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { world, publicUrl, tls } = options;
  const common = {
    bodyLimit: LIMITS.requestBytes,
    trustProxy: publicUrl?.startsWith('https:') === true && tls === undefined ? TRUSTED : false,
    // A stop lets running requests end; idle connections are closed at once, silent and late ones by last-answers.ts.
    forceCloseConnections: 'idle',
    // A request that comes in drops holds a connection and memory: a slow uplink has sent the largest one long before.
    requestTimeout: REQUEST_MS,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: refuseBytes,
    // An address that cannot be decoded.
    frameworkErrors: async (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      refuse(reply, { code: 'malformed' }),
  } as const;
  // Two types of server underneath; all that follows is the same for both.
  const app = (tls === undefined
    ? Fastify(common)
    : Fastify({ ...common, https: tls })) as unknown as FastifyInstance;
  endWithLastAnswers(app);
  addSecurityHeaders(app);
  handleErrors(app, world);
  logRequests(app, world);
  guardOrigin(app, publicUrl);
  await app.register(compress, {
    global: true,
    // Nothing that comes in is packed: a small body that unpacks to a large one is no request of ours.
    globalDecompression: false,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // From 4 to 5 a first sync shrinks by 6 percent; from 5 to 9 by 2 more, for twice the time.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
  app.get('/api/health', async () => {
    const ends = options.tlsEnds();
    const failing = world.failingSince();
    return {
      ok: failing === undefined,
      version: options.version,
      schools: world.school() === undefined ? 0 : 1,
      epoch: world.school()?.epoch ?? '',
      ...(failing === undefined ? {} : { cannotWriteSince: new Date(failing).toISOString() }),
      secondCopy: world.secondCopy(),
      ...aboutNights(options.nightly),
      ...(ends === undefined ? {} : { tlsUntil: new Date(ends).toISOString() }),
    };
  });
  addAdmission(app);
  addPeopleRoutes(app, world);
  addPushRoutes(app, world);
  addPullRoutes(app, world);
  addPresenceRoute(app, world);
  addImportRoute(app, world);
  await addStaticFiles(app, options.files);
  return app;
}
