import type { BaseLanguageClient } from "vscode-languageclient";
import {
  SIMULATE_REQUEST,
  SIMULATOR_MODEL_REQUEST,
  type SimulateParams,
  type SimulateResult,
  type SimulatorModel,
  type SimulatorModelParams,
} from "../../server/lsp/protocol.ts";
import { describe } from "../files.ts";
import type { RequestText, ToPage } from "./messages.ts";

/** What the form is to be built from now, or that the server cannot say; `uri` is a document of the agreements that are meant. */
export function fetchModel(client: BaseLanguageClient, uri: string | undefined): Promise<ToPage> {
  const params: SimulatorModelParams = { ...(uri === undefined ? {} : { uri }) };
  return orUnavailable(async () => ({
    kind: "model",
    model: await client.sendRequest<SimulatorModel>(SIMULATOR_MODEL_REQUEST, params),
  }));
}

/** The server's answer to a request, numbered as it was asked; nothing where the agreements are gone in the meantime. */
export function simulate(
  client: BaseLanguageClient,
  uri: string | undefined,
  { sequence, request }: Asked,
): Promise<ToPage | undefined> {
  const params: SimulateParams = { request, ...(uri === undefined ? {} : { uri }) };
  return orUnavailable(async () => {
    const result = await client.sendRequest<SimulateResult | null>(SIMULATE_REQUEST, params);
    return result ? { kind: "result", sequence, result } : undefined;
  });
}

/** A request of the page with its number. */
interface Asked {
  readonly sequence: number;
  readonly request: RequestText;
}

async function orUnavailable<Message extends ToPage | undefined>(
  ask: () => Promise<Message>,
): Promise<Message | Unavailable> {
  try {
    return await ask();
  } catch (problem) {
    return { kind: "unavailable", detail: describe(problem) };
  }
}

type Unavailable = Extract<ToPage, { readonly kind: "unavailable" }>;
