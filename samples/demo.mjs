// Shows what Torikime does with the samples: findings in a draft, answers to requests, scenarios that pass.
import { spawnSync } from "node:child_process";
import * as path from "node:path";

const samples = import.meta.dirname;
const program = path.join(samples, "..", "dist", "cli.js");

const steps = [
  ["A first draft has mistakes; each is shown with what to do about it.", "first-draft", ["check"]],
  ["The finished agreement is clean but for what it says on purpose.", "product-support", ["check"]],
  [
    "Acme rings on a Saturday at 10:15. Who answers, by when, what may we promise, what does it cost, what do I say?",
    "product-support",
    ["simulate", "--kind", "incident", "--set", "severity=normal", "--customer", "Acme", "--asker", "Sales", "--channel", "phone", "--at", "2026-08-22T10:15"],
  ],
  [
    "May Sales promise a discount of 15 %?",
    "product-support",
    ["simulate", "--kind", "discount", "--set", "rate=15%", "--asker", "Sales", "--at", "2026-08-24T10:00"],
  ],
  ["The same in Japanese.", "product-support", ["simulate", "--kind", "discount", "--set", "rate=15%", "--asker", "Sales", "--at", "2026-08-24T10:00", "--locale", "ja"]],
  [
    "An order of 2.5 million on the eve of three holidays: who has it when, and by when is the money there?",
    "back-office",
    ["simulate", "--kind", "purchase_order", "--set", "amount=2500000 JPY", "--set", "express=no", "--customer", "Nagai", "--asker", "Sales", "--channel", "portal", "--at", "2026-09-17T16:00"],
  ],
  [
    "Tanaka alone knows this customer. What if Tanaka were away from tomorrow?",
    "handover",
    ["simulate", "--kind", "account_question", "--set", "urgency=normal", "--customer", "県立病院", "--asker", "Sales", "--channel", "email", "--at", "2026-06-16T10:00", "--away", "Tanaka:2026-06-16.."],
  ],
  ["What has to be ready there, and by when?", "handover", ["agenda", "--from", "2026-09-10", "--until", "2026-09-30"]],
  ["What is true of every request that there can be, and not of samples; and what is not?", "product-support", ["prove"]],
  ["A promise to customers that cannot be kept, with the minute at which it breaks.", "faults/guarantee-not-kept", ["check"]],
  ["Scenarios are the agreement's tests, and reach every clause.", ".", ["test", "--coverage"]],
];

for (const [what, folder, words] of steps) {
  console.log(`\n── ${what}\n   $ torikime ${words.map(shown).join(" ")}   (in samples/${folder === "." ? "" : folder})\n`);
  const { error, status } = spawnSync(process.execPath, [program, ...words], { cwd: path.join(samples, folder), stdio: "inherit" });
  // Exit code 1 tells of findings, which the draft is here to show; 2 would be a fault of this script.
  if (error || status === 2) process.exitCode = 1;
}

function shown(word) {
  return /[^\p{L}\w=:.%-]/u.test(word) ? `'${word}'` : word;
}
