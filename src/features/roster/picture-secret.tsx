import { useLingui } from '@lingui/react/macro';
import type { PictureSecret as Secret } from '#domain/model/event.ts';
import { Picture } from '#ui/pictures/picture.tsx';
import { pictureIds, pictureNames } from '#ui/pictures/picture-names.ts';
import css from './groups.module.css';

/** The three pictures of a secret in order, with their names: to tell a child who forgot. */
export function PictureSecret({ secret }: { readonly secret: Secret }) {
  const { i18n } = useLingui();
  return (
    <ol className={css['secret']}>
      {secret.map((number, place) => {
        const id = pictureIds[number];
        return id === undefined ? null : (
          // The same picture may stand in two places of one secret.
          <li key={place} className={css['picture']}>
            <Picture id={id} />
            {i18n._(pictureNames[id])}
          </li>
        );
      })}
    </ol>
  );
}
