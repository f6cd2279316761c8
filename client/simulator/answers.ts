import type { BaseLanguageClient } from "vscode-languageclient";
import {
  SIMULATE_REQUEST,
  SIMULATOR_MODEL_REQUEST,
  type SimulateParams,
  type SimulateResult,
  type SimulatorModel,
} from "../../server/lsp/protocol.ts";
import { describe } from "../files.ts";
import type { RequestText, ToPage } from "./messages.ts";

/** What the form is to be built from now, or that the server cannot say. */
export function fetchModel(client: BaseLanguageClient): Promise<ToPage> {
  return orUnavailable(async () => ({
    kind: "model",
    model: await client.sendRequest<SimulatorModel>(SIMULATOR_MODEL_REQUEST),
  }));
}

/** The server's answer to a request, numbered as it was asked. */
export function simulate(client: BaseLanguageClient, sequence: number, request: RequestText): Promise<ToPage> {
  const params: SimulateParams = { request };
  return orUnavailable(async () => ({
    kind: "result",
    sequence,
    result: await client.sendRequest<SimulateResult>(SIMULATE_REQUEST, params),
  }));
}

async function orUnavailable(ask: () => Promise<ToPage>): Promise<ToPage> {
  try {
    return await ask();
  } catch (problem) {
    return { kind: "unavailable", detail: describe(problem) };
  }
}
