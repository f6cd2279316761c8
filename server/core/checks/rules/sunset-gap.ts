import type { Model, Place } from "../../model/model.ts";
import type { HandoverSunset, Sunset } from "../../prover/people/sunsets.ts";
import { witnessIn } from "../../prover/space/witness.ts";
import { witnessInWords } from "../../prover/space/words.ts";
import type { Group } from "../../prover/written/group.ts";
import type { Localized } from "../../text/localized.ts";
import { formatDate } from "../../time/date.ts";
import { type CheckContext, defineCheck, type Example } from "../define.ts";
import { page } from "../docs.ts";
import { listed } from "../people.ts";
import { afterHead } from "../places.ts";
import { asked, clauseProofFor, coveredByClauseProofs, proofsFor, regionsTold } from "../proofs.ts";

/** What nobody takes over when something ends. */
export const sunsetGap = defineCheck({
  code: "SLA723",
  name: "sunset-gap",
  severity: "warning",
  messages: {
    en: "When '{name}' ends on {last}, {requests} {gap}; for example: {example}. {remedy}",
    ja: "「{name}」が {last} に終わると、{requests}{gap}。例：{example}。{remedy}",
  },
  docs: () =>
    page(
      {
        en:
          "On the day after an agreement or a handover ends nobody takes what was taken before. Parties seldom notice such a day beforehand: a " +
          "successor that begins a week later leaves a week without anybody, and after a handover the new owner may be on holiday. An agreement without any " +
          "successor is told when its end is as near as `aboutToEnd` under `limits` in `torikime.yaml` says, seven days without it. What begins " +
          "to contradict on such a day is told by the checks of contradictions, with its dates.",
        ja:
          "取り決めや引き継ぎが終わった翌日に、それまで扱われていたものを誰も扱わなくなることを指摘します。そのような日は、事前には気づきにくいものです。後継の取り決めが" +
          "一週間後に始まれば、その一週間は誰もいません。引き継いだ人が休みのこともあります。後継のない取り決めは、`torikime.yaml` の `limits` の `aboutToEnd`" +
          "（既定は 7 日）まで終わりが近づいたら指摘します。その日から食い違うものは、食い違いの検査が日付とともに示します。",
      },
      {
        bad: `
request outage
agreement first_year between Sales and Support {
  effective 2026-04-01..2026-09-30
            ^^^^^^^^^^^^^^^^^^^^^^
  handle outages: outage {
    by  Support
    via email
  }
}
agreement second_year between Sales and Support {
  effective 2026-10-08..2027-03-31
  handle outages: outage {
    by  Support
    via email
  }
}
`,
        good: `
request outage
agreement first_year between Sales and Support {
  effective 2025-10-01..2026-09-30
  handle outages: outage {
    by  Support
    via email
  }
}
`,
      },
    ),
  property: {
    proved: () => ({
      en: "nothing falls between what ends and what follows",
      ja: "終わるものと続くものの間に落ちる依頼はありません",
    }),
    broken: () => ({
      en: "something is left to nobody when another ends",
      ja: "何かが終わると、誰も扱わない依頼が出ます",
    }),
    undecided: {
      en: "whether something falls between what ends and what follows",
      ja: "終わるものと続くものの間に落ちる依頼がないか",
    },
    covered: (model, context) =>
      coveredByClauseProofs(model, context, ({ sunsets }) => sunsets).filter(
        ({ agreement: { effective } }) => effective?.value.last !== undefined,
      ),
  },
  scope: "proof",
  run(model, report, context) {
    for (const { place, examples, ...holes } of [...agreementsTold(model, context), ...handoversTold(model, context)])
      report(place, holes, { examples });
  },
});

interface Told {
  readonly place: Place;
  readonly name: string;
  readonly last: string;
  readonly requests: Localized;
  readonly gap: Localized;
  readonly example: Localized;
  readonly remedy: Localized;
  readonly examples: readonly Example[];
}

interface SunsetIn extends Sunset {
  readonly group: Group;
}

/** Each end once, with all kinds of request that it leaves to nobody for the same time. */
function agreementsTold(model: Model, context: CheckContext): readonly Told[] {
  const byEnd = new Map<string, SunsetIn[]>();
  for (const proof of proofsFor(model, context)) {
    const { group, sunsets } = clauseProofFor(proof, model, context);
    for (const sunset of sunsets.found) {
      const { agreement, next, last } = sunset;
      if (!next && last - context.today > context.limits.aboutToEnd) continue;
      const key = `${agreement.name} ${next?.first}`;
      byEnd.set(key, [...(byEnd.get(key) ?? []), { ...sunset, group }]);
    }
  }
  return [...byEnd.values()].flatMap((sunsets) => agreementTold(model, sunsets));
}

function agreementTold(model: Model, sunsets: readonly SunsetIn[]): readonly Told[] {
  const [first] = sunsets;
  if (!first) return [];
  const { agreement, last, next } = first;
  const place = agreement.effective ? afterHead(agreement.effective.place) : agreement.place;
  const askers = listed([...new Set(sunsets.map(({ asker }) => asker))]);
  const groups = [...new Set(sunsets.map(({ group }) => group))];
  const told = groups.map((group) => {
    const own = sunsets.filter((sunset) => sunset.group === group).flatMap(({ regions }) => regions);
    const { region } = regionsTold(group, model, own, asked(group));
    return { en: group.kind.name + region.en, ja: group.kind.name + region.ja };
  });
  const requests = {
    en: `${told.map(({ en }) => en).join(", ")} by ${askers.en}`,
    ja: `${askers.ja} からの ${told.map(({ ja }) => ja).join("、")} は、`,
  };
  return [
    {
      place,
      name: agreement.name,
      last: formatDate(last),
      requests,
      gap: next
        ? {
            en: `is unhandled until '${next.agreement.name}' begins on ${formatDate(next.first)}`,
            ja: `「${next.agreement.name}」が ${formatDate(next.first)} に始まるまで、誰にも扱われません`,
          }
        : { en: "is unhandled from then on", ja: "それ以降、誰にも扱われません" },
      remedy: next
        ? {
            en: "Extend the one, or let the other begin earlier.",
            ja: "期限を延ばすか、次の取り決めを早く始めてください。",
          }
        : { en: "Renew it, or write what follows it.", ja: "更新するか、次の取り決めを書いてください。" },
      ...exampleOf(model, first),
    },
  ];
}

/** A request like those of the last day, a day later. */
function exampleOf(model: Model, { group, box, after }: SunsetIn) {
  const { space, kind, impossible } = group;
  const found = witnessIn(space, kind, [box], impossible, model.customers, { left: 20_000 });
  const witness = found && { ...found, at: after };
  const { attributes } = model;
  const example = witness ? witnessInWords(space, witness, { kind, attributes }) : { en: kind.name, ja: kind.name };
  return { example, examples: [{ witness: () => witness, zone: space.zone }] };
}

function handoversTold(model: Model, context: CheckContext): readonly Told[] {
  const told = new Map<string, Told>();
  for (const proof of proofsFor(model, context)) {
    const { group, handoverSunsets } = clauseProofFor(proof, model, context);
    for (const sunset of handoverSunsets)
      if (!told.has(sunset.handover.name)) told.set(sunset.handover.name, handoverTold(group, sunset));
  }
  return [...told.values()];
}

function handoverTold({ kind }: Group, { handover, customer, last }: HandoverSunset): Told {
  const { effective, place, name, to } = handover;
  const day = formatDate(last + 1);
  return {
    place: effective ? afterHead(effective.place) : place,
    name,
    last: formatDate(last),
    requests: { en: `${kind.name} of ${customer.name}`, ja: `${customer.name} の ${kind.name} は、` },
    gap: { en: `reaches nobody on ${day}`, ja: `${day} に誰にも届きません` },
    example: { en: `${kind.name}, ${customer.name}, ${day} 10:00`, ja: `${kind.name}、${customer.name}、${day} 10:00` },
    remedy: {
      en: `Let it last until ${to} is there, or name a backup or a deputy.`,
      ja: `${to} が戻るまで延ばすか、控えか代理を決めてください。`,
    },
    examples: [],
  };
}
