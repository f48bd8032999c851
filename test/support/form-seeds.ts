/** How many seeds the property tests of forms try, and from which on: set from outside for long runs, slice by slice. */
const { FORM_SEEDS, FORM_FROM } = process.env;

/** The first seed. */
export const FIRST_SEED = Number(FORM_FROM ?? 0);

/** So many seeds for each objective, unless said otherwise. */
export const seedsOr = (usual: number): number => Number(FORM_SEEDS ?? usual);
