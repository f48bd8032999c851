import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shot } from './camera.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function figure({ file, size, theme, language, findings }: Shot): string {
  const list = findings.map((one) => `<li>${escape(one)}</li>`).join('');
  return `<figure><a href="${escape(file)}"><img loading="lazy" src="${escape(file)}" alt=""></a>
<figcaption>${language} ${size} ${theme}</figcaption>${list === '' ? '' : `<ul>${list}</ul>`}</figure>`;
}

const STYLE = `body{font:16px/1.4 system-ui;margin:1rem;background:#888}h2{margin:2rem 0 .5rem;color:#fff}
section{display:flex;flex-wrap:wrap;gap:.75rem;align-items:start}figure{margin:0;width:15rem;background:#fff;padding:.5rem}
img{width:100%;display:block;border:1px solid #ccc}ul{margin:.25rem 0 0;padding-left:1rem;color:#a00;font-size:13px}`;

/** One page with every picture, and what was found on it. @returns its path */
export async function writeContactSheet(folder: string, shots: readonly Shot[]): Promise<string> {
  const screens = [...new Set(shots.map(({ screen }) => screen))];
  const sections = screens.map((screen) => {
    const figures = shots.filter((shot) => shot.screen === screen).map(figure);
    return `<h2>${escape(screen)}</h2><section>${figures.join('\n')}</section>`;
  });
  const path = join(folder, 'index.html');
  await writeFile(
    path,
    `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${STYLE}</style>${sections.join('\n')}`,
  );
  return path;
}
