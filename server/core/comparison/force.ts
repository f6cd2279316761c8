/** Agreements that are in force on other days: what begins and ends with them is told once. */
import { plainText } from "../model/meaning.ts";
import type { DayRange } from "../model/model.ts";
import { type Box, fullBox, meets, sharedBoxes } from "../prover/space/box.ts";
import { boxInForce, type Space } from "../prover/space/space.ts";
import type { AgreementScope } from "../prover/written/rules.ts";
import { differenceClasses } from "./changes.ts";
import type { Compared } from "./clauses.ts";
import type { Difference, ForceChange } from "./difference.ts";

/** The agreement whose dates make a difference, where boxes lie wholly in days on which it is in force in one revision alone. */
export function forceChangeOf({ focus }: Compared, boxes: readonly Box[]): ForceChange | undefined {
  const { space, before, after } = focus;
  const [old, now] = [before, after].map(({ handles, commits }) => [...handles, ...commits].map(({ scope }) => scope));
  const names = new Set([...(old ?? []), ...(now ?? [])].map(({ agreement }) => agreement.name));
  const [[one] = [], [other] = []] = [old, now];
  if (names.size !== 1 || !one || !other) return undefined;
  const ranges = [one, other].map(({ agreement }) => agreement.effective?.value);
  if (plainText(ranges[0]) === plainText(ranges[1])) return undefined;
  const inBoth = sharedBoxes(space.shape, [forceBox(space, one)], [forceBox(space, other)]);
  const isThen = (force: Box) => boxes.some((box) => meets(space.shape, box, force));
  if (inBoth.some(isThen)) return undefined;
  return forceChange(one.agreement.name, ranges[0], ranges[1], isThen(forceBox(space, one)));
}

function forceChange(
  agreement: string,
  before: DayRange | undefined,
  after: DayRange | undefined,
  isEnd: boolean,
): ForceChange {
  const key = plainText(["force", agreement, before, after, isEnd]);
  return { property: "force", class: isEnd ? "lost-cover" : "won-cover", key, agreement, before, after };
}

function forceBox(space: Space, { agreement, zone }: AgreementScope): Box {
  return agreement.effective ? boxInForce(space, agreement.effective.value, zone) : fullBox(space.shape);
}

/** All that begins or ends with an agreement as one difference. */
export function oneForForce(differences: readonly Difference[]): readonly Difference[] {
  const byForce = new Map<string, Difference[]>();
  for (const each of differences) {
    if (!each.force) continue;
    byForce.set(each.force.key, [...(byForce.get(each.force.key) ?? []), each]);
  }
  const several = [...byForce.values()].filter((each) => each.length > 1);
  return [...differences.filter((each) => !several.some((some) => some.includes(each))), ...several.flatMap(joined)];
}

function joined(several: readonly Difference[]): readonly Difference[] {
  const classes = differenceClasses.filter((each) => several.some((one) => one.classes.includes(each)));
  const [kind] = classes;
  const first = several.find((each) => each.classes[0] === kind);
  if (!first?.force || kind === undefined) return several;
  const kinds = new Set(several.flatMap(({ requests }) => requests.map((each) => each.kind)));
  return [
    {
      ...first,
      classes,
      requests: [...kinds].map((each) => ({ kind: each, anyOf: [{ en: "", ja: "" }], except: [] })),
      changes: [{ ...first.force, class: kind }],
      parties: [...new Set(several.flatMap(({ parties }) => parties))],
    },
  ];
}
