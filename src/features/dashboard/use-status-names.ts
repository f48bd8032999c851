import { useLingui } from '@lingui/react';
import { STATUSES, type Status } from '#domain/model/status.ts';
import { statusStyle } from '#ui/status/status-style.ts';

export type StatusNames = Readonly<Record<Status, string>>;

const byLocale = new Map<string, StatusNames>();

/** The names of the statuses in the active language, looked up once and not for every cell. */
export function useStatusNames(): StatusNames {
  const { i18n } = useLingui();
  let names = byLocale.get(i18n.locale);
  if (names === undefined) {
    const entries = STATUSES.map((status) => [status, i18n._(statusStyle[status].label)]);
    // One entry for every status.
    names = Object.fromEntries(entries) as StatusNames;
    byLocale.set(i18n.locale, names);
  }
  return names;
}
