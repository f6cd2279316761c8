import type { AwayLine, DeputyLine, DutyLine, Name, ReachLine, TeamDeclaration } from "../syntax/tree.ts";
import { hoursOf } from "./handleLines.ts";
import { linesOf, nameIn, onlyLine, textIn } from "./lines.ts";
import { declares, type Linking, missing, placeOf, reportRepeated, stated } from "./linking.ts";
import { channelNamed, personNamed } from "./lookup.ts";
import type { Duty, Meaning, Stated, Team } from "./model.ts";
import { named } from "./named.ts";
import { symbolOf } from "./symbol.ts";
import { closedRange, dayOfLiteral } from "./times.ts";

/** The team that is declared, and with it its people. */
export function teamMeaning(linking: Linking, node: TeamDeclaration): Meaning | undefined {
  const { properties } = node;
  const titleLine = onlyLine(linking, properties, "title");
  const head = named(linking, node, "team", titleLine && textIn(linking, titleLine, "title"));
  const hoursLine = onlyLine(linking, properties, "hours");
  const dutyLine = onlyLine(linking, properties, "duty");
  const lead = leadOf(linking, node);
  const members = membersOf(linking, node);
  const hours = hoursOf(linking, hoursLine);
  const reach = linesOf(properties, "reach").flatMap((line) => reachOf(linking, line) ?? []);
  const duty = dutyLine && dutyOf(linking, dutyLine);
  const deputies = linesOf(properties, "deputy").flatMap((line) => deputyOf(linking, line) ?? []);
  const away = linesOf(properties, "away").flatMap((line) => awayOf(linking, line) ?? []);
  const read = { lead, hours, duty };
  const broken = properties.flatMap((line) => {
    if (line.kind !== "lead" && line.kind !== "hours" && line.kind !== "duty") return [];
    return read[line.kind] ? [] : [line.kind];
  });
  if (!head) return undefined;
  const { name, title, doc, place } = head;
  const lines = { name, title, doc, place, lead, members, hours, reach, duty, deputies, away, broken };
  return { space: "team", value: lines };
}

function leadOf(linking: Linking, node: TeamDeclaration): Stated<string> | undefined {
  const line = onlyLine(linking, node.properties, "lead");
  if (!line) return undefined;
  return line.person ? declaredPerson(linking, line.person) : missing(linking, line, "lead", "person");
}

function membersOf(linking: Linking, node: TeamDeclaration): readonly Stated<string>[] {
  const lines = linesOf(node.properties, "members");
  for (const line of lines) if (line.people.length === 0) missing(linking, line, "members", "people");
  const people = lines.flatMap((line) => line.people);
  reportRepeated(linking, people);
  const seen = new Set<string>();
  return people.flatMap((name) => {
    const person = declaredPerson(linking, name);
    if (seen.has(name.text)) return [];
    seen.add(name.text);
    return [person];
  });
}

function declaredPerson(linking: Linking, name: Name): Stated<string> {
  declares(linking, name, "person", symbolOf("person", name.text));
  return { value: name.text, place: placeOf(linking, name) };
}

function reachOf(linking: Linking, line: ReachLine): Team["reach"][number] | undefined {
  const channel = nameIn(linking, line, line.channel, channelNamed, ["reach", "channel"]);
  const address = line.address ? line.address.value : missing(linking, line, "reach", "address");
  return channel === undefined || address === undefined ? undefined : stated(linking, line, { channel, address });
}

function dutyOf(linking: Linking, line: DutyLine): Stated<Duty> | undefined {
  if (line.people.length === 0) missing(linking, line, "duty", "people");
  const people = line.people.flatMap((name) => personNamed(linking, name) ?? []);
  const turn = line.turn ?? missing(linking, line, "duty", "turn");
  const from = line.from ? dayOfLiteral(linking, line.from) : missing(linking, line, "duty", "date");
  if (people.length === 0 || turn === undefined || from === undefined) return undefined;
  return stated(linking, line, { people, turn, from });
}

function deputyOf(linking: Linking, line: DeputyLine): Team["deputies"][number] | undefined {
  const person = nameIn(linking, line, line.person, personNamed, ["deputy", "person"]);
  const of = nameIn(linking, line, line.of, personNamed, ["deputy", "of"]);
  return person === undefined || of === undefined ? undefined : stated(linking, line, { person, of });
}

function awayOf(linking: Linking, line: AwayLine): Team["away"][number] | undefined {
  const person = nameIn(linking, line, line.person, personNamed, ["away", "person"]);
  const days = line.dates ? closedRange(linking, line.dates) : missing(linking, line, "away", "dates");
  return person === undefined || !days ? undefined : stated(linking, line, { person, days });
}
