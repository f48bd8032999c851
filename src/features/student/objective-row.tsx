import Check from 'lucide-react/icons/check';
import ChevronRight from 'lucide-react/icons/chevron-right';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import { Press } from '#ui/controls/press.tsx';
import { useLingui } from '@lingui/react/macro';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { StatusGlyph } from '#ui/status/status-glyph.tsx';
import type { MyObjective } from './my-objectives.ts';
import css from './my-work.module.css';
import { ReadButton } from './read-button.tsx';

export interface ObjectiveRowProps {
  readonly mine: MyObjective;
  /** Null: shown, not to be chosen. */
  readonly onChoose: ((mine: MyObjective) => void) | null;
  /** Reads aloud; null where no voice of this device can. */
  readonly read: ((text: string) => void) | null;
}

/** One objective as an I-can sentence to tap, and to hear. */
export function ObjectiveRow({ mine, onChoose, read }: ObjectiveRowProps) {
  const localText = useLocalText();
  const text = localText(mine.objective.ican);
  const face = (
    <>
      <Sign mine={mine} />
      <span>
        {text}
        <Note mine={mine} />
      </span>
    </>
  );
  return (
    <div className={css['row']}>
      {onChoose === null ? (
        <div className={css['done']}>{face}</div>
      ) : (
        <Press onPress={() => onChoose(mine)} className={css['objective'] ?? ''}>
          {face}
          {read === null ? <ChevronRight aria-hidden /> : null}
        </Press>
      )}
      <ReadButton text={text} read={read} />
    </div>
  );
}

function Sign({ mine: { status } }: { readonly mine: MyObjective }) {
  if (status === 'not-started') return <CircleDashed aria-hidden />;
  return status === 'mastered' ? <Check aria-hidden /> : <StatusGlyph status={status} />;
}

/** What the child has said about it, or that it waits: in words, under the sentence. */
function Note({ mine: { said, retake } }: { readonly mine: MyObjective }) {
  const { t } = useLingui();
  const words =
    said === 'help'
      ? t`You asked for help`
      : said === 'ready'
        ? t`You are ready to try`
        : retake === 'another-day'
          ? t`Tomorrow again`
          : null;
  return words === null ? null : <small className={css['note']}>{words}</small>;
}
