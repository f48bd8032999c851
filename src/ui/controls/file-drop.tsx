import { useState, type DragEvent, type ReactNode } from 'react';
import css from './file-drop.module.css';

export interface FileDropProps {
  /** Names the place for screen readers; they use the button inside it. */
  readonly label: string;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** A place where a file may be dropped. Only a convenience: a button inside does the same. */
export function FileDrop({ label, onFile, children }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a second way beside the button inside
    <div
      role="group"
      aria-label={label}
      className={css['drop']}
      data-drop-target={isOver}
      onDragOver={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) onFile(file);
      }}
    >
      {children}
    </div>
  );
}
