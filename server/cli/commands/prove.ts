import { agreementClaims, writtenClaims } from "../../core/prover/claims.ts";
import { proofsOf } from "../../core/prover/prove.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { type Arguments, localeOption } from "../arguments.ts";
import { modelsNamed, readProject } from "../project.ts";
import { type Proved, prettyProofs } from "../reports/provePretty.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOf } from "../trouble.ts";
import { localeSetting } from "./check.ts";

/** Steps for each property of each kind of request: a hundred times what an editor takes. */
const steps = 2_000_000;

/** `torikime prove`: what is proved about each agreement; exit code 1 where something is not. */
export async function proveCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const localeAsked = localeOption(given);
  const project = await readProject(given.operands, terminal, undefined);
  const locale = chosenLocale(localeAsked, localeSetting(project), terminal);
  complainOf(project, terminal, locale);
  const all = modelsNamed(project).map(provedIn);
  terminal.write(prettyProofs(all, { terminal, locale }));
  if (project.troubles.length > 0) return exitCodes.unusable;
  const isAllProved = all.every(({ agreements, written }) =>
    [...agreements, ...written].every(({ status }) => status === "proved"),
  );
  return isAllProved ? exitCodes.clean : exitCodes.found;
}

function provedIn({ model, today, holidays }: Snapshot): Proved {
  const known = proofsOf(model, { today, holidays, steps });
  return { agreements: known.flatMap(agreementClaims), written: known.flatMap(writtenClaims) };
}
