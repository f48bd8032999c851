import { useLingui } from '@lingui/react/macro';
import { gradeForm, keyOfPlace, type ItemResult } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { asksShortLook } from '#domain/mastery/retention-score.ts';
import type { Objective } from '#domain/model/course.ts';
import type { Bodies, EventOf } from '#domain/model/event.ts';
import type { KnownEvent } from '#data/known-event.ts';
import { formOfSpec } from '#state/form-of-spec.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { AttemptItem } from './attempt-item.tsx';
import css from './attempt.module.css';

export interface AttemptBodyProps {
  readonly objective: Objective;
  readonly known: KnownEvent;
}

/** What was asked and answered in an attempt. */
export function AttemptBody({ objective, known: { event } }: AttemptBodyProps) {
  if (event.kind === 'check') return <CheckItems objective={objective} body={event.body} />;
  if (event.kind === 'paper.result') return <PaperItems objective={objective} body={event.body} />;
  // No other kind is an attempt.
  return event.kind === 'interview.mark' ? <MarkWords objective={objective} event={event} /> : null;
}

interface ItemsProps<K extends 'check' | 'paper.result'> {
  readonly objective: Objective;
  readonly body: Bodies[K];
}

function CheckItems({ objective, body }: ItemsProps<'check'>) {
  const { t } = useLingui();
  const form = formOfSpec(objective, body.form);
  if (!form.ok) return <NotTheSame answers={body.answers.map(({ raw }) => raw)} />;
  const { results } = gradeForm(form.value, body.answers);
  const times = new Map(body.answers.map(({ key, ms }) => [key, ms]));
  // The second question of a short look is asked only where the first was missed.
  const asked = (place: number): boolean => !asksShortLook(body) || times.has(keyOfPlace(place));
  return (
    <ol aria-label={t`Questions and answers`} className={css['items']}>
      {rows(form.value.items, results).map(({ item, result, place }) =>
        asked(place) ? (
          <AttemptItem
            key={place}
            item={item}
            number={place + 1}
            result={result}
            ms={times.get(keyOfPlace(place)) ?? null}
          />
        ) : null,
      )}
    </ol>
  );
}

/** Of a check on paper only right and wrong are known. */
function PaperItems({ objective, body }: ItemsProps<'paper.result'>) {
  const { t } = useLingui();
  const form = formOfSpec(objective, body.form);
  if (!form.ok) return <NotTheSame answers={[]} />;
  return (
    <ol aria-label={t`Questions and answers`} className={css['items']}>
      {form.value.items.map((item, place) => (
        <AttemptItem
          key={place}
          item={item}
          number={place + 1}
          result={{
            verdict: body.wrong.includes(place + 1) ? 'wrong' : 'right',
            raw: '',
            tags: [],
          }}
          ms={null}
          isPaper
        />
      ))}
    </ol>
  );
}

function rows(
  items: readonly Item[],
  results: readonly ItemResult[],
): { readonly item: Item; readonly result: ItemResult; readonly place: number }[] {
  return items.flatMap((item, place) => {
    const result = results[place];
    return result === undefined ? [] : [{ item, result, place }];
  });
}

/** An earlier edition asked other questions: what was answered is still there. */
function NotTheSame({ answers }: { readonly answers: readonly string[] }) {
  const { t } = useLingui();
  return (
    <div>
      <p>{t`This check was made by another version of the app. Its questions cannot be shown here.`}</p>
      {answers.length === 0 ? null : (
        <ol className={css['plain']}>
          {answers.map((raw, place) => (
            <li key={place}>{raw === '' ? t`empty` : raw}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

interface MarkWordsProps {
  readonly objective: Objective;
  readonly event: EventOf<'interview.mark'>;
}

/** A mark in an interview: the question that was asked, and whether something was written with it. */
function MarkWords({ objective: { interview }, event: { body, sealed } }: MarkWordsProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const question = body.prompt === undefined ? undefined : interview?.questions[body.prompt];
  return (
    <>
      {question === undefined ? null : (
        <p>
          {t`Question`}: <strong>{local(question)}</strong>
        </p>
      )}
      {sealed === '' ? (
        <p className="soft">{t`Nothing was written with this mark.`}</p>
      ) : (
        <p>{t`A note was written with this mark. It is kept, locked with the school's key, and cannot be read here.`}</p>
      )}
    </>
  );
}
