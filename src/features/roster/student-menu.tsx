import { EllipsisVertical, Image, KeyRound, Pencil, QrCode, UserMinus } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { IconButton } from '#ui/controls/icon-button.tsx';
import css from './groups.module.css';

export type StudentAction = 'rename' | 'avatar' | 'secret' | 'badge' | 'remove';

export interface StudentMenuProps {
  readonly name: string;
  readonly onAction: (action: StudentAction) => void;
}

/** What can be done about one student. */
export function StudentMenu({ name, onAction }: StudentMenuProps) {
  const { t } = useLingui();
  const items = [
    { id: 'rename', label: t`Rename`, icon: <Pencil aria-hidden /> },
    { id: 'avatar', label: t`Another picture`, icon: <Image aria-hidden /> },
    { id: 'secret', label: t`New picture secret`, icon: <KeyRound aria-hidden /> },
    { id: 'badge', label: t`New badge`, icon: <QrCode aria-hidden /> },
    { id: 'remove', label: t`Take out of the group`, icon: <UserMinus aria-hidden /> },
  ] as const;
  return (
    <MenuTrigger>
      <IconButton label={t`More about ${name}`}>
        <EllipsisVertical />
      </IconButton>
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
