/** Joins class names, leaving out what is absent. Gives "" when nothing remains. */
export function cx(...names: ReadonlyArray<string | false | null | undefined>): string {
  let out = '';
  for (const name of names) {
    if (name) out = out === '' ? name : `${out} ${name}`;
  }
  return out;
}
