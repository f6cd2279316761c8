import type { Exception } from "../../model/model.ts";
import { type Box, meets } from "../../prover/space/box.ts";
import type { Group } from "../../prover/written/group.ts";
import type { Overlay } from "../../prover/written/rules.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { endExceptionFix } from "../proofFixes.ts";
import { everything, exampleIn, proofsFor, regionsTold } from "../proofs.ts";

/** A `prove` line of which some request is a counter-example. */
export const brokenInvariant = defineCheck({
  code: "SLA707",
  name: "broken-invariant",
  severity: "error",
  messages: {
    en: "What '{name}' claims is not true of every {kind}; for example: {example}. Correct the clause that decides this one, or the claim.",
    ja: "「{name}」の主張は、すべての {kind} については成り立ちません。例：{example}。この依頼を決める条項か、主張を直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A `prove` line that is not true of some request. " +
          "A `prove` line is held against every request that the agreements speak of, not against samples: it is true of all of them, or there is " +
          "one of which it is not. Put the example to the simulator to see which clause decides it. Claims about promises are about the " +
          "parties that have commit clauses, claims about handling about those who ask for the kind.",
        ja:
          "成り立たない依頼のある `prove` の行です。" +
          "`prove` の行は、標本ではなく、取り決めの対象となるすべての依頼に照らして確かめます。すべてについて成り立つか、成り立たない依頼が" +
          "一つでもあるかのどちらかです。どの条項が決めているかは、例の依頼をシミュレーターに入れると分かります。約束についての主張は commit の条項を持つ当事者を、" +
          "対応についての主張はその種類の依頼を出す当事者を対象とします。",
      },
      {
        bad: `
prove no_deep_discount: discount is not may when rate > 20%
      ^^^^^^^^^^^^^^^^
exception acme_discount to product_support.discounts when customer is Acme {
  effective 2026-09-01..2026-09-11
  may       when rate <= 25%
  owner     Mori
  approved  by Sato on 2026-08-18
  reason    "volume order"
}
`,
        fixed: `
prove no_deep_discount: discount is not may when rate > 20%
`,
      },
    ),
  scope: "proof",
  run(model, report, context) {
    for (const { group, proofs } of proofsFor(model, context))
      for (const { proof, result } of proofs) {
        if (result.kind !== "counter-example") continue;
        const { example } = regionsTold(group, model, [result.box], everything(group));
        const examples = [exampleIn(group, model, [result.box])];
        const fixes = exceptionsAt(group, result.box).map(endExceptionFix);
        report(proof.place, { name: proof.name, kind: group.kind.name, example }, { fixes, examples });
      }
  },
});

/** The exceptions that apply to some of the requests of a box. */
function exceptionsAt({ handles, commits, space }: Group, box: Box): readonly Exception[] {
  const overlays = [...handles, ...commits].flatMap((rule): readonly Overlay<unknown>[] => rule.overlays);
  const met = overlays.filter(({ boxes }) => boxes.some((each) => meets(space.shape, each, box)));
  return met.flatMap(({ exception }) => exception ?? []);
}
