/** Repairs that keep the request which shows a finding as a scenario, so that it is asked again from then on. */
import type { Example, Finding } from "../checks/define.ts";
import { type Locale, phrase } from "../checks/message.ts";
import { decide } from "../engine/decide.ts";
import type { Decision } from "../engine/decision.ts";
import { addScenario, type NewScenario } from "../scenarios/addScenario.ts";
import { readRequestRecord } from "../scenarios/requests.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import type { Localized } from "../text/localized.ts";
import { fileKind, folderOf, nameOf } from "../workspace/paths.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type ExampleCustomer, exampleCustomer } from "./exampleCustomer.ts";
import { exampleRequest, type RequestText } from "./exampleRequest.ts";
import { filePlaceOf } from "./spot.ts";

/** A scenario that is added to a file, which is there already or has to be made. */
export interface ScenarioFix {
  readonly title: Localized;
  readonly finding: Finding;
  readonly path: string;
  readonly isNew: boolean;
  readonly edit: Edit;
  /** The customer that the request is about, where none like it is declared. */
  readonly customer: ExampleCustomer | undefined;
}

/** For each request that shows a finding the repair that keeps it; comments are written in a language. */
export function scenarioFixesOf(snapshot: Snapshot, finding: Finding, locale: Locale): readonly ScenarioFix[] {
  const place = filePlaceOf(snapshot, finding.place);
  if (!place) return [];
  const path = scenarioPathFor(snapshot, place.path);
  const text = snapshot.text(path);
  return finding.examples.flatMap((example): readonly ScenarioFix[] => {
    const customer = exampleCustomer(snapshot, example, place.path);
    const known = customer ? withCustomer(snapshot, customer) : snapshot;
    const request = exampleRequest(known, example, customer?.name);
    const scenario = request && scenarioOf(known, finding, request, locale);
    const edit = scenario && addScenario(text ?? "", scenario);
    if (!edit) return [];
    const title = titleOf(nameOf(path), customer, example);
    return [{ title, finding, path, isNew: text === undefined, edit, customer }];
  });
}

function withCustomer(snapshot: Snapshot, { path, edit }: ExampleCustomer): Snapshot {
  return snapshot.with(path, applyEdits(snapshot.text(path) ?? "", [edit]));
}

function titleOf(file: string, customer: ExampleCustomer | undefined, { note }: Example): Localized {
  const kept = customer
    ? phrase(
        "Keep it as a scenario in {file}, with a customer '{name}' for it",
        "シナリオとして {file} に残す（顧客「{name}」も加える）",
        { file, name: customer.name },
      )
    : phrase("Keep it as a scenario in {file}", "シナリオとして {file} に残す", { file });
  return note ? phrase("{kept} ({note})", "{kept}（{note}）", { kept, note }) : kept;
}

/** The scenario file of the same name, else the only one of the folder, else a new one of the same name. */
function scenarioPathFor(snapshot: Snapshot, path: string): string {
  const own = path.replace(/\.sla$/, ".scenarios.yaml");
  const beside = snapshot
    .otherPaths()
    .filter((each) => fileKind(each) === "scenarios" && folderOf(each) === folderOf(path));
  if (beside.includes(own)) return own;
  return beside.length === 1 ? (beside[0] ?? own) : own;
}

/** What is expected is the answer as it is, since only people know what it should be. */
function scenarioOf(
  { model, engine }: Snapshot,
  { check }: Finding,
  request: RequestText,
  locale: Locale,
): NewScenario | undefined {
  const { located } = readRequestRecord(request, model);
  if (!located) return undefined;
  const { kind, at, ...rest } = request;
  const told = Object.entries(rest).flatMap(([key, value]) => (key === "zone" ? [] : [value]));
  return {
    name: [`${check.name} ${kind}`, ...told].join(" "),
    request,
    expect: expectationOf(decide(engine, located.request)),
    comment: comment[locale],
  };
}

function expectationOf({ outcome, commitment }: Decision): Readonly<Record<string, string>> {
  return { outcome, ...(commitment ? { commitment: commitment.verdict } : {}) };
}

const comment = phrase("the answer as it is now; write what it should be", "現在の答え。あるべき答えに直すこと", {});
