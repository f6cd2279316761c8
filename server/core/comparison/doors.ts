/** How requests are told apart by the channels of edited clauses. */
import { meaningOfProperty, plainText } from "../model/meaning.ts";
import type { Condition, HandleClause, HandleLines } from "../model/model.ts";
import { utc, type Zone } from "../time/zone.ts";
import type { Unit } from "./edited.ts";
import { conditionWith, type OldCalendars } from "./oldCalendars.ts";
import type { Pair } from "./revision.ts";

/** A condition that tells requests apart, and the zone of its times. */
export interface Asked {
  readonly when: Condition;
  readonly zone: Zone;
}

/** By which channel and when a request comes makes a difference where other channels are stated, or the same for other requests. */
export function doorConditions(
  before: readonly Unit[],
  after: readonly Unit[],
  pair: Pair,
  old: OldCalendars,
): readonly Asked[] {
  const exceptionsNow = (id: string) => pair.after.model.exceptionsOf.get(id) ?? [];
  const [was, is] = [handlesOf(before.map(old.unit)), handlesOf(after)];
  const ours = was.flatMap((clause) => linesIn(clause, old.exceptionsOf));
  const theirs = is.flatMap((clause) => linesIn(clause, exceptionsNow));
  const isOneSided = ours.length === 0 || theirs.length === 0;
  if (isOneSided) return [];
  const isOpenOtherwise = [...ours, ...theirs].some(({ via }) =>
    via?.value.some(({ value: { during } }) => during !== undefined && pair.calendars.changed.has(during)),
  );
  const statedThen = was.map((clause) => channelsStated(clause, old.exceptionsOf));
  const statedNow = is.map((clause) => channelsStated(clause, exceptionsNow));
  const isSame = plainText(statedThen) === plainText(statedNow) || areAlike([...was, ...is], [...ours, ...theirs]);
  if (isSame && !isOpenOtherwise) return [];
  return [
    ...ours.flatMap((each) => doorsIn(each, old.name)),
    ...theirs.flatMap((each) => doorsIn(each, (name) => name)),
  ];
}

function handlesOf(units: readonly Unit[]): readonly HandleClause[] {
  return units.flatMap(({ clause }) => (clause.kind === "handle" ? [clause] : []));
}

/** Whether whatever states channels states the same ones, so that it does not matter to which requests it applies. */
function areAlike(clauses: readonly HandleClause[], all: readonly HandleLines[]): boolean {
  const ofClauses = clauses.map(({ lines }) => meaningOfProperty("via", lines));
  const stated = all.flatMap((each) => meaningOfProperty("via", each) ?? []);
  return new Set([...ofClauses, ...stated]).size === 1;
}

/** The channels that a clause, its cases and its exceptions state, each with the requests and the days that it is for. */
function channelsStated(clause: HandleClause, exceptionsOf: OldCalendars["exceptionsOf"]): string {
  const bent = exceptionsOf(clause.id).map(({ when, effective, approved, lines }) =>
    plainText([when, effective, approved !== undefined, meaningOfProperty("via", lines)]),
  );
  const cases = clause.cases.map((each) => channelsStated(each, exceptionsOf));
  return plainText([clause.when, meaningOfProperty("via", clause.lines), bent.sort(), cases]);
}

function doorsIn({ via }: HandleLines, name: OldCalendars["name"]): readonly Asked[] {
  return (via?.value ?? []).flatMap(({ value: { channels, during }, place }) => {
    const asked = channels.map((channel): Condition => {
      return {
        kind: "is",
        subject: { kind: "channel" },
        negated: false,
        values: [{ kind: "name", name: channel }],
        place,
      };
    });
    const open: readonly Condition[] =
      during === undefined
        ? []
        : [conditionWith({ kind: "during", subject: { kind: "time" }, outside: false, calendar: during, place }, name)];
    return [...asked, ...open].map((when) => ({ when, zone: utc }));
  });
}

/** What a clause, its cases and its exceptions state. */
export function linesIn(clause: HandleClause, exceptionsOf: OldCalendars["exceptionsOf"]): readonly HandleLines[] {
  const own = [clause.lines, ...exceptionsOf(clause.id).map(({ lines }) => lines)];
  return [...own, ...clause.cases.flatMap((each) => linesIn(each, exceptionsOf))];
}
