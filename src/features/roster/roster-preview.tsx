import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import { Checkbox } from '#ui/controls/checkbox-group.tsx';
import { Banner } from '#ui/layout/banner.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { MAX_NAME, MAX_ROWS } from './parse-roster.ts';
import type { Roster, RosterRow, RowFaultCode } from './parse-roster.ts';
import css from './roster.module.css';

/** A good row while it is being looked at: it may be corrected, or left out. */
export interface DraftRow extends RosterRow {
  readonly isIn: boolean;
}

/** All good rows, those that stand twice left out until somebody says otherwise. */
export function draftRows({ rows }: Roster): readonly DraftRow[] {
  return rows.map((row) => ({ ...row, isIn: row.twin === null }));
}

export interface RosterPreviewProps {
  readonly roster: Roster;
  readonly rows: readonly DraftRow[];
  readonly onChange: (rows: readonly DraftRow[]) => void;
}

/** What was read, line by line: names to confirm, and the lines that could not be read with their reasons. */
export function RosterPreview({ roster, rows, onChange }: RosterPreviewProps) {
  const { t } = useLingui();
  const format = useFormatters();
  const change = (line: number, part: Partial<DraftRow>) =>
    onChange(rows.map((row) => (row.line === line ? { ...row, ...part } : row)));
  return (
    <Stack gap={4}>
      <Faults roster={roster} />
      {roster.unused.length === 0 ? null : (
        <Banner>
          {t`Not used and not kept: ${format.list(roster.unused)}. Only names are stored.`}
        </Banner>
      )}
      {rows.length === 0 ? null : (
        <ol className={css['rows']} aria-label={t`Names to check`}>
          {rows.map((row) => (
            <PreviewRow key={row.line} row={row} onChange={(part) => change(row.line, part)} />
          ))}
        </ol>
      )}
    </Stack>
  );
}

interface PreviewRowProps {
  readonly row: DraftRow;
  readonly onChange: (part: Partial<DraftRow>) => void;
}

function PreviewRow({ row, onChange }: PreviewRowProps) {
  const { t } = useLingui();
  const { line, name, twin, isIn } = row;
  return (
    <li className={css['row']}>
      <span className={css['number']} aria-hidden>
        {line}
      </span>
      <TextField
        aria-label={t`Name in line ${line}`}
        value={name}
        maxLength={MAX_NAME}
        onChange={(text) => onChange({ name: text })}
        isDisabled={!isIn}
        className={css['name'] ?? ''}
      >
        <Input className={css['input'] ?? ''} spellCheck={false} />
      </TextField>
      <Checkbox isSelected={isIn} onChange={(on) => onChange({ isIn: on })}>
        <span className="visually-hidden">{t`Take ${name}`}</span>
        <span aria-hidden className={css['take']}>
          {isIn ? t`Take` : t`Leave out`}
        </span>
      </Checkbox>
      {twin === null ? null : (
        <span className={css['twin']}>
          {twin === 'group'
            ? t`This name is in the group already.`
            : t`The same name as in line ${twin}.`}
        </span>
      )}
    </li>
  );
}

function Faults({ roster: { faults } }: { readonly roster: Roster }) {
  const { t } = useLingui();
  const reason = useReason();
  const count = faults.length;
  if (count === 0) return null;
  return (
    <Banner
      tone="amber"
      live="status"
      title={t`${plural(count, { one: '# line could not be read', other: '# lines could not be read' })}`}
    >
      <ul className={css['faults']}>
        {faults.slice(0, 50).map(({ line, code, text }) => (
          <li key={line}>
            <span className={css['line']}>{t`Line ${line}`}</span>: {reason(code)}{' '}
            {text === '' ? null : <q>{text}</q>}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function useReason(): (code: RowFaultCode) => string {
  const { t } = useLingui();
  return (code) => {
    switch (code) {
      case 'no-name':
        return t`there is no name.`;
      case 'too-long':
        return t`the name is longer than ${MAX_NAME} characters.`;
      case 'too-many-columns':
        return t`there are more cells than names need. Put a first line above with the word "name" over the names.`;
      case 'unreadable':
        return t`some characters are not readable. Save the file as "CSV UTF-8".`;
      case 'open-quote':
        return t`a quotation mark is opened and not closed.`;
      case 'too-many-rows':
        return t`one list holds ${MAX_ROWS} students. Add the rest as a second list.`;
    }
  };
}
