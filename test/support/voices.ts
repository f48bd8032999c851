/** Voices of a tablet, and what they say. */
import { vi } from 'vitest';

/** The tablet has these voices from now on. Undone by `vi.restoreAllMocks` and `vi.unstubAllGlobals`. @returns everything that is said */
export function withVoices(
  ...list: readonly { readonly lang: string; readonly localService: boolean }[]
): string[] {
  const spoken: string[] = [];
  vi.spyOn(speechSynthesis, 'getVoices').mockReturnValue(list as unknown as SpeechSynthesisVoice[]);
  vi.spyOn(speechSynthesis, 'cancel').mockReturnValue();
  vi.spyOn(speechSynthesis, 'speak').mockImplementation(({ text }) => void spoken.push(text));
  // The real one takes only voices of the browser.
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      readonly text: string;
      voice: unknown = null;
      lang = '';
      constructor(text: string) {
        this.text = text;
      }
    },
  );
  return spoken;
}
