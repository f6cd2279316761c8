import { fillHoles, type Locale } from "../../core/checks/message.ts";
import type { AgreementClaim, ClaimStatus, WrittenClaim } from "../../core/prover/claims.ts";
import type { Localized } from "../../core/text/localized.ts";
import { paint, type Style } from "../colour.ts";
import type { Terminal } from "../terminal.ts";

/** What is known of one set of agreements. */
export interface Proved {
  readonly agreements: readonly AgreementClaim[];
  readonly written: readonly WrittenClaim[];
}

interface Showing {
  readonly terminal: Terminal;
  readonly locale: Locale;
}

const texts: Readonly<Record<AgreementClaim["claim"], Readonly<Record<ClaimStatus, Localized>>>> = {
  handled: {
    proved: { en: "all {size} kinds of request have a handler", ja: "{size} 通りの依頼すべてに担当があります" },
    broken: {
      en: "some of {size} kinds of request have no handler",
      ja: "{size} 通りの依頼に、担当のないものがあります",
    },
    "not decided": {
      en: "whether all have a handler was not decided",
      ja: "すべてに担当があるかは判定できませんでした",
    },
  },
  "without conflict": {
    proved: { en: "no two clauses differ on any of them", ja: "条項どうしの食い違いはありません" },
    broken: { en: "two clauses differ on some of them", ja: "条項が食い違う依頼があります" },
    "not decided": { en: "whether clauses differ was not decided", ja: "条項が食い違うかは判定できませんでした" },
  },
  "spoken of": {
    proved: {
      en: "all {size} kinds of request get may, ask or never",
      ja: "{size} 通りの依頼すべてに may・ask・never の答えがあります",
    },
    broken: {
      en: "some of {size} kinds of request get no answer",
      ja: "{size} 通りの依頼に、答えのないものがあります",
    },
    "not decided": {
      en: "whether all get an answer was not decided",
      ja: "すべてに答えがあるかは判定できませんでした",
    },
  },
};

const marks: Readonly<Record<ClaimStatus, Localized & { readonly style: Style }>> = {
  proved: { en: "proved     ", ja: "証明済み", style: "green" },
  broken: { en: "not true   ", ja: "不成立　", style: "red" },
  "not decided": { en: "not decided", ja: "判定不能", style: "yellow" },
};

const holds: Localized = { en: "for every {kind}", ja: "すべての {kind} について" };
const more: Localized = {
  en: "'torikime check' shows an example of what is not true.",
  ja: "成り立たない例は torikime check で表示されます。",
};
const nothing: Localized = {
  en: "There is nothing to prove: no clauses were read.",
  ja: "条項がないため、証明することはありません。",
};

/** Each agreement with what is proved of it, then the claims that are written. */
export function prettyProofs(all: readonly Proved[], { terminal, locale }: Showing): string {
  const mark = (status: ClaimStatus) => paint(terminal, marks[status].style, marks[status][locale]);
  const blocks = all.flatMap(({ agreements, written }) => [
    ...[...new Set(agreements.map(({ agreement }) => agreement))].map((agreement) => {
      const own = agreements.filter((each) => each.agreement === agreement);
      const lines = own.map((each) => {
        const text = fillHoles(texts[each.claim][each.status][locale], { size: sizeText(each.size, locale) }, locale);
        return `  ${mark(each.status)}  ${each.kind}: ${text}`;
      });
      return [paint(terminal, "bold", agreement.name), ...lines].join("\n");
    }),
    ...written.map(({ proof, status }) => {
      const text = fillHoles(holds[locale], { kind: proof.topic }, locale);
      return `${paint(terminal, "bold", proof.name)}\n  ${mark(status)}  ${text}`;
    }),
  ]);
  if (blocks.length === 0) return `${nothing[locale]}\n`;
  const isAll = all.every(({ agreements, written }) =>
    [...agreements, ...written].every(({ status }) => status !== "broken"),
  );
  return `${[...blocks, ...(isAll ? [] : [more[locale]])].join("\n\n")}\n`;
}

function sizeText(size: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    notation: "compact",
    compactDisplay: "long",
    maximumFractionDigits: 1,
  }).format(size);
}
