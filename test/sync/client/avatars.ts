/** Enough for a small class. */
export const avatars = ['fox', 'owl', 'whale', 'bee'] as const;
