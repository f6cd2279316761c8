import type { Difference, Example, ToldChange } from "../../comparison/difference.ts";
import type { Decision } from "../../engine/decision.ts";
import type { Model, Place, Who } from "../../model/model.ts";
import type { SnapshotPair } from "../../workspace/pairs.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { type PlaceInWords, placeInWords } from "../placeInWords.ts";

/** Where what changes is written now, each place once: what decides, or what the change is about; of a clause that is gone its agreement. */
export function placesOf(difference: Difference, { after }: SnapshotPair): readonly PlaceInWords[] {
  const found = difference.changes.flatMap((change) => placesFor(change, difference, after.completionModel));
  return onceEach(found, after);
}

/** Where in the older revision the clauses were written in whose place no other decides. */
export function gonePlaces({ examples }: Difference, { before, after }: SnapshotPair): readonly PlaceInWords[] {
  const gone = examples.filter(({ after: { decision } }) => !decision.decidedBy && !decision.commitment?.decidedBy);
  const found = gone.flatMap(({ before: { decision } }) => [
    ...known(placeOfClause(decision, before.model)),
    ...known(decision.commitment?.place),
  ]);
  return onceEach(found, before).filter(({ at }) => before.text(at.path) !== after.text(at.path));
}

function onceEach(places: readonly Place[], snapshot: Snapshot): readonly PlaceInWords[] {
  const shown = places.flatMap((place) => placeInWords(snapshot, place) ?? []);
  return [...new Map(shown.map((each) => [each.text, each])).values()];
}

function placesFor(change: ToldChange, { examples, requests }: Difference, model: Model): readonly Place[] {
  switch (change.property) {
    case "times": {
      const { kind, name } = change.of;
      return known((kind === "team" ? model.teams : model.calendars).get(name)?.place);
    }
    case "people":
      return change.customer === undefined
        ? known(placeOfWho(change.who, model))
        : known(model.customers.get(change.customer)?.place);
    case "force":
      return known(model.agreements.get(change.agreement)?.place);
    case "field":
      return requests.flatMap(({ kind }) => {
        const fields = model.kinds.get(kind)?.fields ?? [];
        return known(fields.find(({ name }) => name === change.field)?.place);
      });
    case "promise":
    case "approver":
    case "answer":
    case "reason":
      return examples.flatMap((example) =>
        known(example.after.decision.commitment?.place ?? placeOfAgreement(example, model)),
      );
    default:
      return examples.flatMap((example) =>
        known(placeOfClause(example.after.decision, model) ?? placeOfAgreement(example, model)),
      );
  }
}

function known(place: Place | undefined): readonly Place[] {
  return place ? [place] : [];
}

function placeOfWho(who: Who, model: Model): Place | undefined {
  switch (who.kind) {
    case "team":
    case "lead of":
    case "all of":
      return model.teams.get(who.team)?.place;
    case "person":
      return model.people.get(who.person)?.places[0];
    case "lead of asker":
    case "owner of customer":
      return undefined;
    default:
      return who satisfies never;
  }
}

/** The topmost of what decides is a clause, a case or an exception. */
function placeOfClause({ decidedBy, clause }: Decision, model: Model): Place | undefined {
  const names = [decidedBy, clause].filter((each) => each !== undefined);
  const places = names.map((name) => model.clauses.get(name)?.place ?? model.exceptions.get(name)?.place);
  return places.find((each) => each !== undefined);
}

/** That of what decided before. */
function placeOfAgreement({ before: { decision, model: old } }: Example, model: Model): Place | undefined {
  const id = decision.clause ?? decision.commitment?.decidedBy ?? "";
  const clause = old.clauses.get(id) ?? old.clauses.get(id.slice(0, id.lastIndexOf(".")));
  return clause && model.agreements.get(clause.agreement)?.place;
}
