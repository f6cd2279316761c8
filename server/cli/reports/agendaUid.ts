import type { Listed } from "./agendaReport.ts";

/**
 * The names of some entries, each of which no other has and that stay the same wherever and whenever they are asked for, so that
 * a calendar read again is brought up to date instead of doubled. Of entries of several sets of agreements that are called the
 * same, the later ones are numbered.
 */
export function agendaUids(listed: readonly Listed[]): ReadonlyMap<Listed, string> {
  const uids = new Map<Listed, string>();
  const times = new Map<string, number>();
  for (const each of listed.toSorted((one, other) => (one.root < other.root ? -1 : one.root > other.root ? 1 : 0))) {
    const name = encodeURIComponent(each.entry.key).replaceAll("%20", "-");
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    uids.set(each, `${time === 1 ? name : `${name}-${time}`}@torikime`);
  }
  return uids;
}
