/** What lines that people say are told by: patterns of names, days and times, and what to write in their place. */

/** A pattern of a line or a part of it, and the same in the language; `found` are its groups. */
export type Turn = readonly [written: RegExp, meant: (line: string, ...found: string[]) => string];

/** A turn whose pattern is Unicode's and takes no note of case, wherever it is found. */
export function turn(written: string, meant: Turn[1]): Turn {
  return [new RegExp(written, "giu"), meant];
}

/** A name, as a pattern. */
export const name = "(?:`[^`]*`|[\\p{L}_][\\p{L}\\p{N}_]*)";
/** Names with commas between them, as few as will do. */
export const names = `${name}(?:\\s*[,、，]\\s*${name})*?`;
/** A date with its year. */
export const date = "\\d{4}-\\d{2}-\\d{2}";
/** A date, or a day of the year. */
export const day = `(?:${date}|\\d{2}-\\d{2})`;
/** A weekday as the language has it. */
export const weekday = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";

/** The time of day with two digits for its hour. */
export function padded(time = ""): string {
  return time.padStart(5, "0");
}

/** A range of times; who says `9:00 to 5:00` means the afternoon, while `22:00-6:00` and `09:00-05:00` are said by who counts to 24. */
export function hours(from = "", to = ""): string {
  const [first, last] = [Number.parseInt(from, 10), Number.parseInt(to, 10)];
  const isAfternoon = first <= 12 && last < first && /^[1-9]/.test(to);
  return `${padded(from)}-${padded(isAfternoon ? `${last + 12}${to.slice(to.indexOf(":"))}` : to)}`;
}

/** Names with a comma and a space between them. */
export function listed(found = ""): string {
  return found.replace(/\s*[,、，]\s*/g, ", ");
}

/** An amount with its units, one of them in the singular. */
export function inUnits(amount = "", units = ""): string {
  return `${amount} ${amount === "1" ? units.replace(/s$/, "") : units}`;
}
