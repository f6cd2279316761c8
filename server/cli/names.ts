import { phrase } from "../core/checks/message.ts";
import type { Model } from "../core/model/model.ts";
import type { Localized } from "../core/text/localized.ts";
import { nearest } from "../core/text/nearest.ts";
import { UsageError } from "./usageError.ts";

/** What a name on the command line is to be the name of. */
export type Wanted = "person" | "person or team" | "channel";

/** The declared name that is written on the command line, compared as names are (NFKC); a `UsageError` says what was probably meant, or what else has the name. */
export function declaredName(written: string, wanted: Wanted, models: readonly Model[]): string {
  const name = written.trim().normalize("NFKC");
  const declared = new Set(models.flatMap((model) => [...namesWanted(wanted, model)]));
  if (declared.has(name)) return name;
  const sort = models.flatMap((model) => sortNamed(name, model) ?? [])[0];
  if (sort) throw new UsageError(ofAnotherSort(name, sort, wantedWords[wanted]));
  const guess = nearest(name, declared);
  const meant = guess ? { en: ` Did you mean '${guess}'?`, ja: `「${guess}」のことですか。` } : "";
  throw new UsageError(
    phrase(
      "Nobody and nothing is called '{written}' in these agreements.{meant} Write the name of {wanted} as it is declared.",
      "この取り決めに「{written}」という名前はありません。{meant}{wanted}の名前を宣言どおりに書いてください。",
      { written, meant, wanted: wantedWords[wanted] },
    ),
  );
}

const wantedWords: Readonly<Record<Wanted, Localized>> = {
  person: { en: "a person", ja: "人" },
  "person or team": { en: "a person or a team", ja: "人またはチーム" },
  channel: { en: "a channel", ja: "連絡手段" },
};

function namesWanted(wanted: Wanted, { people, teams, channels }: Model): readonly string[] {
  switch (wanted) {
    case "person":
      return [...people.keys()];
    case "person or team":
      return [...teams.keys(), ...people.keys()];
    case "channel":
      return [...channels.keys()];
    default:
      return wanted satisfies never;
  }
}

function sortNamed(name: string, model: Model): Localized | undefined {
  if (model.teams.has(name)) return { en: "a team", ja: "チーム" };
  if (model.people.has(name)) return { en: "a person", ja: "人" };
  if (model.customers.has(name)) return { en: "a customer", ja: "顧客" };
  if (model.channels.has(name)) return { en: "a channel", ja: "連絡手段" };
  if (model.agreements.has(name)) return { en: "an agreement", ja: "取り決め" };
  if (model.calendars.has(name)) return { en: "a calendar", ja: "カレンダー" };
  return model.kinds.has(name) ? { en: "a kind of request", ja: "依頼の種類" } : undefined;
}

function ofAnotherSort(name: string, sort: Localized, wanted: Localized): Localized {
  return phrase(
    "'{name}' is {sort}, and here the name of {wanted} is needed. Write one that is declared.",
    "「{name}」は{sort}です。ここには{wanted}の名前が要ります。宣言されている名前を書いてください。",
    { name, sort, wanted },
  );
}
