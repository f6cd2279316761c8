import type { Agreement, Model } from "../model/model.ts";
import { zoneOfAgreement } from "../model/zones.ts";
import { type Zone, zoneOf } from "../time/zone.ts";

/** The zones that a time on this kind of request may mean; just one, unless agreements differ or there are none. */
export function zonesOfKind(model: Model, kind: string): readonly Zone[] {
  const agreements = [...model.agreements.values()];
  const handling = agreements.filter((agreement) => agreement.handles.some((clause) => clause.kinds.includes(kind)));
  const promising = agreements.filter((agreement) => agreement.commits.some((clause) => clause.kinds.includes(kind)));
  for (const group of [handling, promising, agreements]) {
    const zones = zonesOfAgreements(model, group);
    if (zones.length > 0) return zones;
  }
  return known([...model.calendars.values()].map((calendar) => calendar.zone));
}

function zonesOfAgreements(model: Model, agreements: readonly Agreement[]): readonly Zone[] {
  return known(agreements.flatMap((agreement) => zoneOfAgreement(model, agreement) ?? []));
}

function known(names: readonly string[]): readonly Zone[] {
  return [...new Set(names.flatMap((name) => zoneOf(name) ?? []))];
}
