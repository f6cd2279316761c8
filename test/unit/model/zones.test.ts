import assert from "node:assert/strict";
import { calendarLines, calendarSpecOf, zoneOfAgreement, zonesOfParties } from "../../../server/core/model/zones.ts";
import type { CalendarSpec } from "../../../server/core/time/spec.ts";
import { modelOf } from "../../harness/models.ts";

/** A calendar as `name(of what it is made, in order)`. */
function made(spec: CalendarSpec | undefined): string {
  const parts = spec?.lines.map(({ days }) =>
    days.kind === "during" ? days.calendars.map(made).join("+") : days.kind,
  );
  return spec ? `${spec.name}(${parts?.join() ?? ""})` : "";
}

describe("calendars made of calendars", () => {
  it("have the others in place, whatever the order of the declarations", () => {
    const model = modelOf(`calendar desk in UTC {
  open   during office, lab
  closed during moving
  rest   Sun
}
calendar lab in UTC {
  open during office
}
calendar office in Asia/Tokyo {
  open Mon 09:00-12:00
}
calendar moving in UTC {
  open 2026-10-01
}`);
    assert.equal(made(calendarSpecOf(model, "desk")), "desk(office(weekdays)+lab(office(weekdays)),moving(dates))");
    assert.deepEqual(calendarSpecOf(model, "office"), {
      name: "office",
      zone: "Asia/Tokyo",
      lines: [{ effect: "open", days: { kind: "weekdays", mask: 1 }, times: [{ from: 540, to: 720 }] }],
      rest: 0,
    });
    assert.equal(calendarSpecOf(model, "nowhere"), undefined);
  });

  it("leave out the one use that closes a circle", () => {
    const model = modelOf(`calendar a in UTC {
  open during b, c
}
calendar b in UTC {
  open during a
  open Mon
}
calendar c in UTC {
  open Tue
}`);
    assert.equal(made(calendarSpecOf(model, "a")), "a(b(weekdays)+c(weekdays))");
    assert.equal(made(calendarSpecOf(model, "b")), "b(weekdays)");
  });

  it("go fifty deep and no deeper, however many there are", () => {
    const calendars = Array.from({ length: 3_000 }, (_, n) => `calendar c${n} in UTC {\n open during c${n + 1}\n}\n`);
    const model = modelOf(`${calendars.join("")}calendar c3000 in UTC {\n open Mon\n}\n`);
    const depth = (spec: CalendarSpec | undefined): number => {
      const inner = spec?.lines[0]?.days;
      return inner?.kind === "during" ? 1 + depth(inner.calendars[0]) : 1;
    };
    // The last is at depth 1; the one at depth 50 is not used by the one before it, which begins anew.
    assert.equal(depth(calendarSpecOf(model, "c3000")), 1);
    assert.equal(depth(calendarSpecOf(model, "c2951")), 50);
    assert.deepEqual(calendarSpecOf(model, "c2950")?.lines, []);
  });

  it("become lines that an exception lays over", () => {
    const model = modelOf(
      "calendar a in UTC {\n open Mon\n}\nexception e to x.y {\n open during a\n closed 2026-10-01 09:00-12:00\n}",
    );
    const lines = calendarLines(model, model.exceptions.get("e")?.open ?? []);
    assert.deepEqual(
      lines.map((line) => `${line.effect} ${line.days.kind} ${line.times.length}`),
      ["open during 0", "closed dates 1"],
    );
  });
});

describe("the zone of an agreement", () => {
  const text = (zone: string, hours: string) => `calendar tokyo in Asia/Tokyo {
}
calendar berlin in Europe/Berlin {
}
team A {
  hours tokyo
}
team B {
  hours ${hours}
}
team C {
}
agreement a between A and B, C ${zone} {
}`;
  const zoneOf = (zone: string, hours: string) => {
    const model = modelOf(text(zone, hours));
    const agreement = model.agreements.get("a") ?? assert.fail();
    return [zoneOfAgreement(model, agreement), zonesOfParties(model, agreement).join()];
  };

  it("is the one written after in", () => assert.equal(zoneOf("in Asia/Seoul", "berlin")[0], "Asia/Seoul"));

  it("is that of the parties' hours where they agree", () =>
    assert.deepEqual(zoneOf("", "tokyo"), ["Asia/Tokyo", "Asia/Tokyo"]));

  it("is not known where they differ", () =>
    assert.deepEqual(zoneOf("", "berlin"), [undefined, "Asia/Tokyo,Europe/Berlin"]));

  it("is that of all calendars where no party has hours", () => {
    const without = (calendars: string) => {
      const model = modelOf(`${calendars}team A {\n}\nteam B {\n}\nagreement a between A and B {\n}`);
      return zoneOfAgreement(model, model.agreements.get("a") ?? assert.fail());
    };
    const [tokyo, desk, berlin] = ["tokyo in Asia/Tokyo", "desk in Asia/Tokyo", "berlin in Europe/Berlin"].map(
      (calendar) => `calendar ${calendar} {\n}\n`,
    );
    assert.deepEqual(
      [without(`${tokyo}${desk}`), without(`${tokyo}${berlin}`), without("")],
      ["Asia/Tokyo", undefined, undefined],
    );
  });
});
