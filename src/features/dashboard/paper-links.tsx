import FileCheck from 'lucide-react/icons/file-check';
import Printer from 'lucide-react/icons/printer';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import type { CourseId, GroupId, ObjectiveId } from '#domain/model/ids.ts';
import { useMay } from '#state/use-may.ts';
import { Button } from '#ui/controls/button.tsx';
import { Row } from '#ui/layout/stack.tsx';

export interface PaperLinksProps {
  readonly group: GroupId;
  readonly course: CourseId;
  readonly objective: ObjectiveId;
}

/** The check of an objective on paper: print it, and enter what came back. */
export function PaperLinks({ group, course, objective }: PaperLinksProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const mayEnter = useMay('paper.result');
  return (
    <div>
      <h3>{t`On paper`}</h3>
      <Row gap={2}>
        <Button
          icon={<Printer />}
          onPress={() => navigate(`/groups/${group}/paper/${course}/${objective}`)}
        >
          {t`Print this check`}
        </Button>
        {mayEnter ? (
          <Button icon={<FileCheck />} onPress={() => navigate(`/groups/${group}/paper/enter`)}>
            {t`Enter results from paper`}
          </Button>
        ) : null}
      </Row>
    </div>
  );
}
