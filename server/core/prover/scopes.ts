/** The agreements that clauses stand in: in which zone their dates are read, and who asks. */
import type { Agreement, HandleClause, Model, RequestKind, Who } from "../model/model.ts";
import { zoneOfAgreement, zonesOfParties } from "../model/zones.ts";
import { utc, type Zone, zoneOf } from "../time/zone.ts";
import { sameElements } from "./known.ts";
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
  const isHandler = (party: string) =>
    handlers.some((who) => (who.kind === "team" ? who.team === party : teamsMeant(model, who).includes(party)));
  const others = agreement.parties.filter((party) => !isHandler(party));
  const askers = others.length > 0 ? others : agreement.parties;
  const zone = zoneIn(model, agreement);
  const ofKind = keptScopes.get(kind) ?? new WeakMap<Agreement, AgreementScope>();
  keptScopes.set(kind, ofKind);
  const kept = ofKind.get(agreement);
  if (kept?.zone === zone && sameElements(kept.askers, askers)) return kept;
  const scope = { agreement, zone, askers };
  ofKind.set(agreement, scope);
  return scope;
}

const keptScopes = new WeakMap<RequestKind, WeakMap<Agreement, AgreementScope>>();

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
