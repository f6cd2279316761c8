import type { Listed } from "../commands/agenda.ts";

/** The name of an entry that no other has and that stays the same, so that a calendar read again is brought up to date instead of doubled. */
export function agendaUid({ root, entry }: Listed): string {
  return `${encodeURIComponent(`${root} ${entry.key}`.trim()).replaceAll("%20", "-")}@torikime`;
}
