import { useState } from 'react';
import { ArrowLeft, Check, X } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Item } from '#domain/items/item.ts';
import { writtenCode } from '#domain/items/paper-code.ts';
import { scoreRuleOf } from '#domain/rules/score-rule.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { usePaperBook } from '#state/paper-book.ts';
import { Button } from '#ui/controls/button.tsx';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Banner } from '#ui/layout/banner.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import type { FoundSheet } from './found-sheet.ts';
import { RightAnswer } from './key-pages.tsx';
import css from './paper.module.css';
import { plainPrompt } from './plain-prompt.ts';
import type { EnterActs } from './use-enter-paper.ts';

export interface EnterResultProps {
  readonly found: FoundSheet;
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly acts: EnterActs;
  readonly onBack: () => void;
}

/** Whose sheet it is, what was wrong on it (all right until tapped), and how long it took. */
export function EnterResult({ found, group, snapshot, acts, onBack }: EnterResultProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const { sheet } = found;
  const { items } = sheet.form;
  const inGroup = snapshot.studentsOf(group);
  const named = found.student === null ? null : ownIn(snapshot, inGroup, found.student);
  const [student, setStudent] = useState<StudentId | null>(named);
  const [wrong, setWrong] = useState<ReadonlySet<number>>(new Set());
  const [minutes, setMinutes] = useState<number | null | 'unreadable'>(null);
  const toggle = (place: number): void => {
    const next = new Set(wrong);
    if (!next.delete(place)) next.add(place);
    setWrong(next);
  };
  const right = items.length - wrong.size;
  const isReady = student !== null && minutes !== 'unreadable';
  return (
    <Stack gap={5} className={css['choose'] ?? ''}>
      <Row>
        <Button kind="quiet" icon={<ArrowLeft />} onPress={onBack}>
          {t`Another sheet`}
        </Button>
        <span className="soft">{writtenCode(sheet.code)}</span>
      </Row>
      <h2>{local(sheet.objective.title)}</h2>
      <EnteredBefore code={sheet.code} snapshot={snapshot} />
      <Select<StudentId>
        label={t`Whose sheet is it?`}
        options={inGroup.map((id) => ({ id, label: snapshot.student(id)?.name ?? '' }))}
        value={student}
        onChange={setStudent}
      />
      <section>
        <h3>{t`Tap what is wrong`}</h3>
        <ol className={css['marks']}>
          {items.map((item, i) => (
            <li key={item.identity}>
              <Mark item={item} place={i + 1} isWrong={wrong.has(i + 1)} onToggle={toggle} />
            </li>
          ))}
        </ol>
      </section>
      <TimeTaken limit={scoreRuleOf(sheet.objective.rule)?.minutes ?? null} onChange={setMinutes} />
      <FaultMessage fault={acts.fault} />
      <Row>
        <Button
          kind="primary"
          size="l"
          isDisabled={!isReady}
          onPress={() => {
            if (student === null || minutes === 'unreadable') return;
            const places = [...wrong].toSorted((a, b) => a - b);
            void acts.save(sheet, { student, wrong: places, minutes });
          }}
        >
          {t`Save: ${right} of ${items.length} right`}
        </Button>
      </Row>
    </Stack>
  );
}

/** A record that was joined with another is the other one's by now. */
function ownIn(
  snapshot: Snapshot,
  inGroup: readonly StudentId[],
  student: StudentId,
): StudentId | null {
  return inGroup.find((one) => snapshot.recordsOf(one).includes(student)) ?? null;
}

interface MarkProps {
  readonly item: Item;
  readonly place: number;
  readonly isWrong: boolean;
  readonly onToggle: (place: number) => void;
}

/** One item: its number, what is asked, the right answer to compare with. */
function Mark({ item, place, isWrong, onToggle }: MarkProps) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <ToggleButton
      isSelected={isWrong}
      onChange={() => onToggle(place)}
      className={css['mark'] ?? ''}
    >
      <span className={css['place']}>{place}</span>
      <span className={css['asks']}>{plainPrompt(item, language)}</span>
      <span className={css['is']}>
        <RightAnswer item={item} />
      </span>
      <span className={css['sign']}>
        {isWrong ? <X aria-hidden /> : <Check aria-hidden />}
        {isWrong ? t`Wrong` : t`Correct`}
      </span>
    </ToggleButton>
  );
}

/** Said before it is entered a second time: then the earlier entry is set aside. */
function EnteredBefore({ code, snapshot }: { readonly code: string; readonly snapshot: Snapshot }) {
  const { t } = useLingui();
  const format = useFormatters(snapshot.school()?.timeZone);
  const entry = usePaperBook(({ list }) => list.find((one) => one.code === code)?.entry ?? null);
  if (entry === null || entry.undone === true) return null;
  const { student, correct, of, at } = entry;
  const name = snapshot.student(student)?.name ?? '';
  return (
    <Banner tone="amber" title={t`This sheet was entered already`}>
      {t`${name}: ${correct} of ${of} right, ${format.dayTime(at)}. If you save again, the earlier result is set aside.`}
    </Banner>
  );
}

interface TimeTakenProps {
  /** The limit of the rule in minutes, null where it has none. */
  readonly limit: number | null;
  readonly onChange: (minutes: number | null | 'unreadable') => void;
}

/** How long it took: within the time, unless a number of minutes is given. */
function TimeTaken({ limit, onChange }: TimeTakenProps) {
  const { t } = useLingui();
  const [how, setHow] = useState<'within' | 'longer'>('within');
  const [text, setText] = useState('');
  if (limit === null) return null;
  const minutes = /^\d{1,3}$/u.test(text.trim()) ? Number(text) : null;
  return (
    <Row gap={4} align="end">
      <SegmentedControl
        label={t`Time taken`}
        labelShown
        options={[
          { id: 'within', label: t`Within ${limit} min` },
          { id: 'longer', label: t`Minutes` },
        ]}
        value={how}
        onChange={(next) => {
          setHow(next);
          onChange(next === 'within' ? null : (minutes ?? 'unreadable'));
        }}
      />
      {how === 'within' ? null : (
        <TextField
          label={t`Minutes taken`}
          inputMode="numeric"
          value={text}
          onChange={(next) => {
            setText(next);
            onChange(/^\d{1,3}$/u.test(next.trim()) ? Number(next) : 'unreadable');
          }}
          error={text !== '' && minutes === null ? t`A whole number of minutes` : null}
        />
      )}
    </Row>
  );
}
