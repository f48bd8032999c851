import type { ReactNode } from 'react';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { cx } from '../cx.ts';
import css from './field.module.css';
import own from './search-field.module.css';

export interface SearchFieldProps {
  readonly label: ReactNode;
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Filters what is on the screen as one types. Escape clears. */
export function SearchField({ label, labelHidden = false, value, onChange }: SearchFieldProps) {
  return (
    <AriaSearchField value={value} onChange={onChange} className={cx(css['field'], own['search'])}>
      <Label className={cx(css['label'], labelHidden && 'visually-hidden')}>{label}</Label>
      <div className={css['group']}>
        <span className={css['start']}>
          <Search aria-hidden />
        </span>
        <Input className={cx(css['input'], css['withStart'], css['withEnd'])} />
        <Button className={cx(css['end'], own['clear'])}>
          <X aria-hidden />
        </Button>
      </div>
    </AriaSearchField>
  );
}
