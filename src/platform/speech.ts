/** Reading aloud by voices that live on this device: a network voice would send a child's screen to a stranger. */

function localVoice(language: string): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService);
  return (
    voices.find((voice) => voice.lang === language) ??
    voices.find((voice) => voice.lang.split(/[-_]/)[0] === language)
  );
}

/** @param language `en` or `es` */
export function canSpeak(language: string): boolean {
  return localVoice(language) !== undefined;
}

/** Calls `listener` when the browser has found its voices, which may be long after the page is there. */
export function onVoicesChanged(listener: () => void): () => void {
  if (!('speechSynthesis' in globalThis)) return () => undefined;
  speechSynthesis.addEventListener('voiceschanged', listener);
  return () => speechSynthesis.removeEventListener('voiceschanged', listener);
}

/** Says `text`, ending whatever was being said. False where no local voice speaks the language. */
export function speak(text: string, language: string): boolean {
  const voice = localVoice(language);
  if (voice === undefined) return false;
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  speechSynthesis.speak(utterance);
  return true;
}

/** Something is being said just now. */
export function isSpeaking(): boolean {
  return 'speechSynthesis' in globalThis && speechSynthesis.speaking;
}

export function stopSpeaking(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
}
