/** Time zones as a person looks for them: the city first. */

/** The zone of this device, as a first proposal; UTC where the browser does not say. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** All zones that this browser knows, its own and UTC among them, by city. */
export function zones(): readonly string[] {
  const all = new Set([...Intl.supportedValuesOf('timeZone'), ownZone(), 'UTC']);
  return [...all].toSorted((a, b) => zoneLabel(a).localeCompare(zoneLabel(b)));
}

/** "America/Argentina/Buenos_Aires" gives "Buenos Aires (America, Argentina)". */
export function zoneLabel(zone: string): string {
  const parts = zone.replaceAll('_', ' ').split('/');
  const city = parts.at(-1) ?? zone;
  const region = parts.slice(0, -1).join(', ');
  return region === '' ? city : `${city} (${region})`;
}
