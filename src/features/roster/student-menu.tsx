import type { ReactNode } from 'react';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import Eraser from 'lucide-react/icons/eraser';
import Image from 'lucide-react/icons/image';
import KeyRound from 'lucide-react/icons/key-round';
import Merge from 'lucide-react/icons/merge';
import Pencil from 'lucide-react/icons/pencil';
import QrCode from 'lucide-react/icons/qr-code';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import Split from 'lucide-react/icons/split';
import UserMinus from 'lucide-react/icons/user-minus';
import { useLingui } from '@lingui/react/macro';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { Kind } from '#domain/model/event.ts';
import { useMayDo } from '#state/use-may.ts';
import { MenuButton } from '#ui/controls/menu-button.tsx';
import css from './groups.module.css';

export type StudentAction =
  | 'rename'
  | 'supports'
  | 'avatar'
  | 'secret'
  | 'badge'
  | 'join'
  | 'separate'
  | 'remove'
  | 'erase';

interface Item {
  readonly id: StudentAction;
  readonly label: string;
  readonly icon: ReactNode;
}

export interface StudentMenuProps {
  readonly name: string;
  /** The child has several records. */
  readonly isJoined: boolean;
  readonly onAction: (action: StudentAction) => void;
}

/** The change that each of them is. */
const KINDS: Readonly<Record<StudentAction, Kind>> = {
  rename: 'student.rename',
  supports: 'student.supports',
  avatar: 'student.avatar',
  secret: 'student.secret',
  badge: 'student.badge',
  join: 'student.merge',
  separate: 'student.merge',
  remove: 'group.student',
  erase: 'student.erase',
};

/** What can be done about one student by whoever is there; nothing where that is nothing. */
export function StudentMenu({ name, isJoined, onAction }: StudentMenuProps) {
  const { t } = useLingui();
  const may = useMayDo();
  const all: readonly Item[] = [
    { id: 'rename', label: t`Rename`, icon: <Pencil aria-hidden /> },
    { id: 'supports', label: t`Supports in checks`, icon: <SlidersHorizontal aria-hidden /> },
    { id: 'avatar', label: t`Another picture`, icon: <Image aria-hidden /> },
    { id: 'secret', label: t`New picture secret`, icon: <KeyRound aria-hidden /> },
    { id: 'badge', label: t`New badge`, icon: <QrCode aria-hidden /> },
    { id: 'join', label: t`Same child twice? Join records`, icon: <Merge aria-hidden /> },
    { id: 'separate', label: t`Separate the joined records`, icon: <Split aria-hidden /> },
    { id: 'remove', label: t`Take out of the group`, icon: <UserMinus aria-hidden /> },
    { id: 'erase', label: t`Erase this child's data`, icon: <Eraser aria-hidden /> },
  ];
  const items = all.filter(({ id }) => may(KINDS[id]) && (id !== 'separate' || isJoined));
  if (items.length === 0) return null;
  return (
    <MenuTrigger>
      <MenuButton label={t`More about ${name}`}>
        <EllipsisVertical />
      </MenuButton>
      <Popover placement="bottom end">
        <Menu className={css['menu'] ?? ''}>
          {items.map(({ id, label, icon }) => (
            <MenuItem
              key={id}
              className={css['menuItem'] ?? ''}
              textValue={label}
              onAction={() => onAction(id)}
            >
              {icon}
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
