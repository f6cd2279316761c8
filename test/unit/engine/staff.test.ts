import assert from "node:assert/strict";
import { staffOf } from "../../../server/core/engine/staff.ts";
import type { Model } from "../../../server/core/model/model.ts";
import { modelOf } from "../../harness/models.ts";

const text = `
team Sales {
  members Tanaka
}
team Desk {
  members Mori
  duty    Mori weekly from 2026-04-01
}
customer Acme {
  owner Tanaka
}
handover early of Acme from Tanaka to Mori {
  effective 2026-06-01..2026-07-31
}
handover back of Acme from Mori to Tanaka {
  effective 2026-09-01..2026-09-30
}
`;

/** The model as it would be with other teams, as "what if somebody were not here" asks. */
function supposed(
  change: (teams: Model["teams"]) => Model["teams"],
): Pick<Model, "teams" | "people" | "customers" | "handovers"> {
  const { teams, people, customers, handovers } = modelOf(text);
  return { teams: change(teams), people, customers, handovers };
}

describe("the staff of a model", () => {
  it("has turns, owners and handovers as they are written", () => {
    const staff = staffOf(
      supposed((teams) => teams),
      () => undefined,
    );
    assert.deepEqual(
      staff.teams.get("Desk")?.roster?.people.map(({ name }) => name),
      ["Mori"],
    );
    assert.deepEqual(
      staff.customers.get("Acme")?.handovers?.map(({ name }) => name),
      ["early", "back"],
    );
  });

  it("of which somebody is taken away has no turns of nobody", () => {
    const nobody = supposed((teams) => {
      const desk = teams.get("Desk");
      assert.ok(desk?.duty);
      const duty = { ...desk.duty, value: { ...desk.duty.value, people: [] } };
      return new Map([...teams, ["Desk", { ...desk, duty }]]);
    });
    assert.equal(staffOf(nobody, () => undefined).teams.get("Desk")?.roster, undefined);
  });

  it("of which somebody is taken away hands nothing over to nobody, nor from nobody", () => {
    const alone = supposed((teams) => new Map([...teams].filter(([name]) => name !== "Desk")));
    assert.equal(staffOf(alone, () => undefined).customers.get("Acme")?.handovers, undefined);
  });
});
