import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { buildFingerprint } from '#server/cli/ready.mjs';
import { chunkNames } from './chunks.ts';
import { packAssets } from './pack-assets.ts';

const root = import.meta.dirname;

/** What turns our sources into JavaScript, in the app and in the browser tests. */
const sourcePlugins = () => [
  optimizeLocales.vite({ locales: ['en-US', 'es-ES'] }),
  react(),
  lingui({ failOnCompileError: true }),
  babel({ presets: [linguiTransformerBabelPreset()] }),
];

/** What this build calls itself: the same sources give the same name on every machine, with or without git. */
function buildName(): { version: string; fingerprint: string } {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return { version, fingerprint: buildFingerprint() };
}

/** Leaves the name in dist, where `npm start` looks whether a new build is due. */
const buildStamp = (): Plugin => ({
  name: 'build-stamp',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'build.json', source: JSON.stringify(buildName()) });
  },
});

const shortcutIcon = (who: string) => ({
  src: `/icons/shortcut-${who}.png`,
  sizes: '96x96',
  type: 'image/png',
});

const pwa = VitePWA({
  strategies: 'generateSW',
  registerType: 'prompt',
  // The app registers the worker itself: an injected script would need an exception in the CSP.
  injectRegister: false,
  filename: 'sw.js',
  includeAssets: [],
  workbox: {
    globPatterns: ['**/*.{js,css,html,woff2,svg,png,wasm}'],
    maximumFileSizeToCacheInBytes: 4_000_000,
    navigateFallback: 'index.html',
    navigateFallbackDenylist: [/^\/api\//],
    cleanupOutdatedCaches: true,
    // The first worker takes the page that brought it: else its later chunks would need the network until a reload.
    clientsClaim: true,
    importScripts: ['/claim.js'],
    globIgnores: ['claim.js'],
    sourcemap: false,
  },
  manifest: {
    id: '/',
    name: 'Nine of Ten',
    short_name: 'Nine of Ten',
    description: 'Mastery learning for classrooms, with or without a network.',
    lang: 'en',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: '#faf6ee',
    background_color: '#faf6ee',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
    shortcuts: [
      { name: "I'm a student", url: '/student', icons: [shortcutIcon('student')] },
      { name: 'Teacher', url: '/teacher', icons: [shortcutIcon('teacher')] },
    ],
  },
});

export default defineConfig(async () => {
  if (process.env['VITEST']) {
    const { projects } = await import('#test/projects.ts');
    const { LongestFirst } = await import('#test/longest-first.ts');
    const cacheDir = join(root, 'node_modules', '.cache', 'vitest');
    const sequence = { sequencer: LongestFirst };
    return { root, cacheDir, test: { projects: projects(sourcePlugins()), sequence } };
  }
  const { version, fingerprint } = buildName();
  return {
    root: join(root, 'src', 'app'),
    publicDir: join(root, 'public'),
    cacheDir: join(root, 'node_modules', '.cache', 'vite'),
    define: { __APP_BUILD__: JSON.stringify(`${version}+${fingerprint}`) },
    plugins: [...sourcePlugins(), pwa, buildStamp(), packAssets(join(root, 'dist'))],
    build: {
      outDir: join(root, 'dist'),
      emptyOutDir: true,
      target: 'es2022',
      // A data: URL for a small picture or font would need an exception in the CSP.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            // A chunk is whole already: what it imports is in it or in one before it.
            groups: [{ name: chunkNames(), includeDependenciesRecursively: false }],
          },
        },
      },
    },
    // rxjs for the browsers of today: without helpers for old ones.
    resolve: { conditions: ['es2015', ...defaultClientConditions] },
    server: { proxy: { '/api': 'http://localhost:8787' } },
  };
});
