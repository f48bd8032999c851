import { useState } from 'react';
import FileText from 'lucide-react/icons/file-text';
import { useLingui } from '@lingui/react/macro';
import { isMastered, statusAt } from '#domain/mastery/progress.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Language } from '#domain/kernel/local-text.ts';
import type { Snapshot } from '#data/services.ts';
import { Button } from '#ui/controls/button.tsx';
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { languages } from '#ui/i18n/language.ts';
import { Stack } from '#ui/layout/stack.tsx';
import css from './paper.module.css';

/** null: a copy for whoever gets it. */
export interface SheetChoice {
  readonly students: readonly (StudentId | null)[];
  readonly language: Language;
}

export interface ChooseSheetsProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly course: Course;
  readonly objective: Objective;
  readonly language: Language;
  readonly onChoose: (choice: SheetChoice) => void;
}

const MOST_COPIES = 60;
type For = 'names' | 'copies';

/** For whom: some children by name, or a number of copies without a name; and in which language. */
export function ChooseSheets(props: ChooseSheetsProps) {
  const { group, snapshot, course, objective, onChoose } = props;
  const { t } = useLingui();
  const students = snapshot.studentsOf(group);
  const position = course.objectives.indexOf(objective);
  const isOpen = (student: StudentId): boolean =>
    !isMastered(statusAt(snapshot.progress(student, course.id), position));
  const [how, setHow] = useState<For>(students.length === 0 ? 'copies' : 'names');
  const [chosen, setChosen] = useState<readonly StudentId[]>(() => students.filter(isOpen));
  const [copies, setCopies] = useState('10');
  const [language, setLanguage] = useState(props.language);
  const count = /^\d{1,2}$/u.test(copies) ? Number(copies) : 0;
  const isRight = how === 'names' ? chosen.length > 0 : count >= 1 && count <= MOST_COPIES;
  return (
    <Stack gap={5} className={css['choose'] ?? ''}>
      <SegmentedControl<For>
        label={t`For whom`}
        labelShown
        options={[
          { id: 'names', label: t`Children by name` },
          { id: 'copies', label: t`Copies without a name` },
        ]}
        value={how}
        onChange={setHow}
      />
      {how === 'names' ? (
        <CheckboxGroup<StudentId>
          label={t`Children`}
          hint={t`Chosen are those who have not mastered it yet.`}
          columns={2}
          options={students.map((id) => ({ id, label: snapshot.student(id)?.name ?? '' }))}
          value={chosen}
          onChange={setChosen}
        />
      ) : (
        <TextField
          label={t`How many copies`}
          inputMode="numeric"
          value={copies}
          onChange={setCopies}
          error={isRight ? null : t`A number from 1 to ${MOST_COPIES}`}
        />
      )}
      <SegmentedControl<Language>
        label={t`Language of the sheet`}
        labelShown
        options={languages.map(({ id, name }) => ({ id, label: name }))}
        value={language}
        onChange={setLanguage}
      />
      <Button
        kind="primary"
        icon={<FileText />}
        isDisabled={!isRight}
        onPress={() =>
          onChoose({
            students: how === 'names' ? chosen : Array.from({ length: count }, () => null),
            language,
          })
        }
      >
        {t`Make the sheets`}
      </Button>
    </Stack>
  );
}
