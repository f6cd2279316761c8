import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { requestKeys } from "../../../server/core/scenarios/requestKeys.ts";
import { findingsIn } from "./examples.ts";

/** The texts that one check finds. */
function found(name: string, text: string): readonly string[] {
  return findingsIn(text)
    .filter((finding) => finding.check.name === name)
    .map(({ place: { item, span } }) => item.text.slice(span.start, span.end));
}

const kind = "request outage { severity: normal | urgent, cost: JPY, note: text, level: low | mid | high }\n";

// language.md M3: a case replaces what it states and keeps the rest.
describe("targets in the wrong order", () => {
  const targets = (respond: string, resolve: string) =>
    found(
      "resolve-before-respond",
      `${kind}agreement a between Sales and Support {
  handle outages: outage {
    by      Support
    respond within ${respond}
    resolve within ${resolve}
  }
}
`,
    );

  it("are found where both count the same", () => {
    assert.deepEqual(targets("4 business hours", "90 business minutes"), ["within 90 business minutes"]);
    assert.deepEqual(targets("90 clock minutes", "1 clock hour"), ["within 1 clock hour"]);
    assert.deepEqual(targets("3 business days", "2 business days"), ["within 2 business days"]);
    assert.deepEqual(targets("2 calendar days before 12:00", "2 calendar days before 09:00"), [
      "within 2 calendar days before 09:00",
    ]);
  });

  it("are not told where that depends on the calendar, or where they meet", () => {
    assert.deepEqual(targets("60 business minutes", "1 business hour"), []);
    assert.deepEqual(targets("8 business hours", "1 business day"), []);
    assert.deepEqual(targets("8 clock hours", "1 business hour"), []);
    assert.deepEqual(targets("2 business days", "2 business days before 12:00"), []);
  });

  it("are found once, in the case or the exception that turns them", () => {
    const text = (more: string) => `${kind}agreement a between Sales and Support {
  handle outages: outage {
    by      Support
    respond within 4 business hours
    resolve within 8 business hours
    case urgent when severity is urgent {
      resolve within 2 business hours
      case dear when cost > 5 JPY {
        via email
      }
    }
  }
}
${more}`;
    assert.deepEqual(found("resolve-before-respond", text("")), ["within 2 business hours"]);
    const exception = `exception e to a.outages.urgent {
  respond within 1 business day
}
exception f to a.outages {
  respond within 9 business hours
}
`;
    assert.deepEqual(found("resolve-before-respond", text(exception)), [
      "within 2 business hours",
      "within 9 business hours",
    ]);
  });
});

describe("a condition that never holds", () => {
  const when = (condition: string, around = "") =>
    found(
      "condition-never-holds",
      `${kind}agreement a between Sales and Support {
  handle outages: outage${around} {
    by Support
    case odd when ${condition} {
      via email
    }
  }
}
`,
    );

  it("asks for two values at once", () => {
    assert.deepEqual(when("severity is urgent and severity is normal"), ["severity is urgent and severity is normal"]);
    assert.equal(when("customer is Acme and not customer is Acme").length, 1);
    assert.equal(when("tier is gold and tier is one of silver, standard").length, 1);
    assert.equal(when("severity is not urgent and severity is not normal").length, 1);
    assert.equal(when('note is "a" and note is "b"').length, 1);
  });

  it("asks for a number between ends that have crossed", () => {
    assert.equal(when("cost > 20 JPY and cost < 10 JPY").length, 1);
    assert.equal(when("cost > 10 JPY and cost <= 10 JPY").length, 1);
    assert.equal(when("cost is 5 JPY and cost > 10 JPY").length, 1);
    assert.equal(when("not (cost <= 20 JPY or cost >= 10 JPY)").length, 1);
    assert.deepEqual(when("cost >= 10 JPY and cost <= 10 JPY"), []);
  });

  it("is told of a part between 'or' alone, and of what stands around it", () => {
    assert.deepEqual(when("severity is urgent or (cost > 20 JPY and cost < 10 JPY)"), [
      "(cost > 20 JPY and cost < 10 JPY)",
    ]);
    assert.deepEqual(when("severity is normal", " when severity is urgent"), ["severity is normal"]);
    assert.deepEqual(when("severity is normal", " when severity is urgent and severity is normal"), [
      "severity is urgent and severity is normal",
    ]);
  });

  it("is not told of what may be: no customer, an asker of two teams, calendars", () => {
    // "No customer" is a value: `is not` is true of it (language.md, Values).
    assert.deepEqual(when("tier is not gold and tier is not silver and tier is not standard"), []);
    assert.deepEqual(when("asker is Sales and asker is Support"), []);
    assert.deepEqual(when("during office and severity is urgent"), []);
    assert.deepEqual(when("level is not low and level is not mid"), []);
    assert.deepEqual(when("severity is urgent or severity is normal"), []);
  });

  it("is found in verdict lines and exceptions", () => {
    const text = `exception odd to product_support.discounts when rate > 20% and rate < 10% {
  never when rate > 5%
}
agreement b between Sales and Support {
  commit outages: outage by Sales {
    may when severity is urgent and severity is normal
  }
}
`;
    assert.deepEqual(found("condition-never-holds", text + kind), [
      "rate > 20% and rate < 10%",
      "severity is urgent and severity is normal",
    ]);
  });
});

describe("texts with nothing in them", () => {
  it("are found in every line that is for people, in all quotes", () => {
    const text = `team Desk {
  title ""
  lead Abe
  reach via email at " "
}
${kind}agreement a between Sales and Support {
  title 「」
  commit outages: outage by Sales {
    may when note is ""
    never when severity is urgent because ""
  }
}
`;
    assert.deepEqual(found("empty-text", text), ['""', '" "', "「」", '""']);
  });
});

describe("an exception's own dates", () => {
  const dated = (lines: string) => `exception rush to product_support.incidents {
  effective 2026-08-24..2026-09-04
  ${lines}
  owner     Mori
  reason    "x"
}
`;

  it("are those on which its open and closed lines count", () => {
    const found314 = (lines: string) => found("opens-outside-effective", dated(lines));
    assert.deepEqual(found314("open 2026-08-23 09:00-10:00"), ["open 2026-08-23 09:00-10:00"]);
    assert.deepEqual(found314("closed 2026-09-04..2026-09-05"), ["closed 2026-09-04..2026-09-05"]);
    assert.deepEqual(found314("open 2026-08-24..2026-09-04"), []);
    assert.deepEqual(found314("open Sat..Sun 09:00-10:00"), []);
  });

  it("begin when it is approved, at the earliest", () => {
    const late = dated("approved by Ito on 2026-08-24").replace("2026-08-24..", "2026-08-23..");
    assert.deepEqual(found("approved-too-late", late), ["by Ito on 2026-08-24"]);
    assert.deepEqual(found("approved-too-late", dated("approved by Ito on 2026-08-24")), []);
  });

  it("are told in the message", () => {
    const [finding] = findingsIn(dated("open 2026-08-23 09:00-10:00")).filter(({ check }) => check.code === "SLA314");
    assert.ok(finding);
    assert.match(messageOf(finding, "en"), /speaks of 2026-08-23, but 'rush' is in force 2026-08-24\.\.2026-09-04/);
  });
});

describe("words that count", () => {
  const target = (text: string) => `request outage { delay: business days }
agreement a between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within ${text}
    case late when delay > 1 calendar day {
      via portal
    }
  }
}
`;
  const fixes = (text: string) => findingsIn(text).flatMap((finding) => finding.fixes.map(({ title }) => title.en));

  it("are singular for one, whatever they repair", () => {
    assert.deepEqual(fixes(target("1 clock days")), [
      "Write 1 business day",
      "Write 1 calendar day",
      "Write 1 business day",
    ]);
    assert.deepEqual(fixes(target("2 clock days")).slice(0, 2), ["Write 2 business days", "Write 2 calendar days"]);
  });

  it("repair no time into another that no clock shows", () => {
    const text = "calendar odd in Asia/Tokyo {\n  open Mon 9:60-18:00\n}\nteam T {\n  lead A\n  hours odd\n}\n";
    const found206 = findingsIn(text).filter(({ check }) => check.code === "SLA206" || check.code === "SLA006");
    assert.deepEqual(
      found206.map((finding) => messageOf(finding, "en").slice(0, 25)),
      ["No clock shows 9:60 here,"],
    );
    assert.deepEqual(fixes(text), []);
  });

  it("need no article before a kind's name", () => {
    const text = `agreement more between Sales and Support {
  handle questions: incident {
    by Support
  }
}
`;
    const [conflict] = findingsIn(text).filter(({ check }) => check.code === "SLA504");
    assert.match(conflict ? messageOf(conflict, "en") : "", /for incident \(/);
  });
});

describe("the name of a field", () => {
  it("is none that is given with every request", () => {
    for (const { key } of requestKeys)
      assert.deepEqual(found("ambiguous-name", `request order {\n  item: text\n  \`${key}\`: date\n}\n`), [
        `\`${key}\``,
      ]);
    assert.deepEqual(found("ambiguous-name", "request order { item: text, kinds: new | old }\n"), []);
  });
});

describe("the example of a finding", () => {
  const told = (zone: string) => {
    const agreement = (name: string, condition: string, where: string) =>
      `agreement ${name} between Sales and Support${where} {
  effective 2026-04-01..2027-03-31
  handle all: outage when ${condition} {
    by  Support
    via email
  }
}
`;
    const text =
      kind + agreement("first", "severity is urgent", "") + agreement("second", "severity is normal", ` in ${zone}`);
    return findingsIn(text)
      .filter(({ check }) => check.name === "unhandled-request")
      .map((finding) => messageOf(finding, "en"));
  };

  it("names the zone of its time where dates are read by several clocks", () => {
    const [first, ...others] = told("America/New_York");
    assert.match(first ?? "", / \d\d:\d\d \((Asia\/Tokyo|America\/New_York)\)\. /);
    assert.equal(others.length > 0, true);
    assert.deepEqual(told("Asia/Tokyo"), []);
  });
});

describe("a cut-off around a target in clock time", () => {
  const clause = (above: string, inside: string) => `request outage {
  grade: low | high
}
agreement a between Sales and Support {
  handle x: outage {
    by Support
    ${above}
    respond within 4 business hours
    case high when grade is high {
      ${inside}
    }
  }
}
`;

  it("is told where the target is of a case or an exception, and the cut-off kept from around it", () => {
    const target = "respond within 30 clock minutes";
    assert.deepEqual(found("cutoff-delays-clock", clause("cutoff 15:00", target)), ["within 30 clock minutes"]);
    assert.deepEqual(found("cutoff-delays-clock", clause("cutoff 15:00", "resolve within 2 clock hours")), [
      "within 2 clock hours",
    ]);
    const exception =
      'exception e to a.x {\n  effective 2026-08-24..2026-09-04\n  respond within 1 clock hour\n  owner Mori\n  approved by Ito on 2026-08-18\n  reason "moving"\n}\n';
    assert.deepEqual(found("cutoff-delays-clock", clause("cutoff 15:00", "via phone") + exception), [
      "within 1 clock hour",
    ]);
  });

  it("is fine where both are meant together, where there is none, and for business time", () => {
    assert.deepEqual(found("cutoff-delays-clock", clause("cutoff 15:00", "respond within 1 business hour")), []);
    assert.deepEqual(found("cutoff-delays-clock", clause("via phone", "respond within 1 clock hour")), []);
    assert.deepEqual(
      found("cutoff-delays-clock", clause("cutoff 15:00", "cutoff 16:00\n      respond within 1 clock hour")),
      [],
    );
  });
});
