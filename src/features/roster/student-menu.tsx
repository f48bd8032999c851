import {
  EllipsisVertical,
  Eraser,
  Image,
  KeyRound,
  Merge,
  Pencil,
  QrCode,
  SlidersHorizontal,
  Split,
  UserMinus,
} from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
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

export interface StudentMenuProps {
  readonly name: string;
  /** The child has several records. */
  readonly isJoined: boolean;
  readonly mayErase: boolean;
  readonly maySupport: boolean;
  readonly onAction: (action: StudentAction) => void;
}

/** What can be done about one student. */
export function StudentMenu(props: StudentMenuProps) {
  const { name, isJoined, mayErase, maySupport, onAction } = props;
  const { t } = useLingui();
  const items = [
    { id: 'rename', label: t`Rename`, icon: <Pencil aria-hidden /> },
    ...(maySupport
      ? [
          {
            id: 'supports',
            label: t`Supports in checks`,
            icon: <SlidersHorizontal aria-hidden />,
          } as const,
        ]
      : []),
    { id: 'avatar', label: t`Another picture`, icon: <Image aria-hidden /> },
    { id: 'secret', label: t`New picture secret`, icon: <KeyRound aria-hidden /> },
    { id: 'badge', label: t`New badge`, icon: <QrCode aria-hidden /> },
    { id: 'join', label: t`Same child twice? Join records`, icon: <Merge aria-hidden /> },
    ...(isJoined
      ? [
          {
            id: 'separate',
            label: t`Separate the joined records`,
            icon: <Split aria-hidden />,
          } as const,
        ]
      : []),
    { id: 'remove', label: t`Take out of the group`, icon: <UserMinus aria-hidden /> },
    ...(mayErase
      ? [{ id: 'erase', label: t`Erase this child's data`, icon: <Eraser aria-hidden /> } as const]
      : []),
  ] as const;
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
