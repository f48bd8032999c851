import type { ReactNode } from 'react';
import { Press } from './press.tsx';
import { cx } from '../cx.ts';
import { Avatar } from '../pictures/avatar.tsx';
import css from './avatar-tile.module.css';

export interface AvatarTileProps {
  readonly name: string;
  /** Id of an avatar; an unknown one shows the first letter of the name. */
  readonly avatar: string;
  readonly onPress: () => void;
  /** `tile` picture above the name (students); `row` beside it (staff lists). */
  readonly layout?: 'tile' | 'row';
  /** A short line under the name: "3 of 8", "done". */
  readonly note?: ReactNode;
  readonly isDisabled?: boolean;
}

/** A person to tap: avatar and name, 64 px and more. */
export function AvatarTile(props: AvatarTileProps) {
  const { name, avatar, onPress, layout = 'tile', note, isDisabled = false } = props;
  return (
    <Press onPress={onPress} isDisabled={isDisabled} className={cx(css['tile'], css[layout])}>
      <Avatar id={avatar} name={name} size={layout === 'tile' ? 'tile' : 'm'} />
      <span className={css['words']}>
        <span className={css['name']}>{name}</span>
        {note === undefined ? null : <span className={css['note']}>{note}</span>}
      </span>
    </Press>
  );
}

/** A grid of tiles that fills the width. */
export function AvatarGrid({ children }: { readonly children: ReactNode }) {
  return <div className={css['grid']}>{children}</div>;
}
