import { useLingui } from '@lingui/react/macro';
import { useLocalText } from '../i18n/use-local-text.ts';
import type { EquationToken, PromptPart } from './prompt-part.ts';

/** How a question sounds: for screen readers, and for "Read to me". */
export function useSpokenPrompt(): (part: PromptPart) => string {
  const speakTokens = useSpokenEquation();
  const localText = useLocalText();
  const { t } = useLingui();
  return (part) => {
    switch (part.type) {
      case 'text':
        return localText(part.text);
      case 'figure':
        return localText(part.spoken);
      case 'equation':
        return speakTokens(part.tokens);
      case 'columns':
        return speakTokens([part.upper, part.op, part.lower, '=', '_']);
      case 'bond': {
        const [first, second] = part.parts.map((value) => (value === '_' ? t`what number` : value));
        const whole = part.whole === '_' ? t`what number` : part.whole;
        return t`${first ?? ''} and ${second ?? ''} make ${whole}`;
      }
    }
  };
}

function useSpokenEquation(): (tokens: readonly EquationToken[]) => string {
  const { t } = useLingui();
  const word = (token: EquationToken): string => {
    switch (token) {
      case '+':
        return t`plus`;
      case '\u2212':
        return t`minus`;
      case '×':
        return t`times`;
      case '÷':
        return t`divided by`;
      case '=':
        return t`equals`;
      case '_':
        return t`what number`;
      default:
        return String(token);
    }
  };
  return (tokens) => tokens.map(word).join(' ');
}
