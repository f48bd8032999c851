import { useLingui } from '@lingui/react/macro';
import { Press } from '#ui/controls/press.tsx';
import { typedWriting, wholeText } from '#domain/items/digits-text.ts';
import type { AnswerSpec, Item } from '#domain/items/item.ts';
import { shownOption } from '#domain/items/shown.ts';
import { isAnswered, isLocked, rawAt, unreadablePlaces } from '#state/check-work.ts';
import { DotsProgress } from '#ui/answer/dots-progress.tsx';
import { OptionFace } from '#ui/answer/option-face.tsx';
import { Button } from '#ui/controls/button.tsx';
import { cx } from '#ui/cx.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { Token } from '#ui/prompt/tokens.tsx';
import { besideBox } from './answer-layout.ts';
import type { CheckViewProps } from './check-view.ts';
import css from './check.module.css';
import { NoVoiceNote, ReadAloud } from './read-to-me.tsx';
import { SavedDot } from './saved-dot.tsx';

/** All answers at once before handing in: empty ones are outlined, each one can be gone back to. */
export function LookOverView({ opened, state, saved, send }: CheckViewProps) {
  const { t } = useLingui();
  const { work } = state;
  const { items } = opened.setup.form;
  const again = unreadablePlaces(work, opened.setup.form);
  const empty = items.flatMap((_, place) => (isAnswered(work, place) ? [] : [place]));
  const [firstOpen] = [...again, ...empty];
  const first = firstOpen === undefined ? null : firstOpen + 1;
  const title =
    again.length > 0
      ? t`Look at one again`
      : first === null
        ? t`Look over your answers`
        : t`Some are still empty`;
  const lead = again.length > 0 ? t`One answer cannot be read yet.` : t`Tap one to change it.`;
  return (
    <StudentShell
      headStart={
        <DotsProgress answered={items.map((_, place) => isAnswered(work, place))} current={null} />
      }
      headEnd={
        <>
          <SavedDot saved={saved} />
          {opened.isRead ? <ReadAloud lines={[title, lead]} /> : null}
        </>
      }
      foot={
        <div className={css['end']}>
          {first === null ? null : (
            <Button
              kind="primary"
              size="xl"
              wide
              onPress={() => send({ type: 'go', place: first - 1 })}
            >
              {t`Go to question ${first}`}
            </Button>
          )}
          <Button
            kind={first === null ? 'primary' : 'secondary'}
            size={first === null ? 'xl' : 'l'}
            wide
            onPress={() => send({ type: 'hand-in' })}
          >
            {t`I am finished`}
          </Button>
        </div>
      }
    >
      <h1>{title}</h1>
      <NoVoiceNote hearing={opened} />
      <p className={css['lead']}>{lead}</p>
      <ol className={css['answers']}>
        {items.map((item, place) => (
          <li key={item.identity}>
            <Press
              isDisabled={isLocked(work, place)}
              onPress={() => send({ type: 'go', place })}
              className={cx(
                css['answer'],
                (!isAnswered(work, place) || again.includes(place)) && css['empty'],
              )}
            >
              <span className={css['number']}>{place + 1}</span>
              <span className={css['both']}>
                <GivenAnswer item={item} raw={rawAt(work, place)} />
                {again.includes(place) ? (
                  <span className={css['lookAgain']}>
                    {t({ context: 'child', message: 'Look again' })}
                  </span>
                ) : null}
              </span>
            </Press>
          </li>
        ))}
      </ol>
    </StudentShell>
  );
}

/** An answer as the child gave it. */
export function GivenAnswer({ item, raw }: { readonly item: Item; readonly raw: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  if (raw === '') return <span className={css['none']}>{t`empty`}</span>;
  const { answer } = item;
  const option = answer.kind === 'choice' ? answer.options.find(({ id }) => id === raw) : undefined;
  if (option !== undefined) {
    return (
      <strong>
        <OptionFace option={shownOption(option, language)} />
      </strong>
    );
  }
  const { before = '', after = '' } = besideBox(answer, language);
  const space = after === '' || CLOSE.has(after) ? '' : '\u00A0';
  return (
    <strong>
      <bdi dir="ltr">
        {before}
        <Written answer={answer} raw={raw} />
        {space + after}
      </bdi>
    </strong>
  );
}

/** Signs that follow a number without a space, as in the questions. */
const CLOSE: ReadonlySet<string> = new Set(['°', '¢', '%']);

/** What was typed, as it is printed: a fraction with its bar, large numbers in groups. */
function Written({ answer, raw }: { readonly answer: AnswerSpec; readonly raw: string }) {
  const language = useLanguage();
  const [, whole = null, num = null, den = null] = /^(?:(\d+) )?(\d+)\/(\d+)$/u.exec(raw) ?? [];
  if (answer.kind === 'fraction' && num !== null)
    return (
      <>
        <span className="visually-hidden">{raw}</span>
        <Token token={{ type: 'fraction', whole, num, den }} blank={null} />
      </>
    );
  const isWhole = answer.kind === 'integer' && /^[1-9]\d{0,14}$/u.test(raw);
  return isWhole ? wholeText(Number(raw)) : typedWriting(raw, language);
}
