import type { Locale } from "../checks/message.ts";
import type { Engine } from "../engine/compile.ts";
import { say, wording } from "./say.ts";

const texts = {
  titled: wording("{name} ({title})", "{name}（{title}）"),
  list: wording("{most} or {last}", "{most} または {last}"),
  and: wording("{most} and {last}", "{most} と {last}"),
};

/** A team, a customer or a kind of request with the title that people know it by: "Support (システム部)". */
export function titledName(engine: Engine, name: string, locale: Locale): string {
  const { teams, customers, kinds, channels } = engine.model;
  const { title } = teams.get(name) ?? customers.get(name) ?? kinds.get(name) ?? channels.get(name) ?? {};
  if (title === undefined || title === name) return name;
  return title.includes(name) ? title : say(texts.titled, locale, { name, title });
}

/** "email, portal or phone". */
export function orList(items: readonly string[], locale: Locale): string {
  return joined(items, texts.list, locale);
}

/** "Abe, Kudo and Ito". */
export function andList(items: readonly string[], locale: Locale): string {
  return joined(items, texts.and, locale);
}

function joined(items: readonly string[], pair: typeof texts.list | typeof texts.and, locale: Locale): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const most = items.slice(0, -1).join(locale === "ja" ? "、" : ", ");
  return say<"{most} {last}">({ en: pair[locale] as never, ja: pair[locale] }, locale, { most, last });
}
