/** The texts of the interface, as they stand in its catalogues. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatter } from '@lingui/format-po';

const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'ui', 'i18n');

export interface CatalogueText {
  /** In English; left out where the id is the text. */
  readonly message?: string;
  readonly translation?: string;
  readonly context?: string;
}

/** Every text in one language: of everybody's screens, and of staff's. */
export async function textsOnScreens(locale: 'en' | 'es'): Promise<CatalogueText[]> {
  const texts: CatalogueText[] = [];
  for (const filename of [join(FOLDER, `${locale}.po`), join(FOLDER, 'staff', `${locale}.po`)]) {
    const context = { locale, sourceLocale: 'en', filename };
    texts.push(...Object.values(await formatter().parse(readFileSync(filename, 'utf8'), context)));
  }
  return texts;
}
