import assert from "node:assert/strict";
import { agendaChanges } from "../../../server/core/comparison/agenda.ts";
import { modelOf } from "../../harness/models.ts";
import { company } from "./revisions.ts";

describe("what is on the agenda otherwise", () => {
  const agreement = (name: string, months = 6) =>
    `agreement ${name} between Sales and Support {\n  review every ${months} months by Ito\n}\n`;

  it("is nothing where several agreements with the same review have other names", () => {
    const before = modelOf(company + agreement("orders") + agreement("repairs") + agreement("returns"));
    const after = modelOf(company + agreement("purchases") + agreement("repairs") + agreement("mending"));
    assert.deepEqual(agendaChanges(before, after), []);
  });

  it("is the one of them that went", () => {
    const before = modelOf(company + agreement("orders") + agreement("repairs"));
    const after = modelOf(company + agreement("purchases"));
    const [gone, ...others] = agendaChanges(before, after);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [gone?.property === "review" && gone.agreement, gone?.before, gone?.after],
      ["repairs", { months: 6, by: "Ito" }, undefined],
    );
  });

  it("is told of the agreement that has it", () => {
    const before = modelOf(company + agreement("orders") + agreement("repairs"));
    const after = modelOf(company + agreement("orders") + agreement("repairs", 3));
    const changes = agendaChanges(before, after).map((each) => each.property === "review" && each.agreement);
    assert.deepEqual(changes, ["repairs"]);
  });
});
