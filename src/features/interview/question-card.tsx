import Check from 'lucide-react/icons/check';
import Triangle from 'lucide-react/icons/triangle';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { LocalText } from '#domain/kernel/local-text.ts';
import type { InterviewStep } from '#state/interview-plan.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import css from './interview.module.css';

/** What to say, in the language it is said in, with the reader's own beside it where that is another. */
export function SayThis({ step }: { readonly step: InterviewStep }) {
  const { t, i18n } = useLingui();
  const questions = step.objective.interview?.questions ?? [];
  if (questions.length === 0) return null;
  return (
    <section aria-label={t`Say`} className={css['say']}>
      <ul>
        {questions.map((question) => {
          const { said, language, beside } = spoken(question, i18n.locale);
          return (
            <li key={said}>
              <span lang={language} className={css['said']}>
                {said}
              </span>
              {beside === null ? null : (
                <span
                  {...(beside.language === null ? {} : { lang: beside.language })}
                  className="soft"
                >
                  {beside.text}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface Spoken {
  readonly said: string;
  readonly language: string;
  readonly beside: { readonly text: string; readonly language: string | null } | null;
}

/**
 * A question as it is said. Where the text of the reader's language begins with the Spanish one, the question is asked in
 * Spanish and the rest explains it; elsewhere the Spanish one stands beside it, for a child who needs it.
 */
function spoken(question: LocalText, locale: string): Spoken {
  const { en, es } = question;
  if (locale === 'es') return { said: es, language: 'es', beside: null };
  if (en === es) return { said: es, language: 'es', beside: null };
  if (!en.startsWith(es)) {
    return { said: en, language: 'en', beside: { text: es, language: 'es' } };
  }
  return { said: es, language: 'es', beside: { text: en.slice(es.length).trim(), language: null } };
}

/** Examples of what counts, and of what does not yet. */
export function WhatCounts({ step }: { readonly step: InterviewStep }) {
  const { t } = useLingui();
  const local = useLocalText();
  const { counts = [], notYet = [] } = step.objective.interview ?? {};
  if (counts.length + notYet.length === 0) return null;
  return (
    <div className={css['examples']}>
      <Examples title={t`Counts`} icon={<Check aria-hidden />} texts={counts.map(local)} />
      <Examples title={t`Not yet`} icon={<Triangle aria-hidden />} texts={notYet.map(local)} />
    </div>
  );
}

interface ExamplesProps {
  readonly title: string;
  readonly icon: ReactNode;
  readonly texts: readonly string[];
}

function Examples({ title, icon, texts }: ExamplesProps) {
  if (texts.length === 0) return null;
  return (
    <section>
      <h3>
        {icon}
        {title}
      </h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
