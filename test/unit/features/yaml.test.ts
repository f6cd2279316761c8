import assert from "node:assert/strict";
import { allChecks } from "../../../server/core/checks/all.ts";
import type { Locale } from "../../../server/core/checks/message.ts";
import { type Completion, completionsAt } from "../../../server/core/features/completion/completion.ts";
import { yamlCompletionsAt } from "../../../server/core/features/yaml/completion.ts";
import { yamlHoverAt } from "../../../server/core/features/yaml/hover.ts";
import { expectKeys } from "../../../server/core/scenarios/expectKeys.ts";
import { requestKeys } from "../../../server/core/scenarios/requestKeys.ts";
import { Snapshot } from "../../../server/core/workspace/snapshot.ts";
import { oneHoliday, testDay, testNow } from "../../harness/features.ts";
import { random } from "../../harness/random.ts";

const desk = `
calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-17:00
  closed holidays of Germany
}
channel email, phone
team Sales {
  lead    Sato
  members Mori
}
/// They answer everything.
team 窓口 {
  title "Help desk"
  lead  Ito
  hours office
}
customer Acme {
  owner Mori
}
customer \`Aoba: west\` {
  owner Mori
}
/// Something is broken.
request incident {
  /// How bad it is.
  severity: normal | urgent
  cost:     JPY
}
request discount { rate: percent }
request order
agreement desk between Sales and 窓口 {
  handle incidents: incident {
    by 窓口
    case urgent when severity is urgent and customer is Acme {
      respond within 1 business hour
    }
  }
  handle orders: order {
    by   窓口
    step draft by Sales within 4 business hours
    step send by 窓口 at next 15:00
  }
  commit discounts: discount by Sales {
    never when rate > 20%
  }
}
`;

interface Asked {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly offset: number;
}

function asked(marked: string, path = "a.scenarios.yaml"): Asked {
  const offset = marked.indexOf("$0");
  const files = new Map([
    ["desk.sla", desk],
    [path, marked.replace("$0", "")],
  ]);
  return { snapshot: Snapshot.of(files, { today: testDay, holidays: oneHoliday }), path, offset };
}

function offered(marked: string, path?: string, locale: Locale = "en"): readonly Completion[] {
  const { snapshot, path: file, offset } = asked(marked, path);
  return yamlCompletionsAt(snapshot, file, offset, locale).list;
}

function labels(marked: string, path?: string): readonly string[] {
  return offered(marked, path).map(({ label }) => label);
}

/** The text once the completion with this label is taken. */
function taken(marked: string, label: string): string {
  const { snapshot, path, offset } = asked(marked);
  const { replaced, list } = yamlCompletionsAt(snapshot, path, offset, "en");
  const chosen = list.find((each) => each.label === label);
  assert.ok(chosen, `${label} is not among ${list.map((each) => each.label).join(", ")}`);
  const text = snapshot.text(path) ?? "";
  return text.slice(0, replaced.start) + chosen.newText + text.slice(replaced.end);
}

const request = "scenarios:\n  - name: a\n    request: ";

describe("completion of keys in scenario files", () => {
  it("offers the keys of the file, of a scenario and of defaults", () => {
    assert.deepEqual(labels("$0"), ["defaults", "scenarios"]);
    assert.deepEqual(labels("defaults: { asker: Sales }\n$0"), ["scenarios"]);
    assert.deepEqual(labels("scenarios:\n  - $0"), ["name", "request", "expect", "matrix", "zone", "skip", "focus"]);
    assert.deepEqual(labels("scenarios:\n  - name: a\n    re$0\n    expect:\n"), [
      "request",
      "matrix",
      "zone",
      "skip",
      "focus",
    ]);
    assert.deepEqual(
      labels("defaults:\n  $0\nscenarios: []"),
      requestKeys.map(({ key }) => key),
    );
  });

  it("offers the fields of the request's kind beside the keys of all requests, and not those that are there", () => {
    const all = requestKeys.map(({ key }): string => key);
    const without = (...keys: readonly string[]) => all.filter((key) => !keys.includes(key));
    assert.deepEqual(labels(`${request}{ kind: incident, $0 }`), [...without("kind"), "severity", "cost"]);
    assert.deepEqual(labels(`${request}\n      kind: discount\n      $0\n    expect: { commitment: may }`), [
      ...without("kind"),
      "rate",
    ]);
    assert.deepEqual(labels(`defaults: { kind: discount }\n${request}{ at: 2026-08-24T10:00, $0`), [
      ...without("at"),
      "rate",
    ]);
    assert.deepEqual(labels(`${request}{ $0`), all);
  });

  it("offers the keys of expect, those with an argument for each name that there is", () => {
    const found = labels(`${request}{ kind: incident }\n    expect:\n      $0`);
    for (const { key } of expectKeys) assert.ok(found.includes(key), key);
    for (const key of ["commitment", "commitment discount", "needs normal", "needs urgent", "lost"])
      assert.ok(found.includes(key), key);
    for (const key of ["step draft", "step send"]) assert.ok(found.includes(key), key);
    assert.ok(!found.includes("commitment incident"), "no commit clause is about incidents");
    const inNeeds = labels(`${request}{ kind: incident }\n    expect: { needs urgent: { $0 } }`);
    assert.ok(inNeeds.includes("respond by"));
    assert.deepEqual(labels(`${request}{ kind: order }\n    expect: { step draft: { $0`), [
      "by",
      "start",
      "end",
      "skipped",
    ]);
    assert.deepEqual(labels(`${request}{ kind: incident }\n    expect: { lost: { $0`), [
      "desk.incidents",
      "desk.incidents.urgent",
      "desk.orders",
      "desk.discounts",
      "desk.discounts.never",
    ]);
  });

  it("offers the columns of a matrix", () => {
    const found = labels(`${request}{ kind: discount }\n    matrix: { request.$0`);
    for (const key of ["request.rate", "request.at", "expect.commitment", "expect.respond by"])
      assert.ok(found.includes(key), key);
    assert.deepEqual(labels(`${request}{ kind: incident }\n    matrix: { request.severity: [$0] }`), [
      "normal",
      "urgent",
    ]);
  });

  it("writes a colon after a key, unless there is one, and no space before a mapping", () => {
    assert.equal(taken("scenarios:\n  - na$0", "name"), "scenarios:\n  - name: ");
    assert.equal(taken("scenarios:\n  - name: a\n    exp$0", "expect"), "scenarios:\n  - name: a\n    expect:");
    assert.equal(taken("scenarios:\n  - na$0: a", "name"), "scenarios:\n  - name: a");
  });

  it("explains keys in the reader's language", () => {
    const [first] = offered("scenarios:\n  - $0", undefined, "ja");
    assert.equal(first?.doc, "シナリオの内容。テストの結果に示される。");
    const severity = offered(`${request}{ kind: incident, $0 }`).find(({ label }) => label === "severity");
    assert.equal(severity?.doc, "How bad it is.");
  });
});

describe("completion of values in scenario files", () => {
  for (const [marked, ...wanted] of [
    [`${request}{ kind: $0`, "incident", "discount", "order"],
    [`${request}{ kind: incident, severity: $0 }`, "normal", "urgent"],
    [`${request}{ kind: incident, severity: "u$0" }`, "normal", "urgent"],
    [`${request}{ kind: incident, channel: $0`, "email", "phone", "none"],
    [`${request}{ kind: incident, customer: $0`, "Acme", "Aoba: west", "none"],
    [`${request}{ kind: incident, asker: $0`, "Sales", "窓口", "Sato", "Mori", "Ito", "none"],
    [`${request}{ kind: incident, at: $0`, "2026-08-24T10:00"],
    [`${request}{ kind: incident, cost: $0`, "10_000 JPY"],
    [`defaults: { asker: S$0`, "Sales", "窓口", "Sato", "Mori", "Ito", "none"],
    [`${request}{ kind: incident }\n    expect: { commitment: $0`, "may", "ask", "never", "silent", "none"],
    [`${request}{ kind: incident }\n    expect: { provisional: $0`, "yes", "no"],
    [`${request}{ kind: incident }\n    expect: { needs: $0`, "severity", "cost"],
    [`${request}{ kind: incident }\n    expect:\n      redirect: [email, $0]`, "email", "phone", "none"],
    [`${request}{ kind: incident }\n    expect:\n      redirect:\n        - $0`, "email", "phone", "none"],
    [
      `${request}{ kind: incident }\n    expect:\n      decided by: $0`,
      "desk.incidents",
      "desk.incidents.urgent",
      "desk.orders",
      "desk.discounts",
      "desk.discounts.never",
      "none",
    ],
    [
      `${request}{ kind: incident }\n    expect: { lost: { desk.incidents.urgent: $0`,
      "severity is urgent",
      "customer is Acme",
      "not in force",
      "another asker",
      "another kind",
      "unapproved",
      "without end",
    ],
    [`${request}{ kind: incident }\n    focus: $0`, "yes", "no"],
    [`${request}{ kind: incident } # $0`],
    [`${request}{ kind: incident, mystery: $0`],
  ] as const) {
    it(`offers ${wanted.slice(0, 3).join(", ") || "nothing"} for ${JSON.stringify(marked.replace(request, ""))}`, () => {
      assert.deepEqual(labels(marked), wanted);
    });
  }

  it("puts what would mean something else to YAML in quotes", () => {
    assert.equal(taken(`${request}{ customer: A$0 }`, "Aoba: west"), `${request}{ customer: "Aoba: west" }`);
    assert.equal(taken(`${request}{ customer: "A$0" }`, "Aoba: west"), `${request}{ customer: "Aoba: west" }`);
    assert.equal(taken(`${request}{ asker: 窓$0 }`, "窓口"), `${request}{ asker: 窓口 }`);
    assert.equal(taken(`${request}{ at: $0 }`, "2026-08-24T10:00"), `${request}{ at: 2026-08-24T10:00 }`);
  });

  it("offers zones", () => assert.ok(labels(`${request}{ zone: Asia/$0`).includes("Asia/Tokyo")));

  it("leaves .sla files to their own completion", () => {
    const { snapshot } = asked("$0");
    assert.deepEqual(yamlCompletionsAt(snapshot, "desk.sla", 0, "en").list, []);
    assert.ok(completionsAt(snapshot, "desk.sla", 0, "en").list.length > 0);
  });
});

describe("completion in torikime.yaml", () => {
  const file = "torikime.yaml";
  it("offers settings and their values", () => {
    assert.deepEqual(labels("$0", file), ["files", "locale", "checks", "limits", "holidays", "today"]);
    assert.deepEqual(labels("locale: $0", file), ["en", "ja"]);
    assert.deepEqual(labels("limits:\n  $0", file), ["longest exception", "shortest handover", "renewals"]);
    assert.deepEqual(labels("today: $0", file), ["2026-08-24"]);
    assert.deepEqual(labels("checks: { single-person: $0", file), ["error", "warning", "info", "hint", "off"]);
  });

  it("offers every check with its code and what it finds", () => {
    const found = offered("checks:\n  $0", file);
    assert.deepEqual(
      found.map(({ label }) => label),
      allChecks.map(({ name }) => name),
    );
    const single = found.find(({ label }) => label === "single-person");
    assert.equal(single?.detail, "SLA401, warning");
    assert.match(single?.doc ?? "", /^One person alone who can handle requests/);
    const inJapanese = offered("checks:\n  $0", file, "ja").find(({ label }) => label === "single-person");
    assert.match(inJapanese?.doc ?? "", /^一人.*。$/);
  });

  it("offers the countries that calendars name first, and the keys of any country", () => {
    assert.deepEqual(labels("holidays:\n  $0", file).slice(0, 2), ["Germany", "Japan"]);
    assert.deepEqual(labels("holidays: { Atlantis: { $0 } }", file), ["extra", "removed"]);
    assert.deepEqual(labels("holidays: { Japan: { extra: [$0] } }", file), ["2026-08-24"]);
  });
});

describe("hover in YAML files", () => {
  function hovered(marked: string, path?: string, locale: Locale = "en"): string | undefined {
    const { snapshot, path: file, offset } = asked(marked, path);
    return yamlHoverAt(snapshot, file, offset, { now: testNow, locale })?.markdown;
  }

  it("explains keys", () => {
    assert.match(hovered("scen$0arios: []") ?? "", /^\*\*scenarios\*\*\n\nThe scenarios: a question each/);
    assert.match(
      hovered(`${request}{ kind: incident, sev$0erity: normal }`) ?? "",
      /^\*\*severity\*\* \(normal \| urgent\)\n\nHow bad it is\.$/,
    );
    assert.match(
      hovered(`${request}{ kind: incident }\n    expect: { outc$0ome: handled }`) ?? "",
      /^\*\*outcome\*\*[\s\S]*One of `handled`, `redirect`/,
    );
    assert.match(
      hovered(`${request}{ kind: incident }\n    expect: { redi$0rect: email }`, undefined, "ja") ?? "",
      /代わりに使う連絡手段[\s\S]*一覧で複数書ける。$/,
    );
    assert.match(
      hovered("checks: { single-p$0erson: off }", "torikime.yaml") ?? "",
      /^\*\*single-person\*\* \(SLA401, warning\)/,
    );
  });

  it("shows what a name means", () => {
    assert.match(hovered(`${request}{ kind: inci$0dent }`) ?? "", /incident[\s\S]*Something is broken\./);
    assert.match(hovered(`${request}{ asker: 窓$0口 }`) ?? "", /窓口[\s\S]*They answer everything\./);
    assert.match(hovered(`${request}{ kind: incident }\n    expect: { decided by: urg$0ent }`) ?? "", /urgent/);
    assert.match(
      hovered(`${request}{ kind: incident }\n    expect: { lost: { desk.incidents.urg$0ent: x } }`) ?? "",
      /urgent/,
    );
  });

  it("says nothing of what it does not know", () => {
    assert.equal(hovered("# comm$0ent\nscenarios: []"), undefined);
    assert.equal(hovered(`${request}{ kind: mys$0tery }`), undefined);
    assert.equal(hovered("scenarios:\n  - name: some na$0me"), undefined);
  });
});

describe("completion and hover in YAML files", () => {
  it("throw at nothing that is half-written", () => {
    const seed = Date.now() % 1_000_000;
    const { below, pick } = random(seed);
    const good = `defaults: { asker: Sales }\n${request}{ kind: incident, severity: urgent }\n    expect:\n      lost: { desk.incidents: not in force }\n      redirect: [email]\n`;
    const pieces = [
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      "\n",
      "- ",
      "'",
      '"',
      "&a ",
      "*a",
      "#",
      "\t",
      "---\n",
      "? ",
      "| ",
      "\u0000",
    ];
    for (let run = 0; run < 400; run++) {
      const at = below(good.length);
      const text = good.slice(0, at) + pick(pieces) + good.slice(at + below(8));
      const place = below(text.length + 1);
      const { snapshot, path, offset } = asked(`${text.slice(0, place)}$0${text.slice(place)}`);
      const message = `seed ${seed}: ${JSON.stringify(text)} at ${place}`;
      assert.doesNotThrow(() => yamlHoverAt(snapshot, path, offset, { now: testNow, locale: "en" }), message);
      const { replaced } = yamlCompletionsAt(snapshot, path, offset, "en");
      assert.ok(replaced.start <= offset && replaced.end === offset, message);
    }
  });
});
