/** What is proved in words: a line for each property, and one for a whole agreement. */
import type { AgreementProof, ClaimProof, KindStatus, PropertyProof } from "../checks/agreementProofs.ts";
import type { Finding } from "../checks/define.ts";
import type { Locale } from "../checks/message.ts";
import { sizeOf } from "../checks/property.ts";
import type { ClaimStatus } from "../prover/claims.ts";
import type { UndecidedBecause } from "../prover/undecided.ts";
import { say, wording } from "./say.ts";

/** What is known of a property in one line, without a full stop; a property that is told kind by kind may have several. */
export interface PropertyLine {
  readonly status: ClaimStatus;
  readonly text: string;
  /** Why it was not decided, as the beginning of a sentence that the text ends. */
  readonly why: string | undefined;
  /** The kinds of request that it is about, where not all are alike. */
  readonly kinds: readonly KindStatus[];
  readonly findings: readonly Finding[];
}

const texts = {
  ofKinds: wording("{kinds}: {text}", "{kinds}：{text}"),
  because: wording("{why} {text}", "{why}：{text}"),
  counterExample: wording("1 counter-example", "反例 1 件"),
  counterExamples: wording("{count} counter-examples", "反例 {count} 件"),
  notDecided: wording("{count} not decided", "判定不能 {count} 件"),
  which: wording("{text} – {what}", "{text}（{what}）"),
  property: wording("{count} more property", "ほか {count} 項目"),
  properties: wording("{count} more properties", "ほか {count} 項目"),
  oneProved: wording("{count} property proved", "{count} 項目は証明済み"),
  someProved: wording("{count} properties proved", "{count} 項目は証明済み"),
  nothing: wording("nothing to prove: no clause was read", "条項がないため、証明することはありません"),
  proved: wording("proved: {what}", "証明済み：{what}"),
  claimHolds: wording("{kind}: true of all {size}", "{kind}：{size}すべてで成り立ちます"),
  claimHoldsOfOne: wording("{kind}: true of every request", "{kind}：すべての依頼で成り立ちます"),
  claimBroken: wording("{kind}: not true of every request", "{kind}：成り立たない依頼があります"),
  claimUndecided: wording("{kind}: whether it is true of every request", "{kind}：すべての依頼で成り立つか"),
};

const reasons: Readonly<Record<UndecidedBecause, ReturnType<typeof wording>>> = {
  unreadable: wording(
    "a part of the text could not be read, so it is not known",
    "読めない箇所があるため、分からないこと",
  ),
  "too complex": wording("a condition has too many parts, so it is not known", "条件が複雑すぎるため、分からないこと"),
  "too long": wording(
    "the agreements are in force for more than 20 years, so it is not known",
    "取り決めの期間が 20 年を超えるため、分からないこと",
  ),
  unhandled: wording(
    "some of these requests have no handler, so it is not known",
    "担当のない依頼があるため、分からないこと",
  ),
  "no target": wording(
    "a clause that handles them says no time to compare with, so it is not known",
    "扱う条項に比べられる期限がないため、分からないこと",
  ),
  "no hours": wording(
    "nobody's hours count there, so it is not known",
    "数えるための営業時間がないため、分からないこと",
  ),
  "hours differ": wording(
    "whose hours count is told by each request alone, so it is not known",
    "誰の営業時間で数えるかが依頼ごとに違うため、分からないこと",
  ),
  "people differ": wording(
    "who has a request is told by each request alone, so it is not known",
    "誰が担当するかが依頼ごとに違うため、分からないこと",
  ),
  "no customer": wording(
    "the owner of the customer is meant, and a request may name no customer, so it is not known",
    "顧客の担当者に届くはずだが、顧客のない依頼もあり得るため、分からないこと",
  ),
  "customer untold": wording(
    "it happens to a customer whom no condition tells from others, so it is not known",
    "条件では区別できない顧客に起こるため、分からないこと",
  ),
  declined: wording("a clause declines some of them, so it is not known", "断る条項があるため、分からないこと"),
  conflict: wording(
    "clauses contradict each other there, so it is not known",
    "条項どうしが食い違うため、分からないこと",
  ),
  "too many steps": wording(
    "the search took too long, so it is not known",
    "探索に時間がかかりすぎたため、分からないこと",
  ),
};

/** The lines of a property: what is proved, what is not true, what was not decided. */
export function propertyLines(property: PropertyProof, locale: Locale): readonly PropertyLine[] {
  const { status, findings, kinds } = property;
  if (kinds.length === 0) return [lineOf(property, "counter-example", kinds, findings, locale)];
  const isKindByKind = kinds.some((each) => each.size !== undefined || each.status === "counter-example");
  if (!isKindByKind && status !== "not decided") return [lineOf(property, status, kinds, findings, locale)];
  return (["counter-example", "not decided", "proved"] as const).flatMap((each) => {
    const own = kinds.filter((kind) => kind.status === each);
    return own.length > 0 ? [lineOf(property, each, own, each === "counter-example" ? findings : [], locale)] : [];
  });
}

function lineOf(
  { check: { property, name }, kinds: all }: PropertyProof,
  status: ClaimStatus,
  kinds: readonly KindStatus[],
  findings: readonly Finding[],
  locale: Locale,
): PropertyLine {
  const size = sizeOf(kinds.reduce((total, each) => total + (each.size ?? 0), 0));
  const text = property ? textOf(property, status, size)[locale] : name;
  const undecided = kinds.find((each) => each.undecided)?.undecided;
  const why = undecided && status === "not decided" ? say(reasons[undecided], locale, {}) : undefined;
  const names = kinds.map(({ kind }) => kind).join(locale === "ja" ? "、" : ", ");
  const isPart = kinds.length < all.length || (status === "counter-example" && kinds.length === 1);
  return { status, text: isPart ? say(texts.ofKinds, locale, { kinds: names, text }) : text, why, kinds, findings };
}

/** What was not decided, by why. */
export function undecidedByReason<Line extends Pick<PropertyLine, "status" | "why">>(
  lines: readonly Line[],
): ReadonlyMap<string, readonly Line[]> {
  const byReason = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.status !== "not decided") continue;
    const known = byReason.get(line.why ?? "");
    if (known) known.push(line);
    else byReason.set(line.why ?? "", [line]);
  }
  return byReason;
}

type Property = NonNullable<PropertyProof["check"]["property"]>;

function textOf(property: Property, status: ClaimStatus, size: Parameters<Property["proved"]>[0]) {
  switch (status) {
    case "proved":
      return property.proved(size);
    case "counter-example":
      return property.broken(size);
    case "not decided":
      return property.undecided;
    default:
      return status satisfies never;
  }
}

/** What is known of an agreement in one line: counter-examples, what was not decided, and what is proved of how many requests. */
export function agreementLine(proof: AgreementProof, locale: Locale): string {
  const { open, proved } = agreementParts(proof, locale);
  return [...open, ...proved].join(locale === "ja" ? "。" : "; ");
}

/** The parts of an agreement's line, each without a full stop: what is not known to be true, and what is proved. */
export function agreementParts(
  { properties }: AgreementProof,
  locale: Locale,
): { readonly open: readonly string[]; readonly proved: readonly string[] } {
  if (properties.length === 0) return { open: [], proved: [say(texts.nothing, locale, {})] };
  const lines = properties.flatMap((property) => propertyLines(property, locale));
  const of = (status: ClaimStatus) => lines.filter((line) => line.status === status);
  const undecided = of("not decided").length;
  const undecidedPart = undecided > 0 ? [say(texts.notDecided, locale, { count: String(undecided) })] : [];
  return {
    open: [...brokenPart(of("counter-example"), locale), ...undecidedPart],
    proved: provedPart(of("proved"), locale),
  };
}

/** How many counter-examples there are; where they are all of one property, which. */
function brokenPart(lines: readonly PropertyLine[], locale: Locale): readonly string[] {
  const [first, ...more] = lines;
  if (!first) return [];
  const examples = lines.reduce((total, { findings }) => total + Math.max(1, findings.length), 0);
  const text = say(examples === 1 ? texts.counterExample : texts.counterExamples, locale, { count: String(examples) });
  return [more.length > 0 ? text : say(texts.which, locale, { text, what: first.text })];
}

/** What is proved of so many requests is told in full, the rest is counted. */
function provedPart(lines: readonly PropertyLine[], locale: Locale): readonly string[] {
  const sized = lines.filter(({ kinds }) => kinds.some(({ size }) => size !== undefined)).map(({ text }) => text);
  const rest = lines.length - sized.length;
  const count = { count: String(rest) };
  if (sized.length === 0)
    return rest === 0 ? [] : [say(rest === 1 ? texts.oneProved : texts.someProved, locale, count)];
  const more = rest === 0 ? [] : [say(rest === 1 ? texts.property : texts.properties, locale, count)];
  return [say(texts.proved, locale, { what: [...sized, ...more].join(locale === "ja" ? "、" : "; ") })];
}

/** What is known of a `prove` line, in one line. */
export function claimLine({ proof, status, undecided, size }: ClaimProof, locale: Locale): string {
  const kind = proof.topic;
  switch (status) {
    case "proved": {
      const { isOne, words } = sizeOf(size);
      return isOne
        ? say(texts.claimHoldsOfOne, locale, { kind })
        : say(texts.claimHolds, locale, { kind, size: words[locale] });
    }
    case "counter-example":
      return say(texts.claimBroken, locale, { kind });
    case "not decided": {
      const text = say(texts.claimUndecided, locale, { kind });
      return undecided ? say(texts.because, locale, { text, why: say(reasons[undecided], locale, {}) }) : text;
    }
    default:
      return status satisfies never;
  }
}
