/** Runs inside the page, in every engine: it must stand alone. */

/** What a person would point at. */
export interface Query {
  readonly role: 'button' | 'link' | 'heading' | 'field' | 'text' | 'any';
  /** Its name as it is read out: whole, unless `part`. */
  readonly name: string;
  readonly part?: boolean;
  /** Only inside this group, list or landmark, by the name that it carries. */
  readonly within?: string;
  /** Only what can be used now. */
  readonly enabled?: boolean;
}

/** @returns JSON of {selector, name} of the first that fits and shows, or null */
export function find(query: Query): string | null {
  const SELECTORS = {
    button: 'button, [role="button"]',
    link: 'a[href]',
    heading: 'h1, h2, h3',
    field: 'input, textarea',
    text: 'p, span, li, strong, div[role="status"]',
    any: '*',
  };
  const flat = (text: string | null | undefined): string =>
    (text ?? '').replace(/\s+/g, ' ').trim();
  const named = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    const labels =
      by === null
        ? element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? [...(element.labels ?? [])]
          : []
        : by.split(/\s+/).map((id) => document.getElementById(id));
    if (labels.length > 0) return flat(labels.map((one) => one?.textContent ?? '').join(' '));
    return flat(element.getAttribute('aria-label') ?? element.textContent);
  };
  const fits = (name: string, wanted: string): boolean =>
    query.part === true ? name.includes(wanted) : name === wanted;
  const shows = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0 || element.closest('[inert], [aria-hidden="true"]') !== null)
      return false;
    return getComputedStyle(element).visibility !== 'hidden';
  };
  // A new screen of a child hears no finger for a moment.
  const usable = (element: Element): boolean =>
    !element.matches(':disabled, [aria-disabled="true"], [data-disabled]') &&
    getComputedStyle(element).pointerEvents !== 'none';
  const roots: (Element | Document)[] =
    query.within === undefined
      ? [document]
      : [...document.querySelectorAll('[aria-label], [aria-labelledby]')].filter(
          (element) => named(element) === query.within && shows(element),
        );
  for (const root of roots) {
    for (const element of root.querySelectorAll(SELECTORS[query.role])) {
      if (!fits(named(element), query.name) || !shows(element)) continue;
      if (query.enabled === true && !usable(element)) continue;
      const mark = `m${Math.random().toString(36).slice(2)}`;
      element.setAttribute('data-found', mark);
      return JSON.stringify({ selector: `[data-found="${mark}"]`, name: named(element) });
    }
  }
  return null;
}
