import type { ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import { useLingui } from '@lingui/react/macro';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from '../controls/icon-button.tsx';
import { cx } from '../cx.ts';
import css from './dialog.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: ReactNode;
  /** `dialog` in the middle; `sheet` from the foot of the screen, where the thumb is. */
  readonly form?: 'dialog' | 'sheet';
  /** `alertdialog` asks before something that cannot be taken back: no tap outside closes it. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Buttons, the main one first; drawn at the end. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A modal layer. Focus moves in, stays in, and goes back to where it was. Escape closes. */
export function Dialog(props: DialogProps) {
  const {
    isOpen,
    onOpenChange,
    title,
    form = 'dialog',
    role = 'dialog',
    actions,
    children,
  } = props;
  const { t } = useLingui();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
      className={cx(css['overlay'], css[form])}
    >
      <Modal className={css['modal'] ?? ''}>
        <AriaDialog role={role} className={css['dialog'] ?? ''}>
          <header className={css['head']}>
            <Heading slot="title" level={2} className={css['title'] ?? ''}>
              {title}
            </Heading>
            {role === 'dialog' ? (
              <IconButton label={t`Close`} onPress={() => onOpenChange(false)}>
                <X />
              </IconButton>
            ) : null}
          </header>
          <div className={css['body']}>{children}</div>
          {actions === undefined ? null : <footer className={css['actions']}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export type BottomSheetProps = Omit<DialogProps, 'form'>;

/** A dialog that rises from the foot of the screen: the detail of a cell, close to the thumb. */
export function BottomSheet(props: BottomSheetProps) {
  return <Dialog {...props} form="sheet" />;
}
