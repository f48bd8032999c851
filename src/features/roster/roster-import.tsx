import { useState } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import FileUp from 'lucide-react/icons/file-up';
import type { Fault } from '#domain/kernel/result.ts';
import { Button } from '#ui/controls/button.tsx';
import { FileButton } from '#ui/controls/file-button.tsx';
import { FileDrop } from '#ui/controls/file-drop.tsx';
import { TextArea } from '#ui/controls/text-area.tsx';
import { Banner } from '#ui/layout/banner.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { parseRoster } from './parse-roster.ts';
import { readRosterFile } from './read-roster-file.ts';
import { draftRows, RosterPreview, type DraftRow } from './roster-preview.tsx';

export interface RosterImportProps {
  /** Names that are in the group already: marked in the list. */
  readonly known: readonly string[];
  /** Words of the button that takes the names, given how many. */
  readonly takeLabel: (count: number) => string;
  /** Gives the names that were confirmed, in order. */
  readonly onTake: (names: readonly string[]) => void;
  readonly isBusy: boolean;
}

/** Names to paste, or a CSV file to choose or drop; then every line to look at and correct before anything is saved. */
export function RosterImport({ known, takeLabel, onTake, isBusy }: RosterImportProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [rows, setRows] = useState<readonly DraftRow[] | null>(null);
  const [fileFault, setFileFault] = useState<Fault | null>(null);
  const roster = parseRoster(text, known);
  const found = roster.rows.length;

  const take = async (file: Blob | undefined) => {
    if (file === undefined) return;
    const read = await readRosterFile(file);
    setFileFault(read.ok ? null : read.error);
    if (!read.ok) return;
    setText(read.value);
    setRows(draftRows(parseRoster(read.value, known)));
  };

  if (rows !== null) {
    const names = rows.filter((row) => row.isIn).map((row) => row.name.trim());
    return (
      <Stack gap={5}>
        <RosterPreview roster={roster} rows={rows} onChange={setRows} />
        <Row>
          <Button
            kind="primary"
            isDisabled={isBusy || names.length === 0 || names.includes('')}
            onPress={() => onTake(names)}
          >
            {isBusy ? t`Saving` : takeLabel(names.length)}
          </Button>
          <Button kind="quiet" isDisabled={isBusy} onPress={() => setRows(null)}>
            {t`Back to the list`}
          </Button>
        </Row>
      </Stack>
    );
  }
  return (
    <FileDrop label={t`Names or a file`} onFile={(file) => void take(file)}>
      <Stack gap={4}>
        <TextArea
          label={t`Names`}
          hint={t`One student a line. Cells copied from a spreadsheet work too.`}
          rows={8}
          value={text}
          onChange={setText}
          spellCheck="false"
        />
        {fileFault === null ? null : <FileFault code={fileFault.code} />}
        <Row>
          <Button
            kind="primary"
            isDisabled={found + roster.faults.length === 0}
            onPress={() => setRows(draftRows(roster))}
          >
            {found === 0
              ? t`Look through the names`
              : t`Look through ${plural(found, { one: '# name', other: '# names' })}`}
          </Button>
          <FileButton
            icon={<FileUp />}
            accept={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
            onFile={(file) => void take(file)}
          >
            {t`Choose a CSV file`}
          </FileButton>
        </Row>
      </Stack>
    </FileDrop>
  );
}

function FileFault({ code }: { readonly code: string }) {
  const { t } = useLingui();
  return (
    <Banner tone="amber" live="alert">
      {code === 'file-too-large'
        ? t`This file is too large for a list of names.`
        : t`This file holds no text. In a spreadsheet choose "Save as" and CSV, then take that file.`}
    </Banner>
  );
}
