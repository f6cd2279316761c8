import type { Model, Place } from "../../model/model.ts";
import { type Covered, undecidedIn } from "../../prover/claims.ts";
import { ordinaryRequests } from "../../prover/clauses/handling.ts";
import { around, type Box, fullBox, outside, simplified } from "../../prover/space/box.ts";
import type { Hole, HoleCause } from "../../prover/time/holes.ts";
import type { Group } from "../../prover/written/group.ts";
import type { Localized } from "../../text/localized.ts";
import { setOf } from "../../time/sets.ts";
import { type CheckContext, defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { coverAttempts } from "../holeFixes.ts";
import { phrase } from "../message.ts";
import { whoInWords } from "../people.ts";
import { exampleAt, regionsTold, timeProofsFor } from "../proofs.ts";
import { timesInWords } from "../timesInWords.ts";

/** Times at which a request may come, or a promise runs, and nobody is there. */
export const coverHole = defineCheck({
  code: "SLA713",
  name: "cover-hole",
  severity: "warning",
  messages: {
    en: "Nobody is there {when}{region}: {why}. For example: {example}. {remedy}",
    ja: "誰もいない時間があります（{when}）{region}。{why}。例：{example}。{remedy}",
  },
  docs: () =>
    page(
      {
        en:
          "Times at which somebody may ask, or a promise runs, and nobody is there. " +
          "Somebody has to be there when a channel is open at times of its own (`via phone during …`), on every day on which a clause works or a step of it " +
          "begins, and on every day on which a guarantee runs by its own hours. From today on the hours, holidays, clock changes, absences, deputies and turns on duty " +
          "are laid over each other, in whatever zones they are. A channel without times of its own takes requests at all hours, which then wait: that is no hole.",
        ja:
          "依頼が来たり約束の時間が進んだりするのに、誰もいない時間です。" +
          "独自の時間がある連絡手段（`via phone during …`）が開いている間、条項が動く日と手順の始まる日、保証がそれ自身の営業時間で進む日には、誰かがいなければなりません。今日以降について、" +
          "営業時間、祝日、時計の切り替え、不在、代理、当番を、タイムゾーンが違っていても重ねて調べます。独自の時間がない連絡手段はいつでも依頼を受け、依頼は待つだけなので、穴ではありません。",
      },
      {
        bad: `
calendar phone_desk in Asia/Tokyo {
  open Mon..Sat 09:00-12:00
}
request parcel
agreement parcels between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle lost_parcels: parcel {
    by  Support
    via email
    via phone during phone_desk
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        good: `
calendar phone_desk in Asia/Tokyo {
  open   during office
  closed Mon..Fri 13:00-18:00
}
request parcel
agreement parcels between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle lost_parcels: parcel {
    by  Support
    via email
    via phone during phone_desk
  }
}
`,
        fix: `
calendar phone_desk in Asia/Tokyo {
  open Mon..Sat 09:00-12:00
}
request parcel
agreement parcels between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle lost_parcels: parcel {
    by  Support
    via email
    via phone during office
  }
}
`,
      },
    ),
  property: {
    proved: () => ({ en: "somebody is there whenever somebody has to be", ja: "必要な時間には必ず誰かがいます" }),
    broken: () => ({ en: "sometimes nobody is there", ja: "誰もいない時間があります" }),
    undecided: { en: "whether somebody is always there", ja: "必ず誰かがいるか" },
    covered: holesCovered,
  },
  scope: "proof",
  run(model, report, context) {
    for (const { group, holes } of byPlace(model, context)) {
      const [first] = holes;
      if (!first) continue;
      const openChannel = first.cause.kind === "channel" ? { channel: first.cause.channel } : {};
      const { example, words } = exampleAt(group, model, [first.box], first.arrival, openChannel);
      const when = timesInWords(setOf(holes.flatMap(({ times }) => [...times])), group.space.zone);
      const holesOf = { when, region: regionOf(group, model, holes), example: words, ...causeInWords(first.cause) };
      report(first.place, holesOf, { examples: [example], attempts: () => coverAttempts(model, first, context) });
    }
  },
});

/** One finding for each line that is the cause. */
function byPlace(
  model: Model,
  context: CheckContext,
): readonly { readonly group: Group; readonly holes: readonly Hole[] }[] {
  const known = new Map<Place, { readonly group: Group; readonly holes: Hole[] }>();
  for (const { group, holes } of timeProofsFor(model, context))
    for (const hole of holes.found) {
      const others = known.get(hole.place);
      if (!others) known.set(hole.place, { group, holes: [hole] });
      else if (others.group === group) others.holes.push(hole);
    }
  return [...known.values()];
}

function regionOf(group: Group, model: Model, holes: readonly Hole[]): Localized {
  const { shape } = group.space;
  const asked = [...new Set(holes.map(({ terms }) => terms.rule.scope))].flatMap((scope) =>
    ordinaryRequests(group, scope),
  );
  // When it is has been told, and so has the channel that is open.
  const told = holes.some(({ cause }) => cause.kind === "channel") ? ["time", "channel"] : ["time"];
  const boxes = [...new Set(holes.flatMap((hole) => hole.boxes))]
    .slice(0, mostBoxes)
    .map((box) => told.reduce((each, dimension) => withAny(group, each, dimension), box));
  return regionsTold(group, model, simplified(shape, boxes), around(shape, outside(shape, asked, group.impossible)))
    .region;
}

const mostBoxes = 64;

/** A box with all cells of a dimension, if requests are asked about it at all. */
function withAny({ space: { shape, byKey } }: Group, box: Box, key: string): Box {
  const dimension = byKey.get(key);
  if (dimension === undefined) return box;
  const all = fullBox(shape);
  const [from, end] = [shape.from[dimension] ?? 0, shape.from[dimension + 1] ?? 0];
  return box.map((word, at) => (at >= from && at < end ? (all[at] ?? 0) : word));
}

function causeInWords(cause: HoleCause): { readonly why: Localized; readonly remedy: Localized } {
  switch (cause.kind) {
    case "unstaffed": {
      const who = whoInWords(cause.who);
      return {
        why: phrase("'{who}' is away then, and so are all who stand in", "「{who}」は不在で、代わる人もいません", {
          who,
        }),
        remedy: {
          en: "Name a deputy, or somebody else for that time.",
          ja: "代理か、その間の別の担当を書いてください。",
        },
      };
    }
    case "unstaffed step":
      return {
        why: stepInWords(cause),
        remedy: {
          en: "Name a deputy, or somebody else for that time.",
          ja: "代理か、その間の別の担当を書いてください。",
        },
      };
    case "channel":
      return {
        why: phrase(
          "'{channel}' is open, and the hours of its clause are over",
          "「{channel}」は開いていますが、条項の営業時間の外です",
          {
            channel: cause.channel,
          },
        ),
        remedy: {
          en: "Open it only while somebody works, or work while it is open.",
          ja: "誰かがいる時間にだけ開けるか、開いている間は誰かがいるようにしてください。",
        },
      };
    case "guarantee":
      return {
        why: phrase(
          "'{name}' runs on those days, and the clause does not work",
          "「{name}」の時間は進みますが、条項は休みです",
          {
            name: cause.guarantee.name,
          },
        ),
        remedy: {
          en: "Give the guarantee the days of the clause, or the clause those of the guarantee.",
          ja: "保証と条項の営業日を合わせてください。",
        },
      };
    default:
      return cause satisfies never;
  }
}

function stepInWords({ who, step, isReturned }: HoleCause & { readonly kind: "unstaffed step" }): Localized {
  const holes = { who: whoInWords(who), step };
  return isReturned
    ? phrase(
        "'{who}' is away then, when the step '{step}' begins after a return, and so are all who stand in",
        "差し戻しの後で手順「{step}」が始まるとき「{who}」は不在で、代わる人もいません",
        holes,
      )
    : phrase(
        "'{who}' is away then, when the step '{step}' begins, and so are all who stand in",
        "手順「{step}」が始まるとき「{who}」は不在で、代わる人もいません",
        holes,
      );
}

function holesCovered(model: Model, context: CheckContext): readonly Covered[] {
  return timeProofsFor(model, context).flatMap(({ group, holes }) =>
    [...new Set(group.handles.map(({ scope }) => scope.agreement))].map((agreement): Covered => {
      const own = group.handles.filter(({ scope }) => scope.agreement === agreement).map(({ clause }) => clause.id);
      const unheld = holes.undecided.find(({ clause }) => own.includes(clause ?? ""));
      const undecided = undecidedIn(group, { found: [], isDecided: true }) ?? unheld?.because;
      const isBroken = holes.found.some(({ terms }) => terms.rule.scope.agreement === agreement);
      return { agreement, kind: group.kind.name, isBroken, undecided, size: undefined };
    }),
  );
}
