/** Builds of the app by name: `<version>+<fingerprint>`. */

/** The part for people: "0.1.0". */
export function versionOf(build: string): string {
  return build.split('+', 1)[0] ?? build;
}

/**
 * How another device's build stands to ours. `other`: the same version from other sources, of which nobody can say which is newer.
 */
export function compareBuild(theirs: string, ours: string): 'same' | 'older' | 'newer' | 'other' {
  if (theirs === ours) return 'same';
  const [a, b] = [numbersOf(theirs), numbersOf(ours)];
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference < 0 ? 'older' : 'newer';
  }
  return 'other';
}

function numbersOf(build: string): number[] {
  return versionOf(build)
    .split('.')
    .map((part) => Number.parseInt(part, 10) || 0);
}
