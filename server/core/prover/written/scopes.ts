/** The agreements that clauses stand in: in which zone their dates are read, and who asks. */
import type { Agreement, HandleClause, Model, RequestKind, Who } from "../../model/model.ts";
import { zoneOfAgreement, zonesOfParties } from "../../model/zones.ts";
import { utc, type Zone, zoneOf } from "../../time/zone.ts";
import { sameElements } from "../lists.ts";
import type { AgreementScope } from "./rules.ts";
import type { Written } from "./written.ts";

/** The scope of one of the agreements of what is written. */
export function scopeIn(scopes: ReadonlyMap<Agreement, AgreementScope>, agreement: Agreement): AgreementScope {
  return scopes.get(agreement) ?? { agreement, zone: utc, askers: agreement.parties };
}

/** The agreements of what is written, and perhaps more, each with its zone and those that ask. */
export function scopesOf(
  { kind, parts }: Pick<Written, "kind" | "parts">,
  model: Model,
  more: readonly Agreement[] = [],
): ReadonlyMap<Agreement, AgreementScope> {
  const handlers = new Map<Agreement, readonly Who[]>();
  for (const { agreement, handles, commits } of parts) {
    if (handles.length + commits.length === 0) continue;
    const known = handlers.get(agreement);
    const own = whoHandles(handles);
    handlers.set(agreement, known ? [...known, ...own] : own);
  }
  for (const agreement of more) if (!handlers.has(agreement)) handlers.set(agreement, []);
  const scopes = new Map<Agreement, AgreementScope>();
  for (const [agreement, who] of handlers) scopes.set(agreement, keptScope(kind, model, agreement, who));
  return scopes;
}

/** Everybody who handles by some clauses, teams once. */
function whoHandles(handles: readonly HandleClause[]): readonly Who[] {
  const known = handling.get(handles);
  if (known) return known;
  const all = handles.flatMap(({ lines }) => lines.by?.value ?? []);
  const teams = new Map(all.flatMap((who) => (who.kind === "team" ? [[who.team, who]] : [])));
  const found = [...teams.values(), ...all.filter(({ kind }) => kind !== "team")];
  handling.set(handles, found);
  return found;
}

const handling = new WeakMap<readonly HandleClause[], readonly Who[]>();

/** The same object while it is the same. */
function keptScope(kind: RequestKind, model: Model, agreement: Agreement, handlers: readonly Who[]): AgreementScope {
  const ofKind = keptScopes.get(kind) ?? new WeakMap<Agreement, KeptScope>();
  keptScopes.set(kind, ofKind);
  const kept = ofKind.get(agreement);
  const zone = zoneIn(model, agreement);
  if (kept?.scope.zone === zone && kept.handlers === handlers && !handlers.some(isPerson)) return kept.scope;
  const askers = askersOf(model, agreement, handlers);
  const isSame = kept?.scope.zone === zone && sameElements(kept.scope.askers, askers);
  const scope = isSame ? kept.scope : { agreement, zone, askers };
  ofKind.set(agreement, { handlers, scope });
  return scope;
}

interface KeptScope {
  readonly handlers: readonly Who[];
  readonly scope: AgreementScope;
}

const keptScopes = new WeakMap<RequestKind, WeakMap<Agreement, KeptScope>>();

/** Of a person the model says which teams are meant, of others their names. */
function isPerson({ kind }: Who): boolean {
  return kind === "person";
}

function askersOf(model: Model, { parties }: Agreement, handlers: readonly Who[]): readonly string[] {
  const teams = new Set(handlers.flatMap((who) => teamsMeant(model, who)));
  const others = parties.filter((party) => !teams.has(party));
  return others.length > 0 ? others : parties;
}

/** Where the parties' zones differ and none is stated, which is an error, dates are still read somewhere. */
function zoneIn(model: Model, agreement: Agreement): Zone {
  const zone = agreement.zone ?? zoneOfAgreement(model, agreement) ?? zonesOfParties(model, agreement)[0];
  return (zone === undefined ? undefined : zoneOf(zone)) ?? utc;
}

/** The teams that somebody who handles requests is of; none where that depends on the request. */
export function teamsMeant(model: Pick<Model, "people">, who: Who | undefined): readonly string[] {
  switch (who?.kind) {
    case "team":
    case "lead of":
    case "all of":
      return [who.team];
    case "person":
      return who.of === undefined ? (model.people.get(who.person)?.teams ?? []) : [who.of];
    case "lead of asker":
    case "owner of customer":
    case undefined:
      return [];
    default:
      return who satisfies never;
  }
}
