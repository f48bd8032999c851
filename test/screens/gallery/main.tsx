import { createRoot } from 'react-dom/client';
import { activate, addStaffTexts } from '#ui/i18n/i18n.ts';
import { isLanguage } from '#ui/i18n/language.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import '#ui/styles/index.css';
import { galleryScreens } from '#test/browser/ui/gallery.tsx';

// ?screen=question&theme=dark&language=es
const query = new URLSearchParams(location.search);
const language = query.get('language');
const theme = query.get('theme');
if (theme !== null) document.documentElement.dataset['theme'] = theme;
await addStaffTexts();
await activate(isLanguage(language) ? language : 'en');

const found = Object.entries(galleryScreens).find(([name]) => name === query.get('screen'));
const Screen = found?.[1] ?? Index;

function Index() {
  return (
    <ul>
      {Object.keys(galleryScreens).map((name) => (
        <li key={name}>
          <a href={`?screen=${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <UiProvider>
      <Screen />
    </UiProvider>,
  );
}
