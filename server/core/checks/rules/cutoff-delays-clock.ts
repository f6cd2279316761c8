import type { HandleLines } from "../../model/model.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { layersOf, linesUnder } from "../layers.ts";
import { afterHead, textAt } from "../places.ts";

/** A clock target that a cut-off of the clause around it holds up, as nobody may have meant. */
export const cutoffDelaysClock = defineCheck({
  code: "SLA219",
  name: "cutoff-delays-clock",
  severity: "warning",
  messages: {
    en: "'{target}' runs day and night, but the cut-off of {cutoff} around it holds here, too: a request after it, or on a closed day, counts as received on the next business day, and its time begins only then. Move the cut-off into the cases that it is for.",
    ja: "「{target}」は昼夜を問わず進みますが、外側に書かれた締め切り {cutoff} がここでも有効です。それより後や休みの日に届いた依頼は翌営業日の受付となり、時間はそこから進みます。締め切りの行は、締め切りが必要な「case」の中に移してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A case or an exception with a target in clock time that keeps the `cutoff` of the clause around it. Clock time is written for what cannot wait, " +
          "but from the cut-off on, and on closed days, a request counts as received at the opening of the next business day: an outage at 17:01 waits for a " +
          "night before its 30 minutes begin. Where target and cut-off stand in the same place, they are taken to be meant together.",
        ja:
          "昼夜を問わず進む期限を持つ場合や例外に、外側の条項の `cutoff` が引き継がれています。昼夜を問わない時間は待てない依頼のためのものですが、締め切りの後や休みの日に届いた依頼は、" +
          "翌営業日の営業開始時の受付となります。17:01 の障害なら、30 分の期限が進み始めるまでに一晩かかります。期限と締め切りが同じ場所に書かれていれば、意図したものとみなします。",
      },
      {
        bad: `
request parcel {
  urgency: normal | high
}
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by      Support
    via     email
    cutoff  15:00
    respond within 4 business hours
    case high when urgency is high {
      respond within 30 clock minutes
              ^^^^^^^^^^^^^^^^^^^^^^^
    }
  }
}
`,
        good: `
request parcel {
  urgency: normal | high
}
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by      Support
    via     email
    respond within 30 clock minutes
    case normal when urgency is normal {
      cutoff  15:00
      respond within 4 business hours
    }
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements, exceptions, company }, report) {
    const tell = (said: HandleLines, { cutoff }: HandleLines) => {
      const target = [said.respond, said.resolve].find((each) => each?.value.unit.startsWith("clock"));
      if (!target || !cutoff || said.cutoff || said.decline) return;
      const related = [{ place: cutoff.place, note: { en: "the cut-off", ja: "締め切り" } }];
      const holes = { target: textAt(afterHead(target.place)), cutoff: textAt(afterHead(cutoff.place)) };
      report(afterHead(target.place), holes, { related });
    };
    for (const agreement of agreements) for (const { clause, lines } of layersOf(agreement)) tell(clause.lines, lines);
    for (const exception of exceptions) tell(exception.lines, linesUnder(company, exception));
  },
});
