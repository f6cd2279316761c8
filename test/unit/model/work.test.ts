import assert from "node:assert/strict";
import type { Model } from "../../../server/core/model/model.ts";
import { declarationOf, referencesTo } from "../../../server/core/model/references.ts";
import { dayOf } from "../../../server/core/time/date.ts";
import { modelOf } from "../../harness/models.ts";
import { everything } from "./everything.ts";
import { plain, problemLines, textAt } from "./models.ts";

const model = modelOf(...everything);

describe("what the parties owe each other and their customers", () => {
  const ordering = model.agreements.get("ordering");

  it("are guarantees to all customers, or to one", () => {
    assert.deepEqual(plain(ordering?.guarantees), [
      {
        name: "first_answer",
        id: "ordering.first_answer",
        agreement: "ordering",
        kinds: ["purchase_order"],
        when: {
          kind: "is",
          subject: { kind: "attribute", name: "tier" },
          negated: false,
          values: [{ kind: "name", name: "gold" }],
        },
        hours: { value: "office" },
        respond: { value: { amount: 7, unit: "calendar days" } },
      },
      {
        name: "for_acme",
        id: "ordering.for_acme",
        agreement: "ordering",
        kinds: ["purchase_order"],
        to: "Acme",
        resolve: { value: { amount: 7, unit: "calendar days" } },
      },
    ]);
  });

  it("are obligations, with every request, before it, after it, or on weekdays", () => {
    const said = ordering?.obligations.map(({ id, from, to, what, rhythm }) => ({ id, from, to, what, rhythm }));
    assert.deepEqual(plain(said), [
      {
        id: "ordering.early_form",
        from: "Sales",
        to: "BackOffice",
        what: "a form",
        rhythm: {
          kind: "before every",
          lead: { amount: 2, unit: "business days" },
          field: "order_date",
          request: "purchase_order",
        },
      },
      {
        id: "ordering.with_form",
        from: "Sales",
        to: "BackOffice",
        what: "a form",
        rhythm: { kind: "with every", request: "purchase_order" },
      },
      {
        id: "ordering.answer",
        from: "BackOffice",
        to: "Sales",
        what: "an answer",
        rhythm: { kind: "within of every", within: { amount: 4, unit: "business hours" }, request: "order_form" },
      },
      {
        id: "ordering.status_mail",
        from: "BackOffice",
        to: "Sales",
        what: "a list",
        // Monday is bit 0; 10:00 is minute 600.
        rhythm: { kind: "every", weekdays: 1, before: 600 },
      },
    ]);
  });

  it("lose what could not be read, and keep the rest", () => {
    const broken = modelOf(`team A {
}
team B {
}
request form
agreement a between A and B {
  owe one: A to B "a form" with every from
  owe two: A to C "a form" with every form
  owe three: A to B "a form" with every form
  guarantee four: form to Nobody {
    respond within 1 calendar day
  }
  guarantee five: form to customers {
    respond within 1 day
  }
}
`);
    const agreement = broken.agreements.get("a");
    assert.deepEqual(
      agreement?.obligations.map((each) => each.name),
      ["three"],
    );
    assert.deepEqual(
      agreement?.guarantees.map((each) => [each.name, each.broken]),
      [["five", ["respond"]]],
    );
  });
});

describe("customers", () => {
  it("have records, and dates that matter with what is needed before", () => {
    const acme = model.customers.get("Acme");
    assert.deepEqual(plain(acme?.records), [{ name: "contracts", address: "crm://acme/contracts" }]);
    assert.deepEqual(plain(acme?.dues), [
      {
        name: "bid",
        on: { kind: "every year", month: 9, dayOfMonth: 30 },
        by: "Mori",
        needs: [{ name: "application_form", lead: { amount: 10, unit: "business days" } }],
      },
    ]);
  });

  it("pass from one person to another", () => {
    const handover = model.handovers.get("acme_2026");
    assert.deepEqual(plain(handover), {
      name: "acme_2026",
      customer: "Acme",
      from: "Tanaka",
      to: "Mori",
      effective: { value: { first: dayOf(2026, 6, 1), last: dayOf(2026, 7, 31) } },
      covers: [{ value: "contracts" }],
    });
  });
});

describe("facts and proofs", () => {
  it("keep their condition, and a proof its claim", () => {
    assert.deepEqual(
      model.facts.map(({ place }) => textAt(place)),
      ["impossible when tier is standard and channel is phone and severity is urgent"],
    );
    assert.equal(model.facts[0]?.when.kind, "and");
    const proofs = [...model.proofs.values()].map(({ name, topic, claim, negated, by }) => [
      name,
      topic,
      claim,
      negated,
      by,
    ]);
    assert.deepEqual(proofs, [
      ["no_deep_discount", "discount", "may", true, undefined],
      ["always_someone", "incident", "handled", false, { kind: "team", team: "Support" }],
    ]);
  });
});

describe("steps", () => {
  const steps = (of: Model, id: string) => {
    const clause = of.clauses.get(id);
    return clause?.kind === "handle" ? clause.lines.steps?.value : undefined;
  };

  it("have who, by when, what is needed, what is checked and where it goes back to", () => {
    const found = steps(model, "ordering.orders");
    assert.deepEqual(
      found?.map((step) => [step.name, step.who, step.timing]),
      [
        [
          "draft",
          { kind: "team", team: "Sales" },
          { kind: "within", target: { amount: 4, unit: "business hours", before: undefined } },
        ],
        [
          "verify",
          { kind: "team", team: "BackOffice" },
          { kind: "within", target: { amount: 1, unit: "business days", before: undefined } },
        ],
        [
          "approve",
          { kind: "lead of", team: "Sales" },
          { kind: "within", target: { amount: 1, unit: "business days", before: undefined } },
        ],
        // Thursday is 3, counted from Monday; 15:00 is minute 900.
        ["place", { kind: "all of", team: "BackOffice" }, { kind: "at next", weekday: 3, minute: 900 }],
      ],
    );
    assert.deepEqual(found?.[0]?.needs, ["order_form"]);
    const verify = found?.[1];
    assert.deepEqual([verify?.checks, verify?.twice], [["amount", "payee"], true]);
    assert.deepEqual(verify?.back, {
      to: "draft",
      within: { amount: 4, unit: "business hours", before: undefined },
    });
    assert.equal(found?.[2]?.when?.kind, "compare");
  });

  const bent = `team A {
  members Ann
}
team B {
  members Bob
}
request form
agreement a between A and B {
  handle forms: form {
    by   B
    step draft by A within 1 clock hour
    step check by B within 1 clock hour else back to draft
    case quick: form {
      step check by B within 5 clock minutes else back to draft
      step file by B within 1 clock hour
    }
  }
}
exception e to a.forms.quick {
  effective 2026-01-01..2026-01-02
  step file by A within 2 clock hours else back to draft
  step seal by A within 2 clock hours else back to nothing
}
`;

  it("of a case or an exception are those of its clause where that has them", () => {
    const found = modelOf(bent);
    assert.deepEqual(problemLines(found), [
      "unknown name @nothing: name=nothing spaces=[step] within=[clause:a.forms.quick]",
    ]);
    const roles = (symbol: string) => referencesTo(found, symbol).map((reference) => reference.role);
    assert.deepEqual(roles("step:a.forms.check"), ["declaration", "use"]);
    assert.deepEqual(roles("step:a.forms.draft"), ["declaration", "use", "use", "use"]);
    assert.deepEqual(roles("step:a.forms.quick.file"), ["declaration", "use"]);
    assert.equal(declarationOf(found, "step:a.forms.quick.seal").length, 1);
  });

  it("that could not be read are left out, and their line is broken", () => {
    const found = modelOf(`team A {
}
request form
agreement a between A and A {
  handle forms: form {
    step one by A
    step two by Nobody within 1 clock hour
    step three by A within 1 clock hour
  }
}
`);
    const clause = found.clauses.get("a.forms");
    assert.deepEqual(clause?.kind === "handle" && clause.lines.broken, ["step", "step"]);
    assert.deepEqual(
      steps(found, "a.forms")?.map((step) => step.name),
      ["three"],
    );
  });
});
