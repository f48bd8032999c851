/** Languages in which every text of the product and of a course pack exists. */
export const languages = ['en', 'es'] as const;

export type Language = (typeof languages)[number];

/** One text in every language. */
export type LocalText = Readonly<Record<Language, string>>;
