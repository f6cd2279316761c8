import assert from "node:assert/strict";
import { timesInWords } from "../../../server/core/checks/timesInWords.ts";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { witnessIn } from "../../../server/core/prover/space/witness.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { formatInstant, type Zone, zoneOf } from "../../../server/core/time/zone.ts";
import { timed } from "./timedModels.ts";

const tokyo: Zone | undefined = zoneOf("Asia/Tokyo");

const company = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar long in Asia/Tokyo {
  open Mon..Sat 08:00-20:00
}
calendar berlin in Europe/Berlin {
  open Mon..Fri 01:00-10:00
}
channel email, phone
team Sales {
  lead    Sato
  members Mori, Tanaka
  hours   office
  deputy  Mori for Sato
  away    Sato 2026-06-01..2026-06-05
}
team Support {
  lead    Ito
  members Abe, Kudo
  hours   office
  reach   via email at "support@example.co.jp"
  reach   via phone at "1"
  duty    Abe, Kudo weekly from 2026-04-06
  away    Ito 2026-05-11..2026-05-15
  away    Abe 2026-05-13..2026-05-20
  away    Kudo 2026-05-14..2026-05-17
}
attribute tier of customer: silver | gold
customer Acme {
  tier   is gold
  owner  Sato
  backup Mori
}
request parcel
`;

/** What is found without cover, one line each, replayed through `decide`. */
function told(lines: string, more = "", between = "Sales and Support"): readonly string[] {
  const { model, proofs } = timed(
    `${company}agreement parcels between ${between} in Asia/Tokyo {\n  effective 2026-04-01..2026-12-31\n  handle lost: parcel {\n${lines}\n  }\n${more}}\n`,
  );
  const engine = compile(model, japaneseHolidays);
  return proofs.flatMap(({ group, holes: { found, undecided } }) => [
    ...found.map(({ cause, times, arrival, box }) => {
      const witness = witnessIn(group, [box], model.customers, { left: 10_000 });
      assert.ok(witness && tokyo);
      const customer = witness.customer.kind === "declared" ? witness.customer.name : undefined;
      const channel = cause.kind === "channel" ? cause.channel : undefined;
      const decision = decide(engine, { ...witness, customer, channel, at: arrival, to: undefined });
      if (cause.kind === "unstaffed") assert.equal(decision.outcome, "unstaffed");
      else assert.ok(decision.outcome === "handled" && decision.closed, decision.outcome);
      return `${cause.kind}: ${timesInWords(times, tokyo).en}; ${formatInstant(tokyo, arrival)}`;
    }),
    ...undecided.map(({ because }) => `not decided: ${because}`),
  ]);
}

describe("cover", () => {
  it("lacks where all who could take it are away on a working day", () => {
    // Kudo's turn is from Monday 05-11, and Abe's from 05-18. Abe is away from 05-13, Kudo from 05-14, the lead until 05-15: nobody on Thursday
    // and Friday. On Wednesday Kudo is there, on Monday 05-18 he comes next for Abe. What comes at 18:00 on Wednesday starts on Thursday.
    assert.deepEqual(told("    by Support\n    via email\n    respond within 2 business hours"), [
      "unstaffed: 2026-05-14..2026-05-15; 2026-05-13T18:00",
    ]);
  });

  it("is there where somebody stands in, for a customer's owner as well", () => {
    assert.deepEqual(told("    by lead of Sales\n    via email"), []);
    assert.deepEqual(told("    by owner of customer\n    via email"), []);
  });

  it("lacks while a channel is open at times of its own and its clause is not", () => {
    // 2026-04-01 is a Wednesday. The office is open from 09:00 to 18:00 on five days, the telephone from 08:00 to 20:00 on six.
    assert.deepEqual(told("    by Sales\n    via email\n    via phone during long"), [
      "channel: Mon..Fri 08:00-09:00 from 2026-04-01 to 2026-12-31; Mon..Fri 18:00-20:00 from 2026-04-01 to 2026-12-31; and other times; 2026-04-01T08:00",
    ]);
    assert.deepEqual(told("    by Sales\n    via phone during office"), []);
    assert.deepEqual(told("    by Sales\n    via phone\n    via phone during long"), []);
  });

  it("is asked only about requests that can come by that channel", () => {
    const lines = "    by Sales\n    via email\n    via phone during long";
    const fact = (when: string) => `}\nimpossible when ${when}\nteam Guests {\n  lead Eto\n`;
    assert.equal(told(lines, fact("channel is phone and tier is silver")).length, 1);
    assert.deepEqual(told(lines, fact("channel is phone")), []);
  });

  it("lacks where an exception takes away hours of the very calendar that a channel or a guarantee is open by", () => {
    // On Saturday 06-13 the exception opens from 08:00 to 10:00, in place of 08:00 to 20:00; the telephone stays open for ten hours more.
    const extra = `}
exception early to parcels.lost {
  effective 2026-06-13..2026-06-13
  open      2026-06-13 08:00-10:00
  owner     Ito
  approved  by Sato on 2026-06-01
  reason    "stocktaking"
`;
    assert.deepEqual(told("    by Support\n    hours long\n    via email\n    via phone during long", extra), [
      "unstaffed: 2026-05-14..2026-05-15; 2026-05-13T20:00",
      "channel: 2026-06-13 10:00-20:00; 2026-06-13T10:00",
    ]);
    // On a day that is closed altogether the promise runs on, and nobody works.
    const shut = extra.replace("open      2026-06-13 08:00-10:00", "closed    2026-06-13");
    const guarantee =
      "  guarantee soon: parcel to customers {\n    respond within 90 business hours\n    hours   long\n  }\n";
    assert.deepEqual(
      told("    by Sales\n    hours long\n    via email\n    respond within 1 business hour", `${guarantee}${shut}`),
      ["guarantee: 2026-06-13 08:00-20:00; 2026-06-13T08:00"],
    );
  });

  it("moves with the clock changes of another zone", () => {
    // 01:00 to 10:00 in Berlin are 08:00 to 17:00 in Tokyo in summer, which ends on 2026-10-25; in winter they are 09:00 to 18:00.
    assert.deepEqual(told("    by Sales\n    via phone during berlin"), [
      "channel: Mon..Fri 08:00-09:00 from 2026-04-01 to 2026-10-23; 2026-04-01T08:00",
    ]);
  });

  it("lacks on days on which a guarantee runs by its own hours and nobody works", () => {
    // Every Saturday of the long hours; 2026-04-04 is the first, 12-26 the last.
    assert.deepEqual(
      told(
        "    by Sales\n    via email\n    respond within 1 business hour",
        "  guarantee soon: parcel to customers {\n    respond within 90 business hours\n    hours   long\n  }\n",
      ),
      ["guarantee: Sat 08:00-20:00 from 2026-04-04 to 2026-12-26; 2026-04-04T08:00"],
    );
  });
});
