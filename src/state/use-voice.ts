/** Reading aloud in React: null where no voice of this device speaks the language. */
import { useEffect, useSyncExternalStore } from 'react';
import { canSpeak, onVoicesChanged, speak, stopSpeaking } from '#platform/speech.ts';

/** @param language `en` or `es` */
export function useVoice(language: string): ((text: string) => void) | null {
  const canRead = useSyncExternalStore(onVoicesChanged, () => canSpeak(language));
  useEffect(() => stopSpeaking, []);
  return canRead ? (text) => void speak(text, language) : null;
}
