import { Press } from '#ui/controls/press.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { cx } from '#ui/cx.ts';
import css from './student.module.css';

export interface NameTileProps {
  readonly name: string;
  readonly avatar: string;
  readonly compact: boolean;
  /** Another child has the same name: the picture is said as well. */
  readonly isTwin: boolean;
  readonly onPress: () => void;
}

/** One child to tap: picture and name, of one size so that a page of them never scrolls. */
export function NameTile({ name, avatar, compact, isTwin, onPress }: NameTileProps) {
  return (
    <Press onPress={onPress} className={cx(css['tile'], compact && css['compact'])}>
      <Avatar id={avatar} name={name} size={compact ? 'm' : 'l'} named={isTwin} />
      <span className={css['tileName']}>{name}</span>
    </Press>
  );
}
