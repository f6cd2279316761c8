import type { Agreement, CommitClause, HandleClause, HandleLines, Model, Stated, Via } from "../model/model.ts";

/**
 * The model as it would be if a channel could not be used: no clause takes requests by it, and no team is reached by it. A
 * clause whose last channel it was has a list of channels that is empty, which is not the same as none, that is, every channel.
 */
export function channelDown(model: Model, channel: string): Model {
  const agreements = new Map([...model.agreements].map(([name, each]) => [name, agreementLess(each, channel, model)]));
  const exceptions = new Map(
    [...model.exceptions].map(([name, exception]) => {
      const lines = linesLess(exception.lines, channel);
      return [name, { ...exception, lines }];
    }),
  );
  const exceptionsOf = new Map(
    [...model.exceptionsOf].map(([base, all]) => [base, all.flatMap(({ name }) => exceptions.get(name) ?? [])]),
  );
  const teams = new Map(
    [...model.teams].map(([name, team]) => {
      const reach = team.reach.filter(({ value }) => value.channel !== channel);
      return [name, { ...team, reach }];
    }),
  );
  return { ...model, agreements, exceptions, exceptionsOf, teams, clauses: clausesOf(agreements.values()) };
}

function agreementLess(agreement: Agreement, channel: string, model: Model): Agreement {
  const handles = agreement.handles.map((clause) => {
    const { lines } = clause;
    // A clause without `via` takes every channel: now it takes every other.
    const via = lines.via ?? { value: others(clause, channel, model), place: clause.place };
    return clauseLess({ ...clause, lines: { ...lines, via } }, channel);
  });
  return { ...agreement, handles };
}

/** The other channels of the team that does it, or all where that has none or is not known beforehand. */
function others({ lines, place }: HandleClause, down: string, { teams, channels }: Model): readonly Stated<Via>[] {
  const by = lines.by?.value;
  const reach = by && "team" in by ? (teams.get(by.team)?.reach ?? []) : [];
  const own = reach.map(({ value }) => value.channel).filter((channel) => channel !== down);
  const left = own.length > 0 ? own : [...channels.keys()].filter((channel) => channel !== down);
  return left.length > 0 ? [{ value: { channels: left, during: undefined }, place }] : [];
}

function clauseLess(clause: HandleClause, channel: string): HandleClause {
  const cases = clause.cases.map((each) => clauseLess(each, channel));
  return { ...clause, lines: linesLess(clause.lines, channel), cases };
}

function linesLess(lines: HandleLines, channel: string): HandleLines {
  const { via } = lines;
  if (!via) return lines;
  const left = via.value.flatMap(({ value, place }) => {
    const channels = value.channels.filter((each) => each !== channel);
    return channels.length > 0 ? [{ value: { ...value, channels }, place }] : [];
  });
  return { ...lines, via: { ...via, value: left } };
}

function clausesOf(agreements: Iterable<Agreement>): Model["clauses"] {
  const clauses = new Map<string, HandleClause | CommitClause>();
  const add = (clause: HandleClause | CommitClause): void => {
    clauses.set(clause.id, clause);
    for (const inner of clause.cases) add(inner);
  };
  for (const { handles, commits } of agreements) for (const clause of [...handles, ...commits]) add(clause);
  return clauses;
}
