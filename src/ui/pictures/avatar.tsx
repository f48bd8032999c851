import { useLingui } from '@lingui/react';
import { cx } from '../cx.ts';
import { animals } from './avatar-animals.ts';
import type { AvatarDrawing } from './avatar-face.ts';
import { moreAnimals } from './avatar-more-animals.ts';
import { avatarNames } from './avatar-names.ts';
import type { AvatarId } from './avatar-names.ts';
import { things } from './avatar-things.ts';
import { DrawShapes } from './draw-shapes.tsx';
import css from './picture.module.css';

const drawings: Readonly<Record<AvatarId, AvatarDrawing>> = {
  ...animals,
  ...moreAnimals,
  ...things,
};

/** True when there is a drawing with this id. */
export function isAvatarId(id: string): id is AvatarId {
  return Object.hasOwn(drawings, id);
}

export interface AvatarProps {
  /** An unknown id (from a newer version) shows the first letter of the name instead. */
  readonly id: string;
  /** The child's name, for the letter. */
  readonly name: string;
  readonly size?: 's' | 'm' | 'l' | 'xl' | 'tile';
  /** Say which picture it is ("fox"). Off where the name stands beside it. */
  readonly named?: boolean;
}

/** A child's picture: an animal, a plant or a thing on a tinted tile. */
export function Avatar({ id, name, size = 'm', named = false }: AvatarProps) {
  const { i18n } = useLingui();
  const known = isAvatarId(id) ? id : null;
  const says = named && known !== null ? i18n._(avatarNames[known]) : null;
  return (
    <svg
      viewBox="0 0 64 64"
      className={cx(css['avatar'], css[size])}
      {...(says === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': says })}
    >
      <rect
        width="64"
        height="64"
        rx="16"
        fill={known === null ? '#efe5d3' : drawings[known].tint}
      />
      {known === null ? (
        <text x="32" y="43" textAnchor="middle" fontSize="32" fontWeight="700" fill="#525d6c">
          {Array.from(name.trim())[0]?.toUpperCase() ?? '?'}
        </text>
      ) : (
        <g transform="translate(5.1 5.1) scale(.84)">
          <DrawShapes shapes={drawings[known].shapes} />
        </g>
      )}
    </svg>
  );
}
