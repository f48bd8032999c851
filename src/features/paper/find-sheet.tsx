import { useMemo, useState } from 'react';
import Camera from 'lucide-react/icons/camera';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Search from 'lucide-react/icons/search';
import { useLingui } from '@lingui/react/macro';
import { Press } from '#ui/controls/press.tsx';
import { readPaperCode, studentInQr, writtenCode } from '#domain/items/paper-code.ts';
import { asId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { usePaperBook, type PaperRecord } from '#state/paper-book.ts';
import { findSheet } from '#state/paper-sheet.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Row, Stack } from '#ui/layout/stack.tsx';
import type { FoundSheet } from './found-sheet.ts';
import css from './paper.module.css';
import { SheetCamera } from './sheet-camera.tsx';

export interface FindSheetProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly onFound: (found: FoundSheet) => void;
}

const SHOWN = 30;

/** Three ways to a sheet: its code in front of the camera, its code typed, or the list of what was printed on this device. */
export function FindSheet({ group, snapshot, onFound }: FindSheetProps) {
  const { t } = useLingui();
  const [looking, setLooking] = useState(false);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const list = usePaperBook((book) => book.list);
  const printed = useMemo(
    () => list.filter((record) => record.group === group && isWaiting(record)),
    [list, group],
  );

  /** @returns why there is no such sheet, in words; null: it was found */
  const take = (text: string): string | null => {
    const code = readPaperCode(text);
    if (code === null) return t`A code has 13 letters and digits, as printed beside the square.`;
    const sheet = findSheet(snapshot.courses(), code);
    if (!sheet.ok) {
      return sheet.error.code === 'paper.unknown'
        ? t`No check on this device has this code. Look at it again.`
        : t`This code has a slip in it, or the sheet is from another version of the app.`;
    }
    const record = list.find((one) => one.code === code);
    const named = studentInQr(text);
    const student = named === '' ? (record?.student ?? null) : asId<StudentId>(named);
    onFound({ sheet: sheet.value, student });
    return null;
  };
  const scanned = (text: string): string | null =>
    readPaperCode(text) === null ? t`This is not the code of a sheet.` : take(text);
  return (
    <Stack gap={6} className={css['choose'] ?? ''}>
      <section aria-label={t`Find the sheet`}>
        {looking ? (
          <SheetCamera onCode={scanned} onStop={() => setLooking(false)} />
        ) : (
          <Button
            kind="primary"
            size="l"
            icon={<Camera />}
            onPress={() => {
              setError(null);
              setLooking(true);
            }}
          >
            {t`Scan the code of a sheet`}
          </Button>
        )}
      </section>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setError(take(typed));
        }}
      >
        <Row gap={3} align="end">
          <TextField
            label={t`Or type the code`}
            value={typed}
            onChange={(text) => {
              // A field with an error in it would not be sent.
              setError(null);
              setTyped(text);
            }}
            autoComplete="off"
            spellCheck="false"
            maxLength={20}
            error={error}
            className={css['typed'] ?? ''}
          />
          <Button type="submit" icon={<Search />} isDisabled={typed.trim() === ''}>
            {t`Find`}
          </Button>
        </Row>
      </form>
      <Printed printed={printed} snapshot={snapshot} onChoose={(code) => setError(take(code))} />
    </Stack>
  );
}

const isWaiting = ({ entry }: PaperRecord): boolean => entry === null || entry.undone === true;

interface PrintedProps {
  readonly printed: readonly PaperRecord[];
  readonly snapshot: Snapshot;
  readonly onChoose: (code: string) => void;
}

/** Sheets that were printed on this device and are not entered yet, the newest first. */
function Printed({ printed, snapshot, onChoose }: PrintedProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const format = useFormatters(snapshot.school()?.timeZone);
  const [all, setAll] = useState(false);
  // Each is made again from its code: not at every letter that is typed above.
  const rows = useMemo(
    () =>
      printed.slice(0, all ? undefined : SHOWN).flatMap((record) => {
        const sheet = findSheet(snapshot.courses(), record.code);
        return sheet.ok ? [{ ...record, objective: sheet.value.objective }] : [];
      }),
    [printed, snapshot, all],
  );
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t`Printed on this device`}</h2>
      <ul className={css['printed']}>
        {rows.map(({ code, student, at, objective }) => (
          <li key={code}>
            <Press className={css['pick'] ?? ''} onPress={() => onChoose(code)}>
              <span>
                <strong>
                  {student === null ? t`No name` : (snapshot.student(student)?.name ?? '')}
                </strong>{' '}
                <span className="soft">
                  {local(objective.title)} · {writtenCode(code)} · {format.day(at)}
                </span>
              </span>
              <ChevronRight aria-hidden />
            </Press>
          </li>
        ))}
      </ul>
      {printed.length > SHOWN && !all ? (
        <Button kind="quiet" onPress={() => setAll(true)}>
          {t`Show all ${format.number(printed.length)}`}
        </Button>
      ) : null}
    </section>
  );
}
