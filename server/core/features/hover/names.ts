import { inList, type Locale } from "../../checks/message.ts";
import type { FieldType, Model, RequestKind, Team } from "../../model/model.ts";
import { say, wording } from "../say.ts";
import { datesInWords, declaredType } from "../words.ts";

const texts = {
  team: wording("team", "チーム"),
  person: wording("person", "人"),
  channel: wording("channel", "連絡手段"),
  request: wording("kind of request", "依頼の種類"),
  lead: wording("led by {person}", "リーダー：{person}"),
  members: wording("members: {people}", "メンバー：{people}"),
  hours: wording("hours: {calendar}", "営業時間：{calendar}"),
  duty: wording("on duty in turn: {people}, {turn}", "当番：{people}（{turn}）"),
  daily: wording("daily", "日替わり"),
  weekly: wording("weekly", "週替わり"),
  monthly: wording("monthly", "月替わり"),
  reach: wording("{channel}: {address}", "{channel}：{address}"),
  deputy: wording("{deputy} stands in for {person}", "{person} の代理は {deputy}"),
  away: wording("{person} is away {dates}", "{person} は {dates} に不在"),
  of: wording("of {teams}", "{teams} 所属"),
  leads: wording("leads {teams}", "{teams} のリーダー"),
  reaches: wording("{team} at {address}", "{team}：{address}"),
  clauses: wording("clauses about it: {clauses}", "関係する条項：{clauses}"),
  noClauses: wording("no clause mentions it", "どの条項にも書かれていない"),
};

/** A team: its people, hours, addresses, duty roster; markdown lines. */
export function teamCard(team: Team, locale: Locale): readonly string[] {
  const { lead, members, hours, duty } = team;
  return card(team.name, say(texts.team, locale, {}), [
    ...(lead ? [say(texts.lead, locale, { person: lead.value })] : []),
    ...(members.length > 0
      ? [
          say(texts.members, locale, {
            people: inList(
              members.map(({ value }) => value),
              locale,
            ),
          }),
        ]
      : []),
    ...(hours ? [say(texts.hours, locale, { calendar: hours.value })] : []),
    ...team.reach.map(({ value }) => say(texts.reach, locale, value)),
    ...(duty
      ? [
          say(texts.duty, locale, {
            people: inList(duty.value.people, locale),
            turn: say(texts[duty.value.turn], locale, {}),
          }),
        ]
      : []),
    ...team.deputies.map(({ value }) => say(texts.deputy, locale, { deputy: value.person, person: value.of })),
    ...team.away.map(({ value }) =>
      say(texts.away, locale, { person: value.person, dates: datesInWords(value.days, locale) }),
    ),
  ]);
}

/** A person: their teams, deputies and absences; markdown lines. */
export function personCard(model: Model, name: string, locale: Locale): readonly string[] {
  const teams = model.people.get(name)?.teams ?? [];
  const homes = teams.flatMap((team) => model.teams.get(team) ?? []);
  const led = homes.filter((team) => team.lead?.value === name).map((team) => team.name);
  return card(name, say(texts.person, locale, {}), [
    ...(teams.length > 0 ? [say(texts.of, locale, { teams: inList(teams, locale) })] : []),
    ...(led.length > 0 ? [say(texts.leads, locale, { teams: inList(led, locale) })] : []),
    ...homes.flatMap((team) =>
      team.deputies
        .filter(({ value }) => value.of === name)
        .map(({ value }) => say(texts.deputy, locale, { deputy: value.person, person: name })),
    ),
    ...homes.flatMap((team) =>
      team.away
        .filter(({ value }) => value.person === name)
        .map(({ value }) => say(texts.away, locale, { person: name, dates: datesInWords(value.days, locale) })),
    ),
  ]);
}

/** A channel: which team is reached where; markdown lines. */
export function channelCard(model: Model, name: string, locale: Locale): readonly string[] {
  const lines = [...model.teams.values()].flatMap((team) =>
    team.reach
      .filter(({ value }) => value.channel === name)
      .map(({ value }) => say(texts.reaches, locale, { team: team.name, address: value.address })),
  );
  return card(name, say(texts.channel, locale, {}), lines);
}

/** A request kind: its fields, and the clauses about it; markdown lines. */
export function requestCard(model: Model, kind: RequestKind, locale: Locale): readonly string[] {
  const about = [...model.clauses.values()].filter((clause) => clause.kinds.includes(kind.name));
  const clauses = inList(
    about.map((clause) => `\`${clause.id}\``),
    locale,
  );
  return card(kind.name, say(texts.request, locale, {}), [
    ...kind.fields.map((field) => `\`${field.name}\`: ${typeInWords(field.type)}`),
    clauses ? say(texts.clauses, locale, { clauses }) : say(texts.noClauses, locale, {}),
  ]);
}

/** A name, what it stands for, and lines about it; markdown lines. */
export function card(name: string, what: string, lines: readonly string[]): readonly string[] {
  return [`**${name}** — ${what}`, "", ...lines.map((line) => `- ${line}`)];
}

/** A type as it is declared. */
export function typeInWords(type: FieldType): string {
  return `\`${declaredType(type)}\``;
}
