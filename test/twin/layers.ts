/* Cases and exceptions of a clause: which hold, and which lies above which (language.md M3, M6). */
import type {
  CommitProperty,
  ExceptionDeclaration,
  HandleProperty,
  Name,
  Value,
} from "../../server/core/syntax/tree.ts";
import { holds, type Situation, surelyHolds, textOfValue } from "./condition.ts";
import { inDates } from "./days.ts";
import { dayAt } from "./world.ts";

/** Something laid over a clause, with what it states. */
export interface Layer {
  /** A case's id or an exception's name. */
  readonly id: string;
  readonly exception: ExceptionDeclaration | undefined;
  /** A case's own id; for an exception the id of what it bends. */
  readonly path: string;
  readonly properties: ExceptionDeclaration["properties"] | readonly (HandleProperty | CommitProperty)[];
}

/** An exception that would have applied but for its dates or for what it lacks. */
export interface Aside {
  readonly name: string;
  readonly because: "over" | "not yet" | "no effect";
}

/** The cases that hold, case within case, and the exceptions in force, lowest first. */
export function layersOf(
  situation: Situation,
  id: string,
  properties: readonly (HandleProperty | CommitProperty)[],
): readonly Layer[] {
  const cases = casesOf(situation, id, properties).sort(byPath);
  const paths = [id, ...cases.map(({ path }) => path)];
  const exceptions = exceptionsTo(situation, paths).filter(
    (each) => standing(situation, each) === "in force" && holds(situation, each.when),
  );
  const bent = exceptions.map((exception) => ({
    id: exception.name?.text ?? "",
    exception,
    path: pathOf(exception),
    properties: exception.properties,
  }));
  return [...cases, ...bent.sort(byDepthThenName)];
}

/** The exceptions to a clause, or to a case of it that holds, which are set aside. */
export function asidesOf(
  situation: Situation,
  id: string,
  properties: readonly (HandleProperty | CommitProperty)[],
): readonly Aside[] {
  const paths = [id, ...casesOf(situation, id, properties, surelyHolds).map(({ path }) => path)];
  return exceptionsTo(situation, paths).flatMap((exception) => {
    const because = standing(situation, exception);
    return because === "in force" || !surelyHolds(situation, exception.when)
      ? []
      : [{ name: exception.name?.text ?? "", because }];
  });
}

/** Whether a layer stands above another: a case in it, an exception over a case, an exception to something inside. */
export function isAbove(upper: Layer, lower: Layer): boolean {
  if (upper.exception && !lower.exception) return true;
  return (upper.exception !== undefined) === (lower.exception !== undefined) && upper.path.startsWith(lower.path + ".");
}

/** By name, a case before those in it. */
function byPath(left: Layer, right: Layer): number {
  const [one, other] = [left.path.split("."), right.path.split(".")];
  const index = one.findIndex((name, each) => name !== other[each]);
  if (index < 0) return -1;
  return (one[index] ?? "") < (other[index] ?? "") ? -1 : 1;
}

function byDepthThenName(left: Layer, right: Layer): number {
  const depth = left.path.split(".").length - right.path.split(".").length;
  return depth !== 0 ? depth : left.id < right.id ? -1 : 1;
}

function casesOf(
  situation: Situation,
  parent: string,
  properties: readonly (HandleProperty | CommitProperty)[],
  test: typeof holds = holds,
): Layer[] {
  return properties.flatMap((property): Layer[] => {
    if (property.kind === "table") return rowsOf(situation, parent, property, test);
    if (property.kind !== "handle case" && property.kind !== "commit case") return [];
    const concerns = property.requests.length === 0 || namesInclude(property.requests, situation.asked.kind);
    if (!concerns || !test(situation, property.when)) return [];
    const id = `${parent}.${property.name?.text}`;
    const own = { id, path: id, exception: undefined, properties: property.properties };
    return [own, ...casesOf(situation, id, property.properties, test)];
  });
}

function rowsOf(
  situation: Situation,
  parent: string,
  table: HandleProperty & { kind: "table" },
  test: typeof holds,
): Layer[] {
  return table.rows.flatMap((row): Layer[] => {
    const matches = row.values.every((value, index) => {
      const field = table.fields[index];
      if (!field || (value.kind === "name" && value.text === "any")) return field !== undefined;
      const span = { start: 0, end: 0 };
      return test(situation, { kind: "is", field, values: [value], negated: false, oneOf: false, ...span });
    });
    if (!matches) return [];
    const name = row.values.map(nameOfValue).join(" ");
    // In backticks where it would be read as two names.
    const id = `${parent}.${name.includes(".") ? `\`${name}\`` : name}`;
    const properties = table.targets.flatMap(({ target }, index): HandleProperty[] => {
      const within = row.durations[index];
      return within ? [{ kind: "target", target, within, before: undefined, start: 0, end: 0, headEnd: 0 }] : [];
    });
    return [{ id, path: id, exception: undefined, properties }];
  });
}

/** A value in the name of its row: as it is written, texts without their quotes. */
function nameOfValue(value: Value): string {
  if (value.kind === "text") return value.value;
  return value.kind === "percent" ? textOfValue(value) + "%" : textOfValue(value);
}

function namesInclude(names: readonly Name[], name: string): boolean {
  return names.some(({ text }) => text === name);
}

function exceptionsTo(situation: Situation, paths: readonly string[]): ExceptionDeclaration[] {
  const all = [...situation.company.book.exceptions.values()];
  return all.filter((exception) => paths.includes(pathOf(exception)));
}

/** What an exception bends: a clause or a case, also where it names a verdict line of it. */
function pathOf({ base }: ExceptionDeclaration): string {
  const names = base.map(({ text }) => text);
  const last = names.at(-1);
  return (last === "may" || last === "ask" || last === "never" ? names.slice(0, -1) : names).join(".");
}

function standing({ asked, clock }: Situation, { properties }: ExceptionDeclaration): "in force" | Aside["because"] {
  const dates = properties.find((line) => line.kind === "effective")?.dates;
  const approved = properties.find((line) => line.kind === "approved");
  if (!dates?.last || !approved?.by || !approved.on) return "no effect";
  const today = dayAt(clock, asked.at);
  if (inDates(dates, today)) return "in force";
  return inDates({ ...dates, last: undefined }, today) ? "over" : "not yet";
}
