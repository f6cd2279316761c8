import type { Agreement, Model, Place } from "../../model/model.ts";
import { ordinaryRequests } from "../../prover/clauses/handling.ts";
import type { HandoverSunset, Sunset } from "../../prover/people/sunsets.ts";
import { around } from "../../prover/space/box.ts";
import { tenOClock } from "../../prover/space/moments.ts";
import { ofCustomer } from "../../prover/space/witness.ts";
import { witnessWithZone } from "../../prover/space/words.ts";
import type { Group } from "../../prover/written/group.ts";
import type { Localized } from "../../text/localized.ts";
import { dayOf, formatDate, partsOf } from "../../time/date.ts";
import type { Day } from "../../time/spec.ts";
import { toInstant } from "../../time/zone.ts";
import { ifRight, leastWithin } from "../attempts.ts";
import { type Attempt, type CheckContext, defineCheck, type Example } from "../define.ts";
import { standInAttempts } from "../deputyFixes.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";
import { listed } from "../people.ts";
import { afterHead } from "../places.ts";
import { asked, clauseProofFor, coveredByClauseProofs, ordinaryRequestIn, proofsFor, regionsTold } from "../proofs.ts";

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
        fix: `
request outage
agreement first_year between Sales and Support {
  effective 2026-04-01..2026-10-07
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
    const all = [...agreementsTold(model, context), ...handoversTold(model, context)];
    for (const { place, examples, attempts, ...holes } of all) report(place, holes, { examples, attempts });
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
  readonly attempts: () => readonly Attempt[];
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
  return [
    {
      place: agreement.effective ? afterHead(agreement.effective.place) : agreement.place,
      name: agreement.name,
      last: formatDate(last),
      requests: requestsLeft(model, agreement, sunsets),
      ...gapBefore(next),
      ...exampleOf(model, first),
      attempts: () => withoutGap(first),
    },
  ];
}

/** The requests that nobody handles once an agreement has ended, and by whom they are. */
function requestsLeft(model: Model, agreement: Agreement, sunsets: readonly SunsetIn[]): Localized {
  const askers = listed([...new Set(sunsets.map(({ asker }) => asker))]);
  const groups = [...new Set(sunsets.map(({ group }) => group))];
  const told = groups.map((group) => {
    const own = sunsets.filter((sunset) => sunset.group === group).flatMap(({ regions }) => regions);
    // What is left to nobody comes after the dates of the agreement, so these are not told of it.
    const scope = group.scopes.get(agreement);
    const domain = scope ? around(group.space.shape, ordinaryRequests(group, scope)) : asked(group);
    const { region } = regionsTold(group, model, own, domain);
    return { en: group.kind.name + region.en, ja: group.kind.name + region.ja };
  });
  return {
    en: `${told.map(({ en }) => en).join(", ")} by ${askers.en}`,
    ja: `${askers.ja} からの ${told.map(({ ja }) => ja).join("、")} は、`,
  };
}

function gapBefore(next: Sunset["next"]): Pick<Told, "gap" | "remedy"> {
  if (!next)
    return {
      gap: { en: "is unhandled from then on", ja: "それ以降、誰にも扱われません" },
      remedy: { en: "Renew it, or write what follows it.", ja: "更新するか、次の取り決めを書いてください。" },
    };
  const [name, first] = [next.agreement.name, formatDate(next.first)];
  return {
    gap: {
      en: `is unhandled until '${name}' begins on ${first}`,
      ja: `「${name}」が ${first} に始まるまで、誰にも扱われません`,
    },
    remedy: {
      en: "Extend the one, or let the other begin earlier.",
      ja: "期限を延ばすか、次の取り決めを早く始めてください。",
    },
  };
}

/** The one lasts until the other begins, or that begins at once; without another the one goes on for as long as it lasted. */
function withoutGap({ agreement: { name, effective }, last, next }: Sunset): readonly Attempt[] {
  if (!effective) return [];
  const until = next ? next.first - 1 : last + lengthAgain(effective.value.first, last);
  const other = next?.agreement.effective;
  const end = formatDate(until);
  const begins = formatDate(last + 1);
  const longer = phrase("Let '{name}' last until {end}", "「{name}」を {end} まで延ばす", { name, end });
  const extended = replaceFix(longer, afterHead(effective.place), `${formatDate(effective.value.first)}..${end}`);
  if (!next || other?.value.last === undefined) return [ifRight(extended)];
  const earlier = phrase("Let '{name}' begin on {begins}", "「{name}」を {begins} に始める", {
    name: next.agreement.name,
    begins,
  });
  const dates = `${begins}..${formatDate(other.value.last)}`;
  return [ifRight(extended), ifRight(replaceFix(earlier, afterHead(other.place), dates))];
}

/** How many days an agreement would last once more: years where it lasts whole years. */
function lengthAgain(first: Day, last: Day): number {
  const [from, after] = [partsOf(first), partsOf(last + 1)];
  const isWholeYears = from.month === after.month && from.day === after.day;
  return isWholeYears ? dayOf(2 * after.year - from.year, after.month, after.day) - last - 1 : last - first + 1;
}

/** A request like those of the last day, a day later. */
function exampleOf(model: Model, { group, box, after }: SunsetIn) {
  const { space, kind } = group;
  const found = ordinaryRequestIn(group, model, [box]);
  const witness = found && { ...found, at: after };
  const { attributes } = model;
  const example = witness ? witnessWithZone(space, witness, { kind, attributes }) : { en: kind.name, ja: kind.name };
  return { example, examples: [{ witness: () => witness, zone: space.zone }] };
}

function handoversTold(model: Model, context: CheckContext): readonly Told[] {
  const told = new Map<string, Told>();
  for (const proof of proofsFor(model, context)) {
    const { group, handoverSunsets } = clauseProofFor(proof, model, context);
    for (const sunset of handoverSunsets)
      if (!told.has(sunset.handover.name)) told.set(sunset.handover.name, handoverTold(model, group, sunset));
  }
  return [...told.values()];
}

function handoverTold(model: Model, group: Group, sunset: HandoverSunset): Told {
  const { handover, customer, last } = sunset;
  const { kind } = group;
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
    examples: [exampleOfHandover(model, group, sunset)],
    attempts: () => [...longerHandover(sunset), ...standInAttempts(model, to)],
  };
}

/** A request of the customer at ten o'clock on the day after. */
function exampleOfHandover(model: Model, group: Group, { customer, last }: HandoverSunset): Example {
  const { space } = group;
  const { zone } = space;
  const witness = () => {
    const own = group.handles.flatMap(({ boxes }) => boxes.flatMap((box) => ofCustomer(space, box, customer) ?? []));
    const found = ordinaryRequestIn(group, model, own);
    const at = toInstant(zone, last + 1, tenOClock);
    return found && { ...found, at, customer: { kind: "declared", name: customer.name } as const };
  };
  return { witness, zone };
}

function longerHandover({ handover: { name, effective }, last }: HandoverSunset): readonly Attempt[] {
  if (!effective) return [];
  const fixOf = (days: number) => {
    const end = formatDate(last + days);
    const title = phrase("Let '{name}' last until {end}", "「{name}」を {end} まで延ばす", { name, end });
    return replaceFix(title, afterHead(effective.place), `${formatDate(effective.value.first)}..${end}`);
  };
  return [leastWithin(1, mostDaysLonger, fixOf)];
}

const mostDaysLonger = 60;
