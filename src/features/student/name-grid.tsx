import { useMemo, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { StudentId } from '#domain/model/ids.ts';
import { OneOf } from '#ui/controls/one-of.tsx';
import { pagesOf } from './name-pages.ts';
import { NameTile } from './name-tile.tsx';
import { shortNames } from './short-names.ts';
import css from './student.module.css';
import { layOutTiles } from './tile-layout.ts';
import { useSpace } from './use-space.ts';

export interface Child {
  readonly id: StudentId;
  readonly name: string;
  readonly avatar: string;
}

export interface NameGridProps {
  /** In the order of their names. */
  readonly children: readonly Child[];
  readonly onChoose: (child: Child) => void;
}

/** All children of a group as tiles; where they do not fit at once, letters above choose a page. Nothing scrolls. */
export function NameGrid({ children, onChoose }: NameGridProps) {
  const { t } = useLingui();
  const { ref, space } = useSpace();
  const [chosen, setChosen] = useState(0);
  const names = useMemo(() => shortNames(children.map(({ name }) => name)), [children]);
  const layout = space === null ? null : layOutTiles(children.length, space);
  const pages = layout === null ? [] : pagesOf(names, layout.capacity);
  const current = Math.min(chosen, pages.length - 1);
  const page = pages[current];
  return (
    <div ref={ref} className={css['space']}>
      {layout?.paged === true ? (
        <OneOf
          label={t`First letters of the names`}
          options={pages.map(({ label }, i) => ({ id: String(i), face: label }))}
          value={String(current)}
          onChange={(id) => setChosen(Number(id))}
          className={css['letters'] ?? ''}
          optionClassName={css['letter'] ?? ''}
        />
      ) : null}
      {layout === null || page === undefined ? null : (
        <ul
          aria-label={t`Names`}
          className={css['tiles']}
          style={{
            gridTemplateColumns: `repeat(${layout.columns}, minmax(0, 1fr))`,
            gridAutoRows: layout.rowHeight,
          }}
        >
          {children.slice(page.from, page.to).map((child, i) => (
            <li key={child.id}>
              <NameTile
                name={names[page.from + i] ?? child.name}
                isTwin={names.filter((name) => name === names[page.from + i]).length > 1}
                avatar={child.avatar}
                compact={layout.compact}
                onPress={() => onChoose(child)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
