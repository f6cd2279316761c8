import { joinedInJapanese } from "../text/spacing.ts";
import { isOpen } from "../time/calendar.ts";
import type { Instant } from "../time/spec.ts";
import type { Door, Reply, Setting } from "./plan.ts";
import type { StaffTeam } from "./staff.ts";

/** No line lists the channel. */
export const notListed = -1;
/** It is listed, but not at this time. */
export const notOpen = -2;

/** The door that a channel comes in by: its index, else `notListed` or `notOpen`. */
export function doorFor(doors: readonly Door[], channel: string, at: Instant): number {
  let found = notListed;
  for (let index = 0; index < doors.length; index += 1) {
    const door = doors[index];
    if (door === undefined || door.channel !== channel) continue;
    if (door.during === undefined || isOpen(door.during, at)) return index;
    found = notOpen;
  }
  return found;
}

/** The set of doors that are open, or of all if none is: bit `i` for door `i`. */
export function openDoors(doors: readonly Door[], at: Instant): number {
  let set = 0;
  for (let index = 0; index < doors.length; index += 1) {
    const during = doors[index]?.during;
    if (during === undefined || isOpen(during, at)) set |= doorBit(index);
  }
  return set === 0 ? allDoors(doors) : set;
}

/** The set of every door. */
function allDoors(doors: readonly Door[]): number {
  return doors.length >= mostDoors ? mostDoorsSet : doorBit(doors.length) - 1;
}

/** The set of one door; those beyond the thirtieth of a clause are counted as the thirtieth. */
export function doorBit(index: number): number {
  return 1 << Math.min(index, mostDoors - 1);
}

const mostDoors = 30;
const mostDoorsSet = 2 ** mostDoors - 1;

/** The channels of a set of doors, each once, and the sentence that names them. */
export function replyFor(setting: Setting, set: number): Reply {
  const { replies, doors } = setting;
  const known = replies[set];
  if (known !== undefined) return known;
  const chosen = doors.filter((_, index) => (set & doorBit(index)) !== 0);
  const reply = replyWith(setting, [...new Set(chosen.map((door) => door.channel))]);
  replies[set] = reply;
  return reply;
}

/**
 * Channels and the clause's sentence, `{channel}` in it replaced by them, each with the team's addresses, as in
 * "email (support@example.co.jp) or portal (https://…)", in the brackets of the sentence's language.
 */
export function replyWith({ say, team }: Setting, channels: readonly string[]): Reply {
  if (say === undefined) return { channels, say };
  const named = listed(channels, team, isJapanese(say));
  const [start, end] = [/^[\u3000-\uff60]/.test(named) ? "" : " ", /[\u3000-\uff60]$/.test(named) ? "" : " "];
  const filled = say.replaceAll(spaceBefore, start).replaceAll(spaceAfter, end);
  return { channels, say: filled.replaceAll("{channel}", () => named) };
}

/** The channels that a team can be reached by, which stand for those that a clause without `via` does not list. */
export function channelsOfTeam(team: StaffTeam | undefined): readonly string[] {
  return team ? [...team.addresses.keys()] : [];
}

/** Spaces around `{channel}`, as around a Latin word in Japanese, which a Japanese name needs none of. */
const spaceBefore = /(?<=[\u3000-\uff60]) (?=\{channel\})/g;
const spaceAfter = /(?<=\{channel\}) (?=[\u3000-\uff60])/g;

/**
 * Kana tell a Japanese sentence; kanji may be a name in an English one, which has small words of its own beside it.
 * The patterns are made where they are needed, for classes of Unicode take V8 long to read.
 */
function isJapanese(text: string): boolean {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return true;
  return /\p{Script=Han}/u.test(text) && !/(?<![^\s"'(])[a-z]+(?![^\s"'),.;:!?])/.test(text);
}

function listed(channels: readonly string[], team: StaffTeam | undefined, japanese: boolean): string {
  const each = channels.map((channel) => withAddresses(channel, team?.addresses.get(channel) ?? [], japanese));
  const last = each.pop() ?? "";
  if (each.length === 0) return last;
  if (!japanese) return each.join(", ") + " or " + last;
  return joinedInJapanese(each.join("、"), "または", last);
}

function withAddresses(channel: string, addresses: readonly string[], japanese: boolean): string {
  if (addresses.length === 0) return channel;
  return japanese ? channel + "（" + addresses.join("、") + "）" : channel + " (" + addresses.join(", ") + ")";
}
