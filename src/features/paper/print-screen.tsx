import { useState } from 'react';
import FileCheck from 'lucide-react/icons/file-check';
import Printer from 'lucide-react/icons/printer';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import type { Fault } from '#domain/kernel/result.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import { timeFactorOf } from '#domain/model/supports.ts';
import { stretchRule } from '#domain/rules/stretch-rule.ts';
import { useServices } from '#data/services-context.tsx';
import { keepPaper } from '#state/paper-book.ts';
import { makeSheet } from '#state/paper-sheet.ts';
import { useMay } from '#state/use-may.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { InLanguage } from '#ui/i18n/in-language.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { NoGroup } from '#ui/layout/no-group.tsx';
import { Page } from '#ui/layout/page.tsx';
import { ScrollRegion } from '#ui/layout/scroll-region.tsx';
import { Row } from '#ui/layout/stack.tsx';
import { ChooseSheets, type SheetChoice } from './choose-sheets.tsx';
import { KeyPages } from './key-pages.tsx';
import css from './paper.module.css';
import type { SheetFor } from './sheet-for.ts';
import { SheetPages } from './sheet-pages.tsx';
import { usePaperTarget, type PaperPlace } from './use-paper-target.ts';

/** `/groups/:group/paper/:course/:objective`: the check of an objective on paper, for some children or a number of copies. */
export function PrintScreen() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const place = usePaperTarget();
  if (!place.snapshot.loaded) return null;
  if (place.snapshot.group(place.group) === undefined)
    return <NoGroup onGroups={() => navigate('/groups')} />;
  if (place.found === undefined) {
    return (
      <Page title={t`A check on paper`}>
        <EmptyState
          title={t`This check is not on this device`}
          action={
            <Button kind="primary" onPress={() => navigate(`/groups/${place.group}`)}>
              {t`To the group`}
            </Button>
          }
        >
          {t`It arrives with the next connection to the school, or it has no questions of its own.`}
        </EmptyState>
      </Page>
    );
  }
  return <Printing place={place} {...place.found} />;
}

interface PrintingProps {
  readonly place: PaperPlace;
  readonly course: Course;
  readonly objective: Objective;
}

function Printing({ place: { group, snapshot }, course, objective }: PrintingProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const [, navigate] = useLocation();
  const { newId } = useServices();
  const mayEnter = useMay('paper.result');
  const language = useLanguage();
  const [sheets, setSheets] = useState<readonly SheetFor[]>([]);
  const [inLanguage, setInLanguage] = useState(snapshot.school()?.language ?? language);
  const [fault, setFault] = useState<Fault | null>(null);

  const make = (choice: SheetChoice): void => {
    const made: SheetFor[] = [];
    for (const student of choice.students) {
      const sheet = makeSheet(snapshot, course, objective, student, newId);
      if (!sheet.ok) return setFault(sheet.error);
      const child = student === null ? undefined : snapshot.student(student);
      const rule = stretchRule(objective.rule, timeFactorOf(child?.supports ?? []));
      made.push({ sheet: sheet.value, student, name: child?.name ?? '', rule });
    }
    setFault(null);
    setInLanguage(choice.language);
    setSheets(made);
  };
  const print = (): void => {
    const at = Date.now();
    keepPaper(
      sheets.map(({ sheet: { code }, student }) => ({ code, group, student, at, entry: null })),
    );
    globalThis.print();
  };
  return (
    <Page
      width="wide"
      className={css['page'] ?? ''}
      title={t`A check on paper`}
      lead={local(objective.title)}
      actions={
        sheets.length === 0 ? (
          mayEnter ? (
            <Button
              className="no-print"
              icon={<FileCheck />}
              onPress={() => navigate(`/groups/${group}/paper/enter`)}
            >
              {t`Enter results from paper`}
            </Button>
          ) : undefined
        ) : (
          <Row gap={2}>
            <Button kind="primary" className="no-print" icon={<Printer />} onPress={print}>
              {t`Print`}
            </Button>
            <Button className="no-print" onPress={() => setSheets([])}>
              {t`Choose again`}
            </Button>
          </Row>
        )
      }
    >
      <FaultMessage fault={fault} />
      {sheets.length === 0 ? (
        <ChooseSheets
          group={group}
          snapshot={snapshot}
          course={course}
          objective={objective}
          language={inLanguage}
          onChoose={make}
        />
      ) : (
        <>
          <p className="no-print">{t`Every sheet has questions of its own and a code that finds it again. Print one for each child: a copied sheet can be entered once only. The answers are on the last pages.`}</p>
          <ScrollRegion label={t`Sheets to print`}>
            <InLanguage language={inLanguage}>
              <SheetPages sheets={sheets} objective={objective} />
            </InLanguage>
            <KeyPages sheets={sheets} objective={objective} />
          </ScrollRegion>
        </>
      )}
    </Page>
  );
}
