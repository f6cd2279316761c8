/* The two decisions held against each other. */
import type { Engine } from "../../server/core/engine/compile.ts";
import type { Decision } from "../../server/core/engine/decision.ts";
import type { Asked } from "./asked.ts";
import { bookOf, treeOf } from "./book.ts";
import type { Company } from "./company.ts";
import { type Answer, asideText } from "./decide.ts";
import { declaredHours } from "./hours.ts";
import { answersTo, distinct } from "./needs.ts";
import { engineOf, partsOf, productDecision, textOfConstant } from "./product.ts";
import { isSaid } from "./saying.ts";
import { Beyond, type World } from "./world.ts";

/** A text as both read it. */
export interface Twins {
  readonly company: Company;
  readonly engine: Engine;
  /** The product's decision as the twin would give it; a test may put a wrong one in its place. */
  readonly decide: (asked: Asked) => Decision;
}

/** Reads a text twice. */
export function twinsOf(text: string, world: World): Twins {
  const book = bookOf(treeOf(text));
  const company: Company = { book, world, hours: declaredHours(world, book.calendars) };
  const engine = engineOf(text, world);
  return { company, engine, decide: (asked) => productDecision(engine, world, asked) };
}

/** What they say differently, a line each; undefined where the twin does not see far enough. */
export function differences(twins: Twins, asked: Asked): readonly string[] | undefined {
  try {
    return compared(twins, asked, twins.decide(asked));
  } catch (problem) {
    if (problem instanceof Beyond) return undefined;
    throw problem;
  }
}

function compared({ company }: Twins, asked: Asked, decision: Decision): readonly string[] {
  const answers = answersTo(company, asked);
  const all = distinct(answers);
  const [only] = answers;
  if (decision.outcome === "needs") {
    const wrong = needed(company, asked, decision, all);
    return all.size === 1 ? ["needs: the twin needs nothing", ...wrong] : wrong;
  }
  if (all.size > 1) return [`needs: the twin has ${all.size} answers, the product one`];
  return only ? differing(company, asked, only, decision) : [];
}

/** Each answer of the product has to be the twin's, and all of the twin's have to be among them. */
function needed(company: Company, asked: Asked, decision: Decision, all: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const walk = (given: Asked, { needs }: Decision): void => {
    for (const { value, decision: inner } of needs?.answers ?? []) {
      const next = { ...given, fields: { ...given.fields, [needs?.field ?? ""]: textOfConstant(value) } };
      if (inner.outcome === "needs") {
        walk(next, inner);
        continue;
      }
      const answers = answersTo(company, next);
      for (const each of distinct(answers)) seen.add(each);
      const told = answers.flatMap((answer) => differing(company, next, answer, inner));
      found.push(...told.map((line) => `with ${JSON.stringify(next.fields)} ${line}`));
    }
  };
  walk(asked, decision);
  const missing = [...all].filter((each) => !seen.has(each));
  const lost = missing.map((each) => `needs: the product has no value for the answer ${each}`);
  return [...found, ...lost];
}

function differing(company: Company, asked: Asked, given: Answer, decision: Decision): readonly string[] {
  const answer: Answer = { ...given, aside: asideText(company, asked, given.clause) };
  const parts = partsOf(decision, company.world);
  const keys = Object.keys({ ...answer, ...parts }).filter((key) => key !== "zone" || answer[key] !== undefined);
  return keys
    .filter((key) => !isSame(key, answer[key] ?? defaults[key] ?? "", parts[key] ?? ""))
    .map((key) => `${key}: twin ${quoted(answer[key] ?? defaults[key])}, product ${quoted(parts[key])}`);
}

function isSame(part: string, twins: string, products: string): boolean {
  return part === "say" && twins !== "" ? isSaid(twins, products) : twins === products;
}

const defaults: Answer = { provisional: "false", "ladder in order": "true" };

function quoted(text: string | undefined): string {
  return text === undefined || text === "" ? "nothing" : `"${text}"`;
}
