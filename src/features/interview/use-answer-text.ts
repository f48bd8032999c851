import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { Answer } from '#state/interview-machine.ts';
import type { InterviewStep } from '#state/interview-plan.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';

/** A mark in words: "Got it", "Got it: tired", "17 of 20". */
export function useAnswerText(): (answer: Answer, step: InterviewStep) => string {
  const { t } = useLingui();
  const local = useLocalText();
  const { list } = useFormatters();
  const markText = ({ mark }: Answer): string => {
    switch (mark.type) {
      case 'met':
        return t`Got it`;
      case 'not-yet':
        return t`Not yet`;
      case 'seen':
        return t`Seen`;
      case 'opposite':
        return t`The opposite`;
      case 'rate':
        return t`${mark.hits} of ${mark.of}`;
      case 'levels':
        return t`Levels: ${list(mark.levels.map(String))}`;
      default:
        return unreachable(mark);
    }
  };
  return (answer, { ask }) => {
    const thing =
      ask.type === 'things' ? ask.things.find(({ id }) => id === answer.thing)?.name : undefined;
    const text = markText(answer);
    return thing === undefined ? text : `${text}: ${local(thing)}`;
  };
}

/** What a step is called: the objective, and its part where it has parts. */
export function useStepTitle(): (step: InterviewStep) => string {
  const local = useLocalText();
  return ({ objective, part }) =>
    part === undefined ? local(objective.title) : `${local(objective.title)}: ${local(part.name)}`;
}
