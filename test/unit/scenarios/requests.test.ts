import assert from "node:assert/strict";
import { formatDecimal } from "../../../server/core/model/decimal.ts";
import type { Constant } from "../../../server/core/model/model.ts";
import { readRequestRecord, readRequests } from "../../../server/core/scenarios/requests.ts";
import { formatDate, formatMinute } from "../../../server/core/time/date.ts";
import { modelOf } from "../../harness/models.ts";
import { random } from "../../harness/random.ts";
import { desk, shown } from "./desk.ts";

const model = modelOf(desk);

describe("readRequests", () => {
  it("reads one mapping, a list, and several documents", () => {
    const one = "kind: discount\nat: 2026-08-24T10:00\n";
    assert.equal(readRequests(one, model).requests.length, 1);
    assert.equal(
      readRequests("- { kind: discount, at: 2026-08-24T10:00 }\n- { kind: incident, at: 2026-08-24T10:00 }", model)
        .requests.length,
      2,
    );
    assert.equal(readRequests(`${one}---\n${one}`, model).requests.length, 2);
    assert.equal(
      readRequests('[{"kind": "discount", "at": "2026-08-24T10:00:00+09:00", "rate": "8%", "customer": null}]', model)
        .requests.length,
      1,
    );
  });

  it("reads every part by its type", () => {
    const { requests, problems } = readRequests(
      "{ kind: incident, at: 2026-08-24T10:00, channel: ｅｍａｉｌ, customer: Acme, asker: Sales, to: 窓口, severity: urgent, cost: 1_000_000 JPY, share: １２.５％, lead: 3 business days, day: 2026-08-22, note: Hallo, score: 12.50, start: 9:00 }",
      model,
    );
    assert.deepEqual(problems, []);
    const request = requests[0]?.request;
    assert.ok(request);
    const { fields, at, ...rest } = request;
    assert.deepEqual(rest, { kind: "incident", channel: "email", customer: "Acme", asker: "Sales", to: "窓口" });
    assert.equal(new Date(at).toISOString(), "2026-08-24T01:00:00.000Z");
    assert.deepEqual(
      Object.entries(fields).map(([name, value]) => `${name} ${constantText(value)}`),
      [
        "severity name urgent",
        "cost decimal 1000000",
        "share decimal 12.5",
        "lead decimal 3",
        "day day 2026-08-22",
        "note text Hallo",
        "score decimal 12.5",
        "start time 09:00",
      ],
    );
  });

  it("reads values as agreements understand them, in other ways of writing, too", () => {
    for (const [field, written, meant] of [
      ["cost", "30万円", "decimal 300000"], // 30 × 10,000
      ["cost", "¥1,000", "decimal 1000"],
      ["cost", "１，０００ JPY", "decimal 1000"],
      ["score", "1,234", "decimal 1234"],
      ["lead", "5営業日", "decimal 5"],
      ["lead", "１０ business day", "decimal 10"],
      ["day", "2026年8月2日", "day 2026-08-02"],
      ["start", "9時半", "time 09:30"],
      ["note", "30万円", "text 30万円"],
    ] as const) {
      const record = { kind: "incident", at: "2026-08-24T10:00", [field]: written };
      const { located, problems } = readRequestRecord(record, model);
      assert.deepEqual(problems, [], written);
      const value = located?.request.fields[field] ?? assert.fail(written);
      assert.equal(constantText(value), meant, written);
    }
  });

  it("refuses what agreements refuse, in plain words", () => {
    for (const [field, written, message] of [
      ["cost", "30.5円", /^'30\.5 JPY' has more decimals than JPY, which has 0\. Round it\.$/],
      ["cost", "€50", /^'€50' is not an amount of money/],
      ["cost", "30 EUR or score > 3", /is not an amount of money/],
      ["lead", "5 days", /^'5 days' is not a duration/],
      ["lead", "5日", /^'5日' is not a duration/],
      ["lead", "4営業時間", /^'4 business hours' .*business days/],
    ] as const) {
      const record = { kind: "incident", at: "2026-08-24T10:00", [field]: written };
      const [problem, ...others] = readRequestRecord(record, model).problems;
      assert.match(problem?.message.en ?? "", message, written);
      assert.equal(others.length, 0);
    }
  });

  it("takes a default where a key is not given, and takes it back with none", () => {
    const defaults = { at: "2026-08-24T10:00", customer: "Acme" };
    const read = (text: string) => readRequests(text, model, defaults).requests[0]?.request.customer;
    assert.equal(read("kind: discount"), "Acme");
    assert.equal(read("kind: discount\ncustomer: none"), undefined);
  });

  it("takes what is fixed for all requests, and reports a request that gives it too", () => {
    const fixed = { customer: "Acme" };
    const text = "{ kind: discount }\n---\n{ kind: discount, customer: Acme }";
    const { requests, problems } = readRequests(text, model, { at: "2026-08-24T10:00" }, fixed);
    assert.deepEqual(
      requests.map(({ request }) => request.customer),
      ["Acme"],
    );
    assert.deepEqual(shown(text, problems), [
      "customer | 'customer' is given here and again as an option for all requests, and only one of them can count. Leave one out.",
    ]);
  });

  it("reads an object a line, and points into the line that is wrong", () => {
    const line = (kind: string) => `{"kind":"${kind}","at":"2026-08-24T10:00"}`;
    const text = `\n${line("discount")}\r\n\n  ${line("discuont")}\n{"kind":\n${line("incident")}\n`;
    const { requests, problems } = readRequests(text, model);
    assert.deepEqual(
      requests.map(({ request, start, end }) => [request.kind, text.slice(start, end)]),
      [
        ["discount", line("discount")],
        ["incident", line("incident")],
      ],
    );
    const [broken, unknown, ...others] = shown(text, problems);
    assert.deepEqual(others, []);
    assert.match(broken ?? "", /\| This line is not a JSON object, so its request is left out/);
    assert.equal(text.slice(0, problems[0]?.start).split("\n").length, 5);
    assert.match(unknown ?? "", /^"discuont" \| No request kind is called 'discuont'/);
  });

  it("loses no other line to one that is no object, wherever it stands", () => {
    const line = (hour: number) => `{"kind":"discount","at":"2026-08-24T${hour}:00"}`;
    for (const others of [[], ["[]"], ["not json"], ["{"], ["[]", "5", '"text"']]) {
      const texts = [
        [line(10), ...others, line(11)],
        [...others, line(10), line(11)],
        [line(10), line(11), ...others],
      ];
      for (const lines of texts) {
        const text = lines.join("\n") + "\n";
        const { requests, problems } = readRequests(text, model);
        assert.equal(requests.length, 2, text);
        assert.equal(problems.length, others.length, text);
        for (const { message } of problems) assert.match(message.en, /^This line is not a JSON object/);
      }
    }
  });

  it("reads as YAML what only looks like lines: documents, lists and texts with objects in them", () => {
    const one = "{ kind: discount, at: 2026-08-24T10:00 }";
    for (const [text, count] of [
      [`${one}\n---\n${one}\n`, 2],
      [`[\n${one},\n${one}\n]\n`, 2],
      [`${one}\n# a comment\n`, 1],
      [`- ${one}\n- ${one}\n`, 2],
    ] as const) {
      const { requests, problems } = readRequests(text, model);
      assert.deepEqual([requests.length, problems.length], [count, 0], text);
    }
  });

  it("reads a time on the clock of `zone`", () => {
    const { requests } = readRequests("{ kind: discount, at: 2026-08-24T10:00, zone: UTC }", model);
    assert.equal(requests[0]?.request.at, Date.UTC(2026, 7, 24, 10));
    assert.equal(requests[0]?.zone.id, "UTC");
  });

  for (const [text, ...wanted] of [
    ["", " | There is no request here. Write one, such as `{ kind: incident, at: 2026-08-24T10:00 }`."],
    ["hello", "hello | A request is a mapping of keys and values, such as `{ kind: incident, at: 2026-08-24T10:00 }`."],
    [
      "{ at: 2026-08-24T10:00 }",
      "{ at: 2026-08-24T10:00 } | 'kind' is missing, and without it nothing can be answered. Add `kind: …`.",
    ],
    [
      "{ kind: discount }",
      "{ kind: discount } | 'at' is missing, and without it nothing can be answered. Add `at: …`.",
    ],
    [
      "{ kind: discuont, at: 2026-08-24T10:00 }",
      "discuont | No request kind is called 'discuont' in the agreements. Did you mean 'discount'?",
    ],
    [
      "{ kind: discount, at: yesterday }",
      "yesterday | 'yesterday' is not a date and time that exists. Write it such as `2026-08-24T10:00`, or with an offset: `2026-08-24T10:00+09:00`.",
    ],
    [
      "{ kind: discount, at: 2026-08-24T10:00, zone: Tokyo }",
      "Tokyo | 'Tokyo' is not a time zone. Write one such as `Asia/Tokyo` or `UTC`.",
    ],
    [
      "{ kind: discount, at: 2026-08-24T10:00, rat: 8% }",
      "rat | A request 'discount' has no 'rat'. Did you mean 'rate'?",
    ],
    [
      "{ kind: discount, at: 2026-08-24T10:00, severity: urgent }",
      "severity | A request 'discount' has no 'severity'. Its fields are: rate.",
    ],
    [
      "{ kind: phone_cover, at: 2026-08-24T10:00, severity: urgent }",
      "severity | A request 'phone_cover' has no 'severity'. It has no fields of its own.",
    ],
    [
      "{ kind: discount, at: 2026-08-24T10:00, rate: 8 }",
      "8 | '8' is not a percentage. Write the sign with it, such as `8%`.",
    ],
    [
      `{ kind: discount, at: 2026-08-24T10:00, rate: ${"9".repeat(41)}% }`,
      `${"9".repeat(41)}% | 9999999999… is a number of more than 40 digits, which is surely a slip. Write a shorter one.`,
    ],
    ["{ kind: [discount], at: 2026-08-24T10:00 }", "[discount] | 'kind' takes one value, not a list or a mapping."],
    ["{ kind: discount, at: {}, rate: 8% }", "{} | 'at' takes one value, not a list or a mapping."],
    ["{ kind: discount, at: 2026-08-24T10:00, rate: [8%] }", "[8%] | 'rate' takes one value, not a list or a mapping."],
    [
      "{ kind: incident, at: 2026-08-24T10:00, severity: urgnt }",
      "urgnt | 'urgnt' is not one of the values normal, urgent. Did you mean 'urgent'?",
    ],
    [
      "{ kind: incident, at: 2026-08-24T10:00, cost: 5 USD }",
      "5 USD | '5 USD' is in another currency than JPY, and the two do not compare. Write the amount in JPY.",
    ],
    [
      "{ kind: incident, at: 2026-08-24T10:00, cost: 0.5 JPY }",
      "0.5 JPY | '0.5 JPY' has more decimals than JPY, which has 0. Round it.",
    ],
    [
      "{ kind: incident, at: 2026-08-24T10:00, lead: 3 days }",
      "3 days | '3 days' is not a duration. Write the amount and the unit, such as `3 business days`.",
    ],
    [
      "{ kind: incident, at: 2026-08-24T10:00, lead: 3 business hours }",
      "3 business hours | '3 business hours' is not in business days, and durations compare only in the same unit. Write it such as `3 business days`.",
    ],
    [
      "{ kind: incident, at: 2026-08-24T10:00, day: 2026-02-30 }",
      "2026-02-30 | '2026-02-30' is not a date that exists. Write it such as `2026-08-24`.",
    ],
    [
      "{ kind: incident, at: 2026-08-24T10:00, channel: mail }",
      "mail | No channel is called 'mail' in the agreements. Did you mean 'email'?",
    ],
    [
      "{ kind: incident, at: 2026-08-24T10:00, customer: Acne }",
      "Acne | No customer is called 'Acne' in the agreements. Did you mean 'Acme'?",
    ],
    [
      "{ kind: incident, at: 2026-08-24T10:00, asker: Support, to: Nobody }",
      "Support | No team or person is called 'Support' in the agreements. Known: Sales, 窓口, Sato, Mori, Ito, Abe, Kudo.",
      "Nobody | No person or team is called 'Nobody' in the agreements. Known: Sato, Mori, Ito, Abe, Kudo, Sales, 窓口.",
    ],
  ] as const) {
    it(`says what is wrong with ${text || "nothing"}`, () => {
      const read = readRequests(text, model);
      assert.deepEqual(shown(text, read.problems), wanted);
      assert.deepEqual(read.requests, []);
    });
  }

  it("reads the requests beside one with a problem", () => {
    const { requests, problems } = readRequests(
      "- { kind: discount, at: 2026-08-24T10:00 }\n- { kind: refund, at: 2026-08-24T10:00 }\n- 3",
      model,
    );
    assert.equal(requests.length, 1);
    assert.equal(problems.length, 2);
  });

  it("throws at nothing that a ticket system may send", () => {
    const seed = Date.now() % 1_000_000;
    const { below, pick } = random(seed);
    const keys = [
      "kind",
      "at",
      "zone",
      "channel",
      "customer",
      "asker",
      "to",
      "severity",
      "cost",
      "lead",
      "__proto__",
      "constructor",
      "",
    ];
    const values = [
      "incident",
      "discount",
      "none",
      "",
      "2026-08-24T10:00",
      "9".repeat(50_000),
      "-1%",
      "1e9",
      "\0",
      "\ud800",
      "{}",
      "[]",
      "null",
      "Asia/Tokyo",
      "+09:00",
    ];
    for (let run = 0; run < 2_000; run++) {
      const text = JSON.stringify(
        Object.fromEntries(Array.from({ length: below(8) }, () => [pick(keys), pick(values)])),
      );
      const read = readRequests(text, model);
      assert.ok(read.requests.length + read.problems.length > 0, `seed ${seed}: ${text}`);
    }
  });
});

describe("a time without an offset", () => {
  const parties = `
calendar tokyo in Asia/Tokyo {
  open Mon..Fri 09:00-17:00
}
calendar berlin in Europe/Berlin {
  open Mon..Fri 09:00-17:00
}
team A {
  hours tokyo
}
team B {
  hours berlin
}
team C {
  hours tokyo
}
team D {
  hours berlin
}
request east
request west
request both
agreement eastern between A and C {
  handle e: east {
    by A
  }
  commit b: both by A {
    may
  }
}
agreement western between B and D {
  handle w: west {
    by B
  }
  commit c: both by B {
    may
  }
}
`;
  const several = modelOf(parties);

  it("is on the clock of the agreement on its kind", () => {
    const at = (kind: string) =>
      readRequests(`{ kind: ${kind}, at: 2026-08-24T10:00 }`, several).requests[0]?.request.at;
    assert.equal(at("east"), Date.UTC(2026, 7, 24, 1));
    assert.equal(at("west"), Date.UTC(2026, 7, 24, 8));
  });

  it("is a problem where the agreements are on several clocks, unless it has an offset", () => {
    const text = "{ kind: both, at: 2026-08-24T10:00 }";
    assert.deepEqual(shown(text, readRequests(text, several).problems), [
      "2026-08-24T10:00 | The agreements on this kind are in several zones (Asia/Tokyo, Europe/Berlin), so this time is ambiguous. Add the one that is meant (`zone: Asia/Tokyo`, on the command line `--zone Asia/Tokyo`), or an offset such as `+09:00`.",
    ]);
    assert.equal(readRequests("{ kind: both, at: 2026-08-24T10:00Z }", several).requests.length, 1);
  });

  it("is a problem where there is no clock at all", () => {
    const text = "{ kind: a, at: 2026-08-24T10:00 }";
    assert.deepEqual(shown(text, readRequests(text, modelOf("request a\n")).problems), [
      "2026-08-24T10:00 | No agreement says in which zone this time is. Add `zone: …` or an offset such as `+09:00`.",
    ]);
  });
});

describe("readRequestRecord", () => {
  it("names the key of each problem, for a form", () => {
    const { located, problems } = readRequestRecord({ kind: "discount", at: "", rate: "much", channel: "" }, model);
    assert.equal(located, undefined);
    assert.deepEqual(
      problems.map((problem) => problem.key),
      ["rate", "at"],
    );
  });

  it("takes empty fields for not given", () => {
    const { located } = readRequestRecord(
      { kind: "incident", at: "2026-08-24T10:00", severity: "", customer: "" },
      model,
    );
    assert.deepEqual(located?.request.fields, {});
  });
});

function constantText(constant: Constant): string {
  switch (constant.kind) {
    case "name":
      return `name ${constant.name}`;
    case "decimal":
      return `decimal ${formatDecimal(constant.value)}`;
    case "day":
      return `day ${formatDate(constant.day)}`;
    case "time":
      return `time ${formatMinute(constant.minute)}`;
    case "text":
      return `text ${constant.text}`;
  }
}
