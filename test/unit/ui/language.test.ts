import { describe, expect, it } from 'vitest';
import { makeFormatters } from '#ui/i18n/format.ts';
import { chooseLanguage, localeFor } from '#ui/i18n/language.ts';

describe('the language of the interface', () => {
  it('is the one saved on this device, whatever the browser wants', () => {
    expect(chooseLanguage('es', ['en-US'])).toBe('es');
  });

  it('follows the browser where nothing was saved, in its order of preference', () => {
    expect(chooseLanguage(null, ['fr-CA', 'es-MX', 'en-US'])).toBe('es');
  });

  it('is English when the browser wants something we do not have, or what was saved is damaged', () => {
    expect(chooseLanguage('tlh', ['fr'])).toBe('en');
    expect(chooseLanguage(null, [])).toBe('en');
  });

  it('writes numbers as the reader’s own region does', () => {
    expect(localeFor('es', ['en-US', 'es-MX'])).toBe('es-MX');
    expect(localeFor('es', ['en-US'])).toBe('es');
  });
});

describe('dates', () => {
  it('are days of the school, not of the device', () => {
    const lateEvening = Date.UTC(2026, 10, 21, 3, 30);
    expect(makeFormatters('en', 'America/New_York').day(lateEvening)).toBe('Nov 20');
    expect(makeFormatters('en', 'Asia/Tokyo').day(lateEvening)).toBe('Nov 21');
  });

  it('speak the active language', () => {
    expect(makeFormatters('es', 'UTC').weekday(Date.UTC(2026, 10, 20, 12))).toBe('viernes');
    expect(makeFormatters('es', 'UTC').list(['Ana', 'Lin', 'Noor'])).toBe('Ana, Lin y Noor');
  });
});
