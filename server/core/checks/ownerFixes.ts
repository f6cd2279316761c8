/** Repairs of who knows a customer, and who sees to its dates. */
import type { Customer, Model, Place } from "../model/model.ts";
import type { Due } from "../model/work.ts";
import { ifRight } from "./attempts.ts";
import type { Attempt } from "./define.ts";
import { colleaguesOf, standInAttempts } from "./deputyFixes.ts";
import { addLineFix, namingLine, replaceFix, writtenName } from "./fixes.ts";
import { phrase } from "./message.ts";
import { afterHead, bodyOf } from "./places.ts";

/** Lets each colleague of a person be the backup of a customer, but for the one who leaves. */
export function backupAttempts(
  model: Model,
  { backup, place }: Customer,
  person: string,
  leaver?: string,
): readonly Attempt[] {
  const body = bodyOf(place);
  const staying = colleaguesOf(model, person).filter((colleague) => colleague !== leaver);
  return staying.flatMap((colleague) => {
    const line = `backup ${writtenName(colleague)}`;
    const title = phrase("Write '{line}'", "「{line}」と書く", { line });
    if (backup) return [ifRight(replaceFix(title, afterHead(backup.place), writtenName(colleague)))];
    return body ? [ifRight(addLineFix(title, body, line))] : [];
  });
}

/** Gives a customer the owner and the backup of another one. */
export function ownerAttempts({ customers }: Model, { name, place, backup }: Customer): readonly Attempt[] {
  const body = bodyOf(place);
  if (!body) return [];
  const owned = [...customers.values()].filter(({ owner }) => owner !== undefined).slice(0, mostOwners);
  return owned.map((other) => {
    const lines = [...namingLine("owner", other.owner), ...(backup ? [] : namingLine("backup", other.backup))];
    const title = phrase(
      "Let those who look after '{other}' look after '{name}', too",
      "「{other}」の担当者を「{name}」の担当者にもする",
      {
        other: other.name,
        name,
      },
    );
    return ifRight(addLineFix(title, body, lines.join("\n  ")));
  });
}

const mostOwners = 4;

/** Gives a date to the customer's owner or backup, or to a colleague; or lets somebody stand in. */
export function dueAttempts(model: Model, { owner, backup }: Customer, due: Due): readonly Attempt[] {
  const place = byPlace(due);
  const close = [owner, backup].flatMap((stated) => stated?.value ?? []);
  const people = [...new Set([...close, ...colleaguesOf(model, due.by)])].filter((person) => person !== due.by);
  const given = people.slice(0, mostOwners).flatMap((person) => {
    const title = phrase("Give it to '{person}'", "「{person}」に移す", { person });
    return place ? [ifRight(replaceFix(title, place, writtenName(person)))] : [];
  });
  return [...given, ...standInAttempts(model, due.by)];
}

/** Where the name after `by` is written. */
export function byPlace({ place: { item, span } }: Due): Place | undefined {
  for (const declaration of item.declarations) {
    if (declaration.kind !== "customer") continue;
    for (const line of declaration.properties)
      if (line.kind === "due" && line.start === span.start && line.by)
        return { item, span: { start: line.by.start, end: line.by.end } };
  }
  return undefined;
}
