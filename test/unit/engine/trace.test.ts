import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Request, TraceReason, TraceStep } from "../../../server/core/engine/decision.ts";
import { traceOf } from "../../../server/core/engine/trace.ts";
import { formatDate } from "../../../server/core/time/date.ts";
import { company, support } from "./agreement.ts";
import { engineOf, requestOf } from "./fixtures.ts";

/** The trace as one line a step: `id: result, because …`. */
function traceText(engine: ReturnType<typeof engineOf>, request: Request): readonly string[] {
  return traceOf(engine, decide(engine, request)).map(stepText);
}

function stepText({ id, result, because }: TraceStep): string {
  return id + ": " + result + (because ? ", " + reasonText(because) : "");
}

function reasonText(because: TraceReason): string {
  switch (because.kind) {
    case "condition":
      return `not ${because.condition}: ${because.found ?? "nothing"}`;
    case "not in force":
      return `only ${[because.first, because.last].map((day) => (day === undefined ? "" : formatDate(day))).join("..")}`;
    case "asker":
      return `only asked by ${because.parties.join(", ")}`;
    case "outside":
      return `inside ${because.of}`;
    case "later":
      return `later to ${because.target} than ${because.than}`;
    case "by name":
      return `by name after ${because.than}`;
    case "stricter":
    case "overlaid":
      return `${because.kind} than ${because.than}`;
    case "kind":
    case "unapproved":
    case "without end":
      return because.kind;
  }
}

describe("trace", () => {
  const engine = () => engineOf(company, support);

  it("names the clause, what lies over it, and the first condition of what does not", () => {
    const request = requestOf("incident", "2026-08-22T10:15", {
      asker: "Sales",
      customer: "Acme",
      fields: { severity: "normal" },
    });
    assert.deepEqual(traceText(engine(), request), [
      "product_support.incidents: applies",
      "product_support.incidents.urgent: lost, not severity is urgent: normal",
      "acme_cutover: decided",
    ]);
  });

  it("says when an exception is over, and for whom it was", () => {
    const later = requestOf("incident", "2026-08-29T10:15", { customer: "Acme", fields: { severity: "urgent" } });
    assert.deepEqual(traceText(engine(), later), [
      "product_support.incidents: applies",
      "product_support.incidents.urgent: decided",
      "acme_cutover: lost, only 2026-08-22..2026-08-23",
    ]);
    const nobody = requestOf("incident", "2026-08-22T10:15", { fields: { severity: "normal" } });
    assert.equal(traceText(engine(), nobody).at(-1), "acme_cutover: lost, not customer is Acme: nothing");
  });

  it("says of what depends on a missing field that it is unknown, and gives moments as such", () => {
    const lines = ["by Support", "case u when severity is urgent {", "respond within 1 business hour", "}"].join("\n");
    const text = `agreement a between Sales and Support {\nhandle c: incident when outside office {\n${lines}\n}\n}`;
    const traced = (at: string) => {
      const engine = engineOf(company, text);
      return traceOf(engine, decide(engine, requestOf("incident", at)));
    };
    const [clause, lacking] = traced("2026-08-24T20:00");
    assert.equal(clause?.result, "applies");
    assert.equal(lacking?.result, "unknown");
    assert.ok(lacking?.because?.kind === "condition");
    assert.deepEqual([lacking.because.unknown, lacking.because.found], ["severity", undefined]);
    const [closed] = traced("2026-08-24T10:00");
    assert.ok(closed?.result === "lost" && closed.because?.kind === "condition");
    // 10:00 in Tokyo is 01:00 UTC.
    assert.deepEqual([closed.because.at, closed.because.found], [Date.UTC(2026, 7, 24, 1), undefined]);
  });

  it("says of each verdict line whether it holds, and what is stricter or lies over it", () => {
    const discount = (rate: string, at: string) =>
      traceText(engine(), requestOf("discount", at, { asker: "Sales", customer: "Acme", fields: { rate } }));
    assert.deepEqual(discount("15%", "2026-08-24T10:00"), [
      "product_support.discounts: applies",
      "acme_discount: lost, only 2026-09-01..2026-09-14",
      "product_support.discounts.may: lost, not rate <= 10%: 15%",
      "product_support.discounts.ask: decided",
      "product_support.discounts.never: lost, not rate > 20%: 15%",
    ]);
    assert.deepEqual(discount("25%", "2026-09-10T10:00"), [
      "product_support.discounts: applies",
      "acme_discount: laid over",
      "product_support.discounts.may: lost, not rate <= 10%: 25%",
      "product_support.discounts.ask: lost, not rate <= 20%: 25%",
      "product_support.discounts.never: overridden, overlaid than acme_discount",
      "acme_discount: decided",
    ]);
  });

  it("says who would have to ask, and when the agreement is in force", () => {
    const asked = (asker: string, at: string) => traceText(engine(), requestOf("how_to", at, { asker }));
    assert.deepEqual(asked("Nobody", "2026-08-24T10:00"), [
      "product_support.incidents: lost, only asked by Sales, Support",
    ]);
    assert.deepEqual(asked("Sales", "2026-03-31T23:59"), [
      "product_support.incidents: lost, only 2026-04-01..2027-03-31",
    ]);
  });

  it("names an exception that was written for the request, though the clause that it bends does not apply", () => {
    const typhoon = (dates: string, when: string) =>
      engineOf(
        company,
        `agreement a between Sales and Support {
          handle urgent: incident when severity is urgent {
            by Support
          }
        }
        exception typhoon to a.urgent${when} {
          effective ${dates}
          respond   within 8 business hours
          owner     Mori
          approved  by Ito on 2026-08-18
          reason    "the ferries do not run"
        }`,
      );
    const normal = requestOf("incident", "2026-08-24T10:00", { asker: "Sales", fields: { severity: "normal" } });
    const lost = "a.urgent: lost, not severity is urgent: normal";
    const written = [lost, "typhoon: lost, inside a.urgent"];
    assert.deepEqual(traceText(typhoon("2026-08-24..2026-08-28", " when asker is Sales"), normal), written);
    // One that is over, that is for others, or that says nothing of its own about the request was not meant.
    assert.deepEqual(traceText(typhoon("2026-08-17..2026-08-21", " when asker is Sales"), normal), [lost]);
    assert.deepEqual(traceText(typhoon("2026-08-24..2026-08-28", " when asker is Support"), normal), [lost]);
    assert.deepEqual(traceText(typhoon("2026-08-24..2026-08-28", ""), normal), [lost]);
  });

  it("names what conflicts, is stricter, lies in a case, or lacks its end or approval", () => {
    const more = engineOf(
      company,
      `agreement a between Sales and Support {
        handle first: how_to, incident {
          by Support
          respond within 2 business hours
          case inner when tier is silver {
            respond within 1 business hour
            case innermost when tier is not gold {
              respond within 1 business hour
            }
          }
          case other: incident {
            respond within 1 business hour
          }
        }
        handle second: how_to {
          by Support
          respond within 4 business hours
        }
      }
      exception unapproved to a.first {
        effective 2026-08-01..2026-08-31
        respond within 1 business hour
      }
      exception endless to a.first {
        effective 2026-08-01..
        respond within 1 business hour
        approved by Ito on 2026-08-01
      }`,
    );
    const trace = traceText(more, requestOf("how_to", "2026-08-24T10:00", { customer: "Acme" }));
    assert.deepEqual(trace, [
      "a.first: decided",
      "a.first.inner: lost, not tier is silver: gold",
      "a.first.inner.innermost: lost, inside a.first.inner",
      "a.first.other: lost, kind",
      "endless: no effect, without end",
      "unapproved: no effect, unapproved",
      "a.second: contradicts, later to respond than a.first",
    ]);
  });

  describe("of a conflict", () => {
    // language.md M3: the earliest respond deadline is taken, then resolve, then the name.
    const tracedOf =
      (kind: string) =>
      (...parts: readonly string[]) => {
        const text = `agreement a between Sales and Support {\n${parts[0]}\n}\n${parts.slice(1).join("\n")}`;
        return traceText(engineOf(company, text), requestOf(kind, "2026-08-24T10:00"));
      };
    const traced = tracedOf("how_to");
    const clause = (name: string, ...lines: readonly string[]) =>
      `handle ${name}: how_to, incident {\nby Support\n${lines.join("\n")}\n}`;
    const exception = (name: string, ...lines: readonly string[]) =>
      `exception ${name} to a.alpha {\neffective 2026-08-01..2026-08-31\n${lines.join("\n")}\napproved by Ito on 2026-07-31\n}`;

    const within = (hours: number, days: number) => [
      `respond within ${hours} business hours`,
      `resolve within ${days} business days`,
    ];

    it("says by which target the other came first", () => {
      const both = [clause("alpha", ...within(4, 3)), clause("beta", ...within(4, 2))];
      assert.deepEqual(traced(both.join("\n")), [
        "a.alpha: contradicts, later to resolve than a.beta",
        "a.beta: decided",
      ]);
      const later = [clause("alpha", ...within(4, 2)), clause("beta", ...within(3, 3))];
      assert.deepEqual(traced(later.join("\n")), [
        "a.alpha: contradicts, later to respond than a.beta",
        "a.beta: decided",
      ]);
      const never = ["a.alpha: contradicts, later to respond than a.beta", "a.beta: decided"];
      const [timeless, timed] = [clause("alpha"), clause("beta", ...within(3, 3))];
      assert.deepEqual(traced(`${timeless}\n${timed}`), never);
      assert.deepEqual(traced(`${timed}\n${timeless}`), never.toReversed());
    });

    it("says that the name decided where no deadline does, and that a clause says the same", () => {
      const three = [clause("beta", "via email"), clause("alpha", "via portal"), clause("gamma", "via portal")];
      assert.deepEqual(traced(three.join("\n")), [
        "a.beta: contradicts, by name after a.alpha",
        "a.alpha: decided",
        "a.gamma: agrees, by name after a.alpha",
      ]);
    });

    it("says of two exceptions which one counts, of one that agrees that it is laid over", () => {
      const found = traced(
        clause("alpha", "respond within 4 business hours"),
        exception("slow", "respond within 3 business hours"),
        exception("quick", "respond within 2 business hours"),
        exception("cheap", "surcharge 10%"),
      );
      assert.deepEqual(found, [
        "a.alpha: applies",
        "cheap: laid over",
        "quick: decided",
        "slow: contradicts, later to respond than quick",
      ]);
    });

    it("says of each of several exceptions by what it is later", () => {
      const found = traced(
        clause("alpha"),
        exception("first", ...within(2, 2)),
        exception("second", ...within(2, 3)),
        exception("third", ...within(3, 3)),
      );
      assert.deepEqual(found, [
        "a.alpha: applies",
        "first: decided",
        "second: contradicts, later to resolve than first",
        "third: contradicts, later to respond than first",
      ]);
    });

    it("says of an exception that contradicts only one that lost that it is laid over", () => {
      // `slow` differs from `quick` by when, from `gate` by where; `quick` and `gate` state nothing in common.
      const found = traced(
        clause("alpha"),
        exception("gate", "via portal"),
        exception("quick", "respond within 2 business hours"),
        exception("slow", "respond within 4 business hours", "via email"),
      );
      assert.deepEqual(found, [
        "a.alpha: applies",
        "gate: laid over",
        "quick: decided",
        "slow: contradicts, later to respond than quick",
      ]);
    });

    it("gives no reason where a missing field would tell it, and makes no difference", () => {
      const lines = (hours: number) => `respond within ${hours} business hours`;
      const urgent = `case urgent when severity is urgent {\n${lines(3)}\n}`;
      const traced = tracedOf("incident");
      const two = [clause("alpha", lines(2)), clause("beta", lines(4), urgent)];
      assert.deepEqual(traced(two.join("\n")), ["a.alpha: decided", "a.beta: contradicts"]);
      // A request that is declined is answered by what declines alone, the first by name.
      const declined = [exception("first", 'decline because "1"'), exception("second", 'decline because "2"')];
      assert.deepEqual(traced(clause("alpha", urgent), ...declined), [
        "a.alpha: applies",
        "a.alpha.urgent: unknown, not severity is urgent: nothing",
        "first: decided",
        "second: contradicts",
      ]);
    });
  });

  describe("of a promise", () => {
    const traced = (request: Request, ...lines: readonly string[]) => {
      const text = `agreement a between Sales and Support {\neffective 2026-08-01..2026-08-31\n${lines.join("\n")}\n}`;
      return traceText(engineOf(company, text), request);
    };
    const asked = (rate: string, given: { readonly asker?: string; readonly customer?: string } = {}) =>
      requestOf("discount", "2026-08-24T10:00", { ...given, fields: { rate } });

    it("names the party that would have to ask, or when its agreement is in force", () => {
      const commit = "commit c: discount by Sales {\nmay\n}";
      assert.deepEqual(traced(asked("5%", { asker: "Support" }), commit), ["a.c: lost, only asked by Sales"]);
      const early = requestOf("discount", "2026-07-31T10:00", { asker: "Support", fields: { rate: "5%" } });
      assert.deepEqual(traced(early, commit), ["a.c: lost, only 2026-08-01..2026-08-31"]);
      assert.deepEqual(traced(asked("5%", { asker: "Support" }), "commit c: discount by Nobody {\nmay\n}"), [
        "a.c: lost, only asked by ",
      ]);
    });

    it("names the condition of the clause that fails, and nothing below", () => {
      assert.deepEqual(traced(asked("5%"), "commit c: discount by Sales when rate > 10% {\nmay\n}"), [
        "a.c: lost, not rate > 10%: 5%",
      ]);
    });

    it("names what is stricter, and lets those that say the same apply", () => {
      const lines = ["never when rate > 1%", "ask Support within 1 business day", "may", "never when rate > 2%"];
      assert.deepEqual(traced(asked("5%"), `commit c: discount by Sales {\n${lines.join("\n")}\n}`), [
        "a.c: applies",
        "a.c.never: decided",
        "a.c.ask: overridden, stricter than a.c.never",
        "a.c.may: overridden, stricter than a.c.never",
        "a.c.never: applies",
      ]);
    });

    it("has lines that hold beside one that depends on a missing field", () => {
      const text = "commit c: discount by Sales {\nmay\nnever when rate > 10%\n}";
      assert.deepEqual(traced(requestOf("discount", "2026-08-24T10:00"), text), [
        "a.c: applies",
        "a.c.may: applies",
        "a.c.never: unknown, not rate > 10%: nothing",
      ]);
      const unheld = "commit c: discount by Sales {\nmay\ncase big when rate > 10% {\nnever\n}\n}";
      assert.deepEqual(traced(requestOf("discount", "2026-08-24T10:00"), unheld), [
        "a.c: applies",
        "a.c.big: unknown, not rate > 10%: nothing",
        "a.c.may: applies",
      ]);
    });

    it("tells of cases within cases which hold, and which lie in one that does not", () => {
      const text = `commit c: discount by Sales {
        may
        case g when tier is gold {
          case s when rate > 10% {
            case t when rate > 20% {
              never
            }
            ask Support within 1 business day
          }
        }
      }`;
      const given = { customer: "Acme" };
      const overlays = (rate: string, of = given) => traced(asked(rate, of), text).slice(1, 4);
      assert.deepEqual(overlays("25%"), ["a.c.g: laid over", "a.c.g.s: laid over", "a.c.g.s.t: laid over"]);
      assert.deepEqual(overlays("15%"), [
        "a.c.g: laid over",
        "a.c.g.s: laid over",
        "a.c.g.s.t: lost, not rate > 20%: 15%",
      ]);
      assert.deepEqual(overlays("5%"), [
        "a.c.g: laid over",
        "a.c.g.s: lost, not rate > 10%: 5%",
        "a.c.g.s.t: lost, inside a.c.g.s",
      ]);
      assert.deepEqual(traced(asked("25%"), text).slice(1, 4), [
        "a.c.g: lost, not tier is gold: nothing",
        "a.c.g.s: lost, inside a.c.g",
        "a.c.g.s.t: lost, inside a.c.g.s",
      ]);
    });
  });

  it("leaves a clause that depends on a missing field as one that may apply, and what lies over it", () => {
    const text =
      "agreement a between Sales and Support {\nhandle c: incident {\nby Support\ncase u when severity is urgent {\nrespond within 1 clock hour\n}\ncase x when tier is not gold {\n}\n}\n}";
    assert.deepEqual(traceText(engineOf(company, text), requestOf("incident", "2026-08-24T10:00")), [
      "a.c: applies",
      "a.c.u: unknown, not severity is urgent: nothing",
      "a.c.x: laid over",
    ]);
  });
});
