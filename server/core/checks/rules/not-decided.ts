import type { Model, Place } from "../../model/model.ts";
import { type KindUndecided, type Question, type Undecided, undecidedIn } from "../../prover/undecided.ts";
import type { Localized } from "../../text/localized.ts";
import { dayOf, daysInMonth, formatDate, partsOf } from "../../time/date.ts";
import { ifRight } from "../attempts.ts";
import { type Attempt, type CheckContext, defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";
import { afterHead } from "../places.ts";
import { proofsFor } from "../proofs.ts";

/** Questions about all requests that were not decided. */
export const notDecided = defineCheck({
  code: "SLA720",
  name: "not-decided",
  severity: "info",
  messages: {
    en: "For {kinds} it was not decided {questions}: {because}. Until then silence is no proof. {remedy}",
    ja: "{kinds} について、{questions}は判定できませんでした。{because}。それまでは、指摘がなくても証明されたことにはなりません。{remedy}",
  },
  docs: () =>
    page(
      {
        en:
          "Something that was neither proved nor shown to be wrong. " +
          "Everything that is said of all requests is proved, or told with a request of which it is not true, or, as here, told as not decided. " +
          "That happens where something could not be read, where a condition takes more than 64 combinations, where agreements are in force " +
          "for more than 20 years, and where the search takes more steps than an editor can wait for; `torikime prove` takes a hundred times as many.",
        ja:
          "証明も反例も得られなかったことです。" +
          "すべての依頼についての問いには、証明できたか、成り立たない依頼の例を示すか、ここのように、判定できなかったと示すかのどれかで答えます。判定できないのは、" +
          "読み取れないものがあるとき、条件の組み合わせが 64 を超えるとき、取り決めの有効期間が 20 年を超えるとき、そしてエディターで待てる手数では調べ終わらないときです。" +
          "`torikime prove` は、その百倍の手数まで調べます。",
      },
      {
        bad: `
request outage
agreement outages between Sales and Support {
  effective 2026-04-01..2066-03-31
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  handle outages: outage {
    by  Support
    via email
  }
}
`,
        fixed: `
request outage
agreement outages between Sales and Support {
  effective 2026-04-01..2046-03-31
  handle outages: outage {
    by  Support
    via email
  }
}
`,
      },
    ),
  scope: "proof",
  run(model, report, context) {
    for (const { place, because, kinds, questions } of undecidedByPlace(model, context)) {
      const holes = {
        kinds: { en: kinds.join(", "), ja: kinds.join("、") },
        questions: questionsTold(questions),
        because: reasons[because],
        remedy: remedies[because],
      };
      report(place, holes, { attempts: () => (because === "too long" ? earlierEnd(model, place) : []) });
    }
  },
});

/** An agreement is looked at for twenty years. */
function earlierEnd({ agreements }: Model, place: Place): readonly Attempt[] {
  const found = [...agreements.values()].find(({ effective }) => effective?.place === place)?.effective;
  if (!found) return [];
  const { year, month, day } = partsOf(found.value.first);
  const end = formatDate(dayOf(year + mostYears, month, Math.min(day, daysInMonth(year + mostYears, month))) - 1);
  const title = phrase("Let it end on {end}", "{end} までにする", { end });
  const dates = afterHead(place);
  return [ifRight(replaceFix(title, dates, `${formatDate(found.value.first)}..${end}`))];
}

const mostYears = 20;

interface OpenPlace {
  readonly place: Place;
  readonly because: KindUndecided;
  readonly kinds: string[];
  readonly questions: Set<Question>;
}

/** Where one thing leaves questions about several kinds open, it is told once. */
function undecidedByPlace(model: Model, context: CheckContext): readonly OpenPlace[] {
  const open: OpenPlace[] = [];
  for (const proof of proofsFor(model, context)) {
    const undecided = undecidedIn(proof);
    if (!undecided) continue;
    const known = open.find((each) => isSamePlace(each, undecided));
    const { name } = proof.group.kind;
    if (known) {
      known.kinds.push(name);
      for (const question of undecided.questions) known.questions.add(question);
    } else {
      const { place, because, questions } = undecided;
      open.push({ place, because, kinds: [name], questions: new Set(questions) });
    }
  }
  return open;
}

function isSamePlace(one: OpenPlace, other: Undecided): boolean {
  const { item, span } = one.place;
  return one.because === other.because && item === other.place.item && span.start === other.place.span.start;
}

const mostTold = 3;

function questionsTold(questions: ReadonlySet<Question>): Localized {
  const told = [...questions].slice(0, mostTold).map((question) => inWords[question]);
  const more = questions.size - told.length;
  const english = [...told.map(({ en }) => en), ...(more > 0 ? [`${more} more`] : [])];
  const last = english.pop() ?? "";
  return {
    en: english.length > 0 ? `${english.join(", ")} and ${last}` : last,
    ja: told.map(({ ja }) => ja).join("、") + (more > 0 ? `、ほか ${more} 件` : ""),
  };
}

const inWords: Readonly<Record<Question, Localized>> = {
  handled: { en: "whether each has a handler", ja: "すべてに担当があるか" },
  "without conflict": { en: "whether clauses contradict each other", ja: "条項が食い違わないか" },
  "all clauses decide": { en: "whether every clause decides something", ja: "すべての条項が何かを決めるか" },
  "all clauses are needed": { en: "whether every clause is needed", ja: "すべての条項が必要か" },
  "exceptions within their base": {
    en: "whether exceptions bend what they are about",
    ja: "例外が対象の範囲に収まるか",
  },
  "spoken of": { en: "whether each gets may, ask or never", ja: "すべてに may・ask・never の答えがあるか" },
  "limits never slacken": { en: "whether limits slacken", ja: "上限が途中で緩まないか" },
  "claims hold": { en: "whether what 'prove' claims is true", ja: "prove の主張が成り立つか" },
};

const reasons: Readonly<Record<KindUndecided, Localized>> = {
  unreadable: {
    en: "something in its clauses could not be read, and may say anything",
    ja: "条項に読み取れない部分があります",
  },
  "too complex": {
    en: "this takes more than 64 combinations of values",
    ja: "ここの条件は値の組み合わせが 64 を超えます",
  },
  "too long": {
    en: "the agreements are in force for more than the 20 years that are looked at",
    ja: "取り決めの期間が、調べる範囲の 20 年を超えています",
  },
  "too many steps": {
    en: "the search took more steps than it may while one types",
    ja: "入力中に調べられる手数を超えました",
  },
};

const remedies: Readonly<Record<KindUndecided, Localized>> = {
  unreadable: { en: "Correct what is reported there.", ja: "そこにある指摘を直してください。" },
  "too complex": {
    en: "Split the clause, or ask for fewer values at once.",
    ja: "条項を分けるか、一度に尋ねる値を減らしてください。",
  },
  "too long": { en: "Write an earlier end.", ja: "終わりの日を早めてください。" },
  "too many steps": {
    en: "Run 'torikime prove', or split the clauses by one field.",
    ja: "torikime prove で調べるか、条項を一つの項目で分けてください。",
  },
};
