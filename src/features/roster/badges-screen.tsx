import Printer from 'lucide-react/icons/printer';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { Button } from '#ui/controls/button.tsx';
import { Banner } from '#ui/layout/banner.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { NoGroup } from '#ui/layout/no-group.tsx';
import { Page } from '#ui/layout/page.tsx';
import { ScrollRegion } from '#ui/layout/scroll-region.tsx';
import { Badge, BadgeSheet } from '#ui/print/badge-sheet.tsx';
import css from './groups.module.css';
import { useGroup } from './use-group.ts';

/** The badge sheet of a group, as it prints on A4 and on Letter. */
export function BadgesScreen() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const { id, body, snapshot } = useGroup();
  if (body === undefined)
    return snapshot.loaded ? <NoGroup onGroups={() => navigate('/groups')} /> : null;
  const badges = snapshot.studentsOf(id).flatMap((student) => {
    const person = snapshot.student(student);
    const badge = snapshot.credential(student)?.badge;
    return person === undefined || badge === undefined ? [] : { student, person, badge };
  });
  if (badges.length === 0) {
    return (
      <Page title={t`Badges of ${body.name}`}>
        <EmptyState title={t`No badges to print`}>
          {t`Badges appear here as soon as there are students in the group.`}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      width="wide"
      title={t`Badges of ${body.name}`}
      lead={t`Print at full size (100%), cut along the lines. A badge opens only its own student, and only on a class tablet.`}
      actions={
        <Button kind="primary" icon={<Printer />} onPress={() => globalThis.print()}>
          {t`Print`}
        </Button>
      }
      className={css['badges'] ?? ''}
    >
      <div className="no-print">
        <Banner>
          {t`Lost a badge? Give the student a new one in the group: the old one stops working.`}
        </Banner>
      </div>
      <ScrollRegion label={t`Badges of ${body.name}`}>
        <BadgeSheet>
          {badges.map(({ student, person, badge }) => (
            <Badge
              key={student}
              name={person.name}
              avatar={person.avatar}
              group={body.name}
              code={badge}
              codeLabel={t`Badge of ${person.name}`}
            />
          ))}
        </BadgeSheet>
      </ScrollRegion>
    </Page>
  );
}
