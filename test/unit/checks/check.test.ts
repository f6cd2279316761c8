import assert from "node:assert/strict";
import { allChecks } from "../../../server/core/checks/all.ts";
import { catalogue, checkNamed, explain, messageOf } from "../../../server/core/checks/catalogue.ts";
import { check } from "../../../server/core/checks/check.ts";
import { link } from "../../../server/core/model/link.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { dayOf } from "../../../server/core/time/date.ts";
import { exampleContext, findingsIn, repaired } from "./examples.ts";

/** The codes found in an example, in order. */
function codes(text: string, context = exampleContext): string {
  return findingsIn(text, context)
    .map((finding) => finding.check.code)
    .join(" ");
}

/** English messages of one check in an example. */
function messages(name: string, text: string): readonly string[] {
  return findingsIn(text)
    .filter((finding) => finding.check.name === name)
    .map((finding) => messageOf(finding, "en"));
}

function withoutHeadings(page: string): string {
  return page.replace(/^#+ .*$/gm, "");
}

const outage = `request outage { severity: normal | urgent }
agreement support between Sales and Support {
  handle outages: outage {
    by  Support
    via email
`;

describe("a name that nothing declares", () => {
  it("is the team's where 'duty of' stands before one: whoever is on duty does what the team does", () => {
    const text = `${outage.replace("by  Support", "by  duty of Support")}  }\n}\n`;
    const [finding, ...others] = findingsIn(text).filter(({ check }) => check.name === "unknown-name");
    assert.ok(finding?.fixes[0] && others.length === 0);
    assert.match(messageOf(finding, "en"), /Whoever is on duty does what is the team's to do: write 'Support'\.$/);
    assert.match(repaired(text, finding.fixes[0]), /^ {4}by {2}Support$/m);
  });
});

describe("check", () => {
  it("orders findings by file, by offset and by code", () => {
    const files = ["b.sla", "a.sla"].map((path) => ({
      path,
      syntax: parse("calendar late in Tokio {\n}\nteam Logistics {\n  hours none\n  lead\n}\n"),
    }));
    const model = link(files);
    const found = check(model, exampleContext);
    const places = found.all.map(({ check: { code }, place: { item, span } }) => {
      const origin = model.origin(item);
      return `${origin?.path} ${(origin?.offset ?? 0) + span.start} ${code}`;
    });
    const expected = [...places].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    assert.deepEqual(places, expected);
    assert.deepEqual([...found.byPath.keys()], ["a.sla", "b.sla"]);
    assert.deepEqual(
      [...found.byPath.values()].map((findings) => findings.length > 0),
      [true, true],
    );
  });

  it("gives checks the severity of the settings, and leaves out what is off", () => {
    const text = "calendar late in Tokio {\n  open Mon 10:00-12:00, 10:00-10:00\n}\n";
    assert.equal(codes(text), "SLA501 SLA213 SLA208");
    const severities = { "unknown-zone": "hint", "empty-time-range": "off", "no-such-check": "error" } as const;
    const found = findingsIn(text, { ...exampleContext, severities });
    assert.deepEqual(
      found.map(({ check: { name }, severity }) => [name, severity]),
      [
        ["unused-declaration", "hint"],
        ["unknown-zone", "hint"],
      ],
    );
  });

  it("takes names such as toString for nothing but names", () => {
    assert.equal(codes("team constructor {\n  lead toString\n  members hasOwnProperty\n}\n"), "");
  });

  it("finds nothing in nothing", () => {
    assert.deepEqual(check(link([]), exampleContext).all, []);
    assert.equal(codes(""), "");
  });
});

describe("what is found", () => {
  it("names what may stand where something cannot", () => {
    const [message] = messages("syntax-error", `${outage}    within 3 business days\n  }\n}\n`);
    assert.match(message ?? "", /^'within' |No line here can begin with 'within'/);
    assert.match(message ?? "", /'respond'/);
  });

  it("says an end that is missing in an exception once", () => {
    const text = `exception rush to product_support.incidents {
  effective 2026-08-24..
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "moving"
}
`;
    assert.equal(codes(text), "SLA303");
    assert.equal(codes(text.replace("  effective 2026-08-24..\n", "")), "SLA303");
  });

  it("adds a line where the one to mend is missing, whatever the body looks like", () => {
    const adding = (text: string) => {
      const fix = findingsIn(text).flatMap(({ fixes }) => fixes)[0];
      return fix && repaired(text, fix);
    };
    const head = "exception rush to product_support.incidents";
    // The example's today is 2026-08-24, and 14 days from then end on 2026-09-06.
    const line = "  effective 2026-08-24..2026-09-06";
    assert.equal(adding(`${head} {\n}\n`), `${head} {\n${line}\n}\n`);
    assert.equal(adding(`${head} {}\n`), `${head} {\n${line}\n}\n`);
    assert.equal(adding(`${head} { owner Mori }`), `${head} { owner Mori\n${line}\n}`);
  });

  it("says nothing of an approval, an owner or an end that is there but broken", () => {
    const text = `exception rush to product_support.incidents {
  effective 2026-08-32..2026-09-01
  respond   within 2 business hours
  owner     Nobody
  approved  by Nobody on 2026-08-18
  reason
}
`;
    assert.equal(codes(text), "SLA205 SLA310 SLA101 SLA106");
  });

  it("tells an unknown value once, and not also that its case decides nothing", () => {
    const text = `${outage}    respond within 4 business hours
    case soon: outage when severity is urgnt {
      respond within 1 business hour
    }
  }
}
`;
    assert.equal(messages("unknown-name", text).length, 1);
    assert.deepEqual(messages("unreachable-clause", text), []);
  });

  it("announces the end of an exception from a week before to its last day, and lists it as over from the next", () => {
    const text = `exception rush to product_support.incidents {
  effective 2026-08-24..2026-09-06
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "moving"
}
`;
    const on = (month: number, day: number) => codes(text, { ...exampleContext, today: dayOf(2026, month, day) });
    assert.equal(on(8, 23), "");
    assert.equal(on(8, 29), "");
    assert.equal(on(8, 30), "SLA309");
    assert.equal(on(9, 6), "SLA309");
    assert.equal(on(9, 7), "SLA308");
  });

  it("lets an exception last for the limit, both ends counted", () => {
    const lasting = (last: string) => `exception rush to product_support.incidents {
  effective 2026-08-24..${last}
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "moving"
}
`;
    // 08-24 to 08-31 are 8 days, and 6 more make 14.
    assert.equal(codes(lasting("2026-09-06")), "");
    assert.equal(codes(lasting("2026-09-07")), "SLA307");
    const limits = { ...exampleContext.limits, longestException: 15 };
    assert.equal(codes(lasting("2026-09-07"), { ...exampleContext, limits }), "");
  });

  it("counts a team of one as a single person, but nobody for whom a deputy or the lead stands in (language.md M4)", () => {
    const by = (who: string) => `request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by  ${who}
    via email
  }
}
`;
    assert.equal(codes(by("Support")), "");
    assert.equal(codes(by("Kudo")), "");
    assert.equal(codes(by("lead of Support")), "");
    assert.equal(codes(by("Ito")), "");
    const alone = 'team Alone {\n  lead Ueda\n  reach via email at "ueda@example.co.jp"\n}\n';
    assert.equal(codes(alone + by("Alone")), "SLA401");
    assert.equal(codes(alone.replace("lead Ueda", "lead Ueda\n  members Noda") + by("all of Alone")), "");
  });

  it("knows a circle in the ladder of a case that only restates a rung", () => {
    const text = `${outage}    escalate after 2 business hours to lead of Support
    case urgent when severity is urgent {
      escalate after 30 business minutes to lead of Support
      escalate after 1 business hour to lead of Sales
      escalate after 2 business hours to Ito
    }
  }
}
`;
    assert.equal(codes(text), "SLA406");
  });

  it("reads an absence without an overlap of the deputy's as fine, and one that is over as past", () => {
    const text = (absence: string) => `team Logistics {
  lead    Ueda
  members Noda, Oka
  deputy  Noda for Ueda
  away    Ueda 2026-08-10..2026-09-04
  away    Noda ${absence}
}
`;
    assert.equal(codes(text("2026-08-10..2026-08-23")), "");
    assert.equal(codes(text("2026-08-10..2026-08-24")), "SLA403");
    assert.equal(codes(text("2026-09-05..2026-09-06")), "");
    const second = text("2026-08-10..2026-08-24").replace("for Ueda\n", "for Ueda\n  deputy  Oka for Ueda\n");
    assert.equal(codes(second), "");
  });

  it("takes clauses that cannot meet for no conflict", () => {
    const two = (one: string, other: string) => `request outage { severity: normal | urgent, cost: JPY }
agreement support between Sales and Support {
  handle first: outage${one} {
    by  Support
    via email
  }
  handle second: outage${other} {
    by  Support
    via portal
  }
}
`;
    assert.equal(codes(two("", "")), "SLA504");
    assert.equal(codes(two(" when severity is normal", " when severity is urgent")), "");
    assert.equal(codes(two(" when severity is normal", " when severity is not normal")), "");
    assert.equal(codes(two(" when severity is normal", " when severity is not urgent")), "SLA701 SLA504");
    assert.equal(codes(two(" when severity is normal", " when tier is gold")), "SLA701 SLA504");
    assert.equal(codes(two(" when cost <= 1000 JPY", " when cost > 1000 JPY")), "");
    assert.equal(codes(two(" when cost <= 1000 JPY", " when cost >= 1000 JPY")), "SLA504");
    assert.equal(codes(two(" when cost <= 1000 JPY", " when severity is normal or cost > 5 JPY")), "SLA504");
  });

  it("takes agreements that are in force at different times for no conflict", () => {
    const year = (name: string, dates: string, channel: string) => `agreement ${name} between Sales and Support {
  effective ${dates}
  handle outages: outage {
    by  Support
    via ${channel}
  }
}
`;
    const kind = "request outage\n";
    const first = year("early", "2026-04-01..2026-09-30", "email");
    assert.equal(codes(kind + first + year("late", "2026-09-01..2027-03-31", "portal")), "SLA302 SLA504");
    assert.equal(codes(kind + first + year("late", "2026-10-01..2027-03-31", "portal")), "SLA302");
  });

  it("knows a calendar that closures leave nothing of, and one that opens once a year", () => {
    const lines = (...rules: string[]) =>
      `calendar odd in Asia/Tokyo {\n  ${rules.join("\n  ")}\n}\nteam T { lead A\n hours odd\n}\n`;
    assert.equal(codes(lines("closed Sun")), "SLA212");
    assert.equal(codes(lines("open during office", "closed Mon..Fri")), "SLA212");
    assert.equal(codes(lines("open 02-29 09:00-10:00")), "");
    assert.equal(codes(lines("open 2026-08-23 09:00-10:00")), "SLA212");
    assert.equal(codes(lines("open 2026-08-25 09:00-10:00")), "");
    assert.equal(codes(lines("open Mon 09:00-10:00", "closed 01-01..12-31")), "SLA212");
  });

  it("looks at who is asked in the cases of cases", () => {
    const text = `team Rovers {
  lead Pat
}
request rebate { rate: percent }
agreement rebates between Sales and Rovers {
  commit rebates: rebate by Sales {
    never
    case gold when tier is gold {
      case small when rate < 5% {
        ask Rovers within 1 business day
      }
    }
  }
}
`;
    assert.equal(messages("missing-hours", text).length, 1);
  });
});

describe("what newcomers write", () => {
  const team = (line: string) => `team Logistics {\n  ${line}\n  hours office\n}\n`;
  const repairedOnce = (text: string) => {
    const [finding] = findingsIn(text).filter(({ fixes }) => fixes.length > 0);
    return finding?.fixes[0] && repaired(text, finding.fixes[0]);
  };

  it("is told what a line of holidays lacks, and the country of a Japanese name", () => {
    const calendar = (line: string) => `calendar shop in Asia/Tokyo {\n  open   Mon..Fri 09:00-18:00\n  ${line}\n}\n`;
    assert.match(
      messages("missing-part", calendar("closed holidays"))[0] ?? "",
      /like this: closed holidays of Japan$/,
    );
    const named = calendar("closed holidays of 日本");
    assert.match(messages("unknown-holiday-region", named)[0] ?? "", /Did you mean Japan\?$/);
    const [finding] = findingsIn(named).filter(({ check }) => check.name === "unknown-holiday-region");
    assert.equal(finding?.fixes[0] && repaired(named, finding.fixes[0]), calendar("closed holidays of Japan"));
  });

  it("is told that a colon makes a property word a name, and repaired by leaving it out", () => {
    for (const colon of [": ", " : ", "： "]) {
      const text = team(`lead${colon}Ueda`);
      assert.match(messages("syntax-error", text)[0] ?? "", /^With a ':' after it 'lead' is a name/);
      assert.match(repairedOnce(text) ?? "", /^ {2}lead +Ueda$/m);
    }
    assert.match(messages("syntax-error", team("leed: Ueda"))[0] ?? "", /No line here can begin with 'leed'/);
  });

  it("is told the agreement of a clause that is named without one, where only one has it", () => {
    const bent = (base: string) => `exception rush to ${base} {\n  reason "x"\n}\n`;
    const clause = `${outage}  }\n}\n`;
    assert.match(messages("unknown-name", clause + bent("outages"))[0] ?? "", /Did you mean 'support\.outages'\?$/);
    assert.match(repairedOnce(clause + bent("outages")) ?? "", /exception rush to support\.outages \{/);
    const twice =
      clause + clause.replace("request outage { severity: normal | urgent }\n", "").replace("support", "other");
    assert.doesNotMatch(messages("unknown-name", twice + bent("outages"))[0] ?? "", /Did you mean/);
  });

  it("is told which unit or currency a word after a number is, where it can be one only", () => {
    const order = (line: string) =>
      `request order { price: JPY }\nagreement a between Sales and Support {\n  effective 2026-04-01..2027-03-31\n  commit c: order by Sales {\n    ${line}\n  }\n}\n`;
    const fixed = (line: string) => {
      const text = order(line);
      const fix = findingsIn(text).find(({ check, fixes }) => check.name === "syntax-error" && fixes.length > 0)
        ?.fixes[0];
      return fix && /^ {4}(.*)$/m.exec(repaired(text, fix))?.[1];
    };
    assert.equal(fixed("may when price <= 1000 yen"), "may when price <= 1000 JPY");
    assert.equal(fixed("ask Support within 3営業日"), "ask Support within 3 business days");
    // Amounts in yen are read, so that no line with one is lost.
    for (const amount of ["30000円", "3万円"]) assert.equal(fixed(`may when price <= ${amount}`), undefined);
    assert.match(messages("slip-of-the-pen", order("may when price <= 3万円"))[0] ?? "", /is read as '30_000 JPY'/);
  });

  it("finds a field in other words for a type as it was meant, without a word on what compares with it", () => {
    const order = (type: string) =>
      `request order { price: ${type} }\nagreement a between Sales and Support {\n  effective 2026-04-01..2027-03-31\n  commit c: order by Sales {\n    may when price <= 1_000 JPY\n    never when price > 1_000 JPY\n  }\n}\n`;
    assert.equal(codes(order("円")), "SLA124");
    // What cannot be read is also told not to be decided.
    assert.equal(codes(order("万円")), "SLA109 SLA720");
    assert.match(messages("single-value", order("万円"))[0] ?? "", /written in full: 30_000 JPY\.$/);
  });

  it("is not told to write a Japanese name for another", () => {
    const text = "team Logistics {\n  lead  佐藤\n  members 森\n  hours office\n  deputy 工藤 for 佐藤\n}\n";
    assert.match(messages("unknown-name", text)[0] ?? "", /Declare it, or correct the name\.$/);
  });
});

describe("the catalogue", () => {
  it("has every check with its documentation", () => {
    for (const locale of ["en", "ja"] as const) {
      const page = catalogue(locale);
      for (const each of allChecks) assert.ok(page.includes(explain(each, locale)), each.code);
      assert.equal(withoutHeadings(page).includes("undefined"), false);
    }
  });

  it("says in Japanese what each finds and why", () => {
    for (const each of allChecks) {
      const page = explain(each, "ja");
      assert.match(page, /^## SLA\d+ .*\n\n\*(?:エラー|警告|情報|ヒント)\*\n/, each.code);
      assert.match(page, /^### 悪い例$/m, each.code);
      const prose = page.replace(/^## .*$|^```sla[\s\S]*?^```$|`[^`\n]*`|「[^」\n]*」|\{\w+\}/gm, "");
      assert.doesNotMatch(prose, /[a-z]+ [a-z]+/i, each.code);
    }
  });

  it("shows no message that says nothing before it is filled in", () => {
    assert.doesNotMatch(catalogue("en"), /^> (?:\{\w+\})+$/m);
  });

  it("finds a check by its code or name, in any letter case", () => {
    assert.equal(checkNamed("sla102")?.name, "duplicate-name");
    assert.equal(checkNamed(" Duplicate-Name ")?.code, "SLA102");
    assert.equal(checkNamed("SLA999"), undefined);
  });
});
