/** Runs in the page: what a careful eye would find on one screen, in words. Stands alone: nothing from outside is there. */
export function lookOver(english: readonly string[]): string[] {
  const found: string[] = [];
  const short = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').slice(0, 60);
  const untranslated = new Set(english);

  const isVisible = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) return false;
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const scrollsSideways = (element: Element | null): boolean => {
    for (let one = element; one !== null; one = one.parentElement)
      if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return true;
    return false;
  };

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth + 1)
    found.push(`The page is ${scrollWidth - clientWidth} px too wide`);

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const element = node.parentElement;
    if (text.trim() === '' || element === null || !isVisible(element)) continue;
    if (element.closest('script, style, svg, noscript, .visually-hidden') !== null) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    if (size < 15.9) found.push(`Text of ${size.toFixed(1)} px: ${short(text)}`);
    if (text.trim().length > 2 && untranslated.has(text.trim()))
      found.push(`English: ${short(text)}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right } = range.getBoundingClientRect();
    if ((right > innerWidth + 1 || left < -1) && !scrollsSideways(element))
      found.push(`Out of the screen: ${short(text)}`);
    const cut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    // Shortened with dots is a decision, and the whole text is somewhere else.
    if (cut && style.textOverflow !== 'ellipsis' && !/auto|scroll/.test(style.overflowX))
      found.push(`Cut off: ${short(text)}`);
  }
  for (const target of document.querySelectorAll(
    'button, a[href], [role="button"], [role="radio"]',
  )) {
    const { width, height } = target.getBoundingClientRect();
    if (!isVisible(target) || (width >= 47.5 && height >= 47.5)) continue;
    const name = target.getAttribute('aria-label') ?? target.textContent;
    found.push(`Target of ${Math.round(width)} x ${Math.round(height)}: ${short(name)}`);
  }
  return [...new Set(found)];
}
