/**
 * The built app. Files with a hash in their name never change and are kept for ever by browsers; the rest is asked for each
 * time. A tab of an older version may ask for its old chunks for weeks: they are kept in the data folder. Both are sent as the
 * build packed them (pack-assets.ts), where it did.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, stat, unlink, utimes } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isNavigation } from './origin.ts';
import { refuse } from './answers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const PACKABLE = new Set([
  '.html',
  '.js',
  '.mjs',
  '.css',
  '.json',
  '.webmanifest',
  '.svg',
  '.txt',
  '.wasm',
]);
const PACKED = '.br';
const KEEP_MS = 60 * 24 * 3_600_000;

type Encoding = 'br' | 'gzip' | 'identity';

interface LoadedFile {
  readonly path: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly etag: string;
  /** As the build packed it, or packed at first use, once. */
  readonly packed: Map<Encoding, Promise<Buffer>>;
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

function pack(file: LoadedFile, encoding: Encoding): Promise<Buffer> {
  const known = file.packed.get(encoding);
  if (known !== undefined) return known;
  const { plain } = file;
  const brotli = {
    params: {
      // Only the few files whose names stay the same are packed here: more would cost a start more than it saves on the way.
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  };
  const made =
    encoding === 'br'
      ? toBrotli(plain, brotli)
      : encoding === 'gzip'
        ? toGzip(plain, { level: 9 })
        : Promise.resolve(plain);
  file.packed.set(encoding, made);
  return made;
}

function encodingFor(request: FastifyRequest, file: LoadedFile): Encoding {
  const wanted = request.headers['accept-encoding'] ?? '';
  if (!PACKABLE.has(extname(file.path)) || file.plain.length < 500) return 'identity';
  if (/\bbr\b/.test(String(wanted))) return 'br';
  return /\bgzip\b/.test(String(wanted)) ? 'gzip' : 'identity';
}

async function load(folder: string, path: string): Promise<LoadedFile> {
  const plain = await readFile(join(folder, path));
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const packed: LoadedFile['packed'] = new Map();
  const beside = join(folder, `${path}${PACKED}`);
  if (existsSync(beside)) packed.set('br', Promise.resolve(await readFile(beside)));
  return { path, type, plain, etag, packed };
}

async function loadAll(folder: string): Promise<Map<string, LoadedFile>> {
  const files = new Map<string, LoadedFile>();
  if (!existsSync(folder)) return files;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || extname(entry.name) === PACKED) continue;
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    files.set(`/${path.split(sep).join('/')}`, await load(folder, path));
  }
  return files;
}

/** Adds this build's assets to those that are kept, and drops those that no build has had for 60 days. */
export async function keepAssets(dist: string, kept: string, now: number): Promise<void> {
  await mkdir(kept, { recursive: true });
  const assets = join(dist, 'assets');
  if (existsSync(assets)) {
    await cp(assets, kept, { recursive: true });
    const today = new Date(now);
    for (const entry of await readdir(assets, { recursive: true, withFileTypes: true })) {
      if (entry.isFile())
        await utimes(
          join(kept, join(entry.parentPath, entry.name).slice(assets.length + 1)),
          today,
          today,
        );
    }
  }
  for (const entry of await readdir(kept, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && now - (await stat(path)).mtimeMs > KEEP_MS) await unlink(path);
  }
}

/** An asset of an older build, if it is there; never a path that leaves the folder. */
async function loadKept(kept: string, url: string): Promise<LoadedFile | undefined> {
  const path = normalize(decodeURI(url).slice('/assets/'.length));
  if (path.startsWith('..') || path.includes('\0') || extname(path) === PACKED) return undefined;
  return existsSync(join(kept, path)) && (await stat(join(kept, path))).isFile()
    ? load(kept, path)
    : undefined;
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: LoadedFile,
  status = 200,
): Promise<FastifyReply> {
  const immutable = file.path.split(sep)[0] === 'assets' || request.url.startsWith('/assets/');
  reply.headers({
    'content-type': file.type,
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  });
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const encoding = encodingFor(request, file);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.code(status).send(await pack(file, encoding));
}

export interface StaticOptions {
  readonly dist: string;
  /** Where assets of older builds are kept. */
  readonly kept: string;
}

/** Serves the app; every other GET that is a navigation gets its page, so that a reload works at any address. */
export async function addStaticFiles(app: FastifyInstance, options: StaticOptions): Promise<void> {
  const files = await loadAll(options.dist);
  app.setNotFoundHandler(async (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (path === '/api' || path.startsWith('/api/')) return refuse(reply, { code: 'not-found' });
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(reply, { code: 'not-found' });
    const page = files.get('/index.html');
    const file = files.get(path === '/' ? '/index.html' : path);
    if (file !== undefined) return sendFile(request, reply, file);
    if (path.startsWith('/assets/')) {
      const old = await loadKept(options.kept, path).catch(() => undefined);
      if (old !== undefined) return sendFile(request, reply, old);
    }
    if (!isNavigation(request)) return refuse(reply, { code: 'not-found' });
    if (page !== undefined) return sendFile(request, reply, page);
    return reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send('The app is not built yet. Run: npm start\n');
  });
}
