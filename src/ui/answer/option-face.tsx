import { Equation } from '../prompt/equation.tsx';
import { Picture } from '../prompt/picture.tsx';
import type { Drawing, PromptToken } from '../prompt/prompt-part.ts';

export interface OptionFaceProps {
  readonly option: {
    /** Words: what a voice says, and what is seen where nothing else is given. */
    readonly text: string;
    readonly tokens?: readonly PromptToken[];
    readonly drawing?: Drawing;
  };
}

/** What is on a button to choose: a picture, an equation, or words. */
export function OptionFace({ option }: OptionFaceProps) {
  const { text, tokens, drawing } = option;
  if (drawing !== undefined) return <Picture drawing={drawing} label={text} />;
  if (tokens !== undefined)
    return (
      <Equation tokens={tokens} spoken={text} size="inline" blank={<span aria-hidden>__</span>} />
    );
  return text;
}
