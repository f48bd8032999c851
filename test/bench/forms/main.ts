/** The page in which the bench makes and grades forms: the code of the items, and nothing else. */
import { timeForms, type FormTimes } from './time-forms.ts';

declare global {
  interface Window {
    /** @param forms of every objective */
    timeForms: (forms: number) => FormTimes;
  }
}

window.timeForms = (forms) => timeForms(forms, () => performance.now());
