import assert from "node:assert/strict";
import type { Locale } from "../../../../server/core/checks/message.ts";
import { decide } from "../../../../server/core/engine/decide.ts";
import { type Answer, answerOf } from "../../../../server/core/features/answer/answer.ts";
import { readRequestRecord } from "../../../../server/core/scenarios/requests.ts";
import { agreedIn } from "../../../harness/models.ts";
import { sampleNamed } from "../../../harness/samples.ts";

/** The texts of the agreements that the acceptance table is about. */
export const productTexts = sampleNamed("product-support");
/** What they agree on. */
export const product = agreedIn(...productTexts);

/** A request as people write it, key by key. */
export type Written = Readonly<Record<string, string>>;

/** The answer to a request that can be read. */
export function answer(request: Written, locale: Locale = "en", agreed = product): Answer {
  const { located, problems } = readRequestRecord(request, agreed.model);
  assert.deepEqual(problems, []);
  assert.ok(located);
  return answerOf(agreed, decide(agreed.engine, located.request), locale);
}

/** An answer's row as "value | detail | tone", or the several of a label one below the other. */
export function rows(answered: Answer, label: string): string {
  return answered.rows
    .filter((row) => row.label === label)
    .map(({ value, detail = "", tone = "" }) => `${value} | ${detail} | ${tone}`)
    .join("\n");
}

/** An incident that lacks its time alone. */
export const incident: Written = { kind: "incident", severity: "normal", channel: "email", asker: "Sales" };
/** The same of Acme, by phone. */
export const acme: Written = { ...incident, channel: "phone", customer: "Acme" };
/** A discount that lacks its rate alone. */
export const discount: Written = { kind: "discount", asker: "Sales", at: "2026-08-24T10:00" };
