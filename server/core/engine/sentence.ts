import type { Terms } from "./plan.ts";
import { listedChannels } from "./route.ts";
import type { StaffTeam } from "./staff.ts";

/**
 * The sentence to say: the clause's `say` with `{channel}` replaced by the channels to use, each with the team's addresses,
 * as in "email (support@example.co.jp) or portal (https://…)". `channel` is the request's own, used when there is no
 * redirect; without either it is all that are listed.
 */
export function sentenceOf(
  terms: Terms,
  redirect: readonly string[],
  channel: string | undefined,
  team: StaffTeam | undefined,
): string | undefined {
  const said = terms.lines.say?.value;
  if (said === undefined || !said.includes(hole)) return said;
  if (terms.doors.length === 0) return filled(said, terms, redirect, channel, team);
  const key = redirect.length > 0 ? redirect.join("\n") : (channel ?? "");
  const sentences = sentencesFor(terms, team);
  const known = sentences.get(key);
  if (known !== undefined) return known;
  const sentence = filled(said, terms, redirect, channel, team);
  sentences.set(key, sentence);
  return sentence;
}

function filled(
  said: string,
  terms: Terms,
  redirect: readonly string[],
  channel: string | undefined,
  team: StaffTeam | undefined,
): string {
  const own = channel === undefined ? listedChannels(terms, team) : [channel];
  const channels = redirect.length > 0 ? redirect : own;
  return said.replaceAll(hole, () => listed(channels, team, isJapanese.test(said)));
}

function sentencesFor(terms: Terms, team: StaffTeam | undefined): Map<string, string> {
  const known = terms.sentences.get(team) ?? new Map<string, string>();
  terms.sentences.set(team, known);
  return known;
}

const hole = "{channel}";
const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

function listed(channels: readonly string[], team: StaffTeam | undefined, japanese: boolean): string {
  const each = channels.map((channel) => withAddresses(channel, team?.addresses.get(channel) ?? []));
  const last = each.pop() ?? "";
  if (each.length === 0) return last;
  return japanese ? each.join("、") + " または " + last : each.join(", ") + " or " + last;
}

function withAddresses(channel: string, addresses: readonly string[]): string {
  return addresses.length === 0 ? channel : channel + " (" + addresses.join(", ") + ")";
}
