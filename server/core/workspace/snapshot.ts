import { type ModelProof, modelProof } from "../checks/agreementProofs.ts";
import { checkWhileTyping, withLoose, withProofs } from "../checks/check.ts";
import type { CheckContext } from "../checks/define.ts";
import type { Findings } from "../checks/findings.ts";
import { provingFor } from "../checks/proofs.ts";
import { compile, type Engine } from "../engine/compile.ts";
import { link } from "../model/link.ts";
import type { Model, SourceFile } from "../model/model.ts";
import type { Problem } from "../scenarios/problem.ts";
import { readScenarios, type ScenarioFile } from "../scenarios/scenarios.ts";
import { noSettings, readSettings, type Settings } from "../scenarios/settings.ts";
import type { Item, SyntaxFile } from "../syntax/tree.ts";
import { lazily } from "../text/lazily.ts";
import type { Lines } from "../text/lines.ts";
import type { Day, Holidays } from "../time/spec.ts";
import { type AgreementFile, agreementFile, standIn } from "./agreementFile.ts";
import { checkContext, nameableIn } from "./checkContext.ts";
import { fileKind, nameOf } from "./paths.ts";

/** What a snapshot needs to know that no file says. */
export interface Surroundings {
  /** The calendar day of whoever asks, unless the settings name another. */
  readonly today: Day;
  /** Public holidays from libraries; the settings may add and remove some. */
  readonly holidays: Holidays;
  /** How many repairs may be tried before they are offered, where it is not as many as an editor tries. */
  readonly trials?: number;
}

/** `torikime.yaml` as read, with its path; what findings depend on because of it. */
interface ReadSettings {
  readonly path: string | undefined;
  readonly text: string;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly context: CheckContext;
}

/** A settings or scenario file. */
interface YamlFile {
  readonly text: string;
  /** The text read as scenarios. */
  readonly scenarios: () => ScenarioFile;
}

interface Contents {
  readonly agreements: ReadonlyMap<string, AgreementFile>;
  readonly others: ReadonlyMap<string, YamlFile>;
  readonly surroundings: Surroundings;
  readonly settings: () => ReadSettings;
}

/** What has been computed, here or for a predecessor, to start from. */
interface Results {
  readonly model: Model | undefined;
  readonly completionModel: Model | undefined;
  readonly findings: Findings | undefined;
  readonly provenFindings: Findings | undefined;
}

const noResults: Results = {
  model: undefined,
  completionModel: undefined,
  findings: undefined,
  provenFindings: undefined,
};

/**
 * All files of one model at one moment, and what they mean. Immutable: a change gives another snapshot, which shares
 * every file that did not change. What it says is worked out at the first use, starting from what is known already.
 */
export class Snapshot {
  readonly #contents: Contents;
  readonly #before: Results;
  #model: Model | undefined;
  #completionModel: Model | undefined;
  #findings: Findings | undefined;
  #provenFindings: Findings | undefined;
  #proof: ModelProof | undefined;
  #engine: Engine | undefined;

  private constructor(contents: Contents, before: Results) {
    this.#contents = contents;
    this.#before = before;
  }

  /** A snapshot of these files, texts by path. */
  static of(texts: ReadonlyMap<string, string>, surroundings: Surroundings): Snapshot {
    const agreements = new Map<string, AgreementFile>();
    const others = new Map<string, YamlFile>();
    for (const [path, text] of texts) {
      if (fileKind(path) === "agreements") agreements.set(path, agreementFile(text, undefined));
      else others.set(path, yamlFile(text));
    }
    const settings = lazily(() => settingsIn(others, surroundings));
    return new Snapshot({ agreements, others, surroundings, settings }, noResults);
  }

  /** The snapshot with one file added or changed. */
  with(path: string, text: string): Snapshot {
    if (this.text(path) === text) return this;
    const { agreements } = this.#contents;
    if (fileKind(path) !== "agreements")
      return this.#withOthers(new Map(this.#contents.others).set(path, yamlFile(text)));
    return this.#withAgreements(new Map(agreements).set(path, agreementFile(text, agreements.get(path))));
  }

  /** The snapshot without a file. */
  without(path: string): Snapshot {
    if (this.text(path) === undefined) return this;
    const { agreements, others } = this.#contents;
    if (fileKind(path) !== "agreements") return this.#withOthers(without(others, path));
    return this.#withAgreements(without(agreements, path));
  }

  /** The same files on another day, or with other holidays. */
  within(surroundings: Surroundings): Snapshot {
    const { others } = this.#contents;
    const settings = lazily(() => settingsIn(others, surroundings));
    return new Snapshot({ ...this.#contents, surroundings, settings }, this.#results());
  }

  /** The paths of the `.sla` files, in order. */
  agreementPaths(): readonly string[] {
    return [...this.#contents.agreements.keys()].sort();
  }

  /** The paths of the settings and scenario files, in order. */
  otherPaths(): readonly string[] {
    return [...this.#contents.others.keys()].sort();
  }

  /** The text of any file. */
  text(path: string): string | undefined {
    return this.#contents.agreements.get(path)?.text ?? this.#contents.others.get(path)?.text;
  }

  /** The scenarios of a scenario file. */
  scenarios(path: string): ScenarioFile | undefined {
    return fileKind(path) === "scenarios" ? this.#contents.others.get(path)?.scenarios() : undefined;
  }

  /** The tree of an `.sla` file. */
  syntax(path: string): SyntaxFile | undefined {
    return this.#contents.agreements.get(path)?.reading().syntax;
  }

  /** The line index of an `.sla` file. */
  lines(path: string): Lines | undefined {
    return this.#contents.agreements.get(path)?.lines();
  }

  /** What the files mean. */
  get model(): Model {
    this.#model ??= link(this.#files(), this.#before.model);
    return this.#model;
  }

  /** What they meant when each of their items could be read last, so that half-typed text takes no names away. */
  get completionModel(): Model {
    this.#completionModel ??= this.#linkStandIns();
    return this.#completionModel;
  }

  /** The files as in the completion model, with another item in the place of one of a file's. */
  filesWith(path: string, item: Item, instead: Item): readonly SourceFile[] {
    return this.#sorted().map(([each, file]) => {
      const reading = file.reading();
      return { path: each, syntax: each === path ? standIn(reading, new Map([[item, instead]])) : standIn(reading) };
    });
  }

  /** What the checks find at once, without proofs. */
  get findings(): Findings {
    this.#findings ??= checkWhileTyping(this.model, this.#contents.settings().context, this.#before.findings);
    return this.#findings;
  }

  /** What all checks find; quick once `proving` has been gone through. */
  get provenFindings(): Findings {
    this.#provenFindings ??= withProofs(this.model, this.#contents.settings().context, this.findings);
    return this.#provenFindings;
  }

  /** What is found at once, with what is known to be proved: of this snapshot or, where its items are the same, of one before. */
  get knownFindings(): Findings {
    if (this.#provenFindings) return this.#provenFindings;
    const before = this.#before.provenFindings?.all.filter(({ check }) => check.scope === "proof") ?? [];
    return withLoose(this.model, this.findings, before);
  }

  /** Works out `provenFindings`, a kind of request at each step. */
  *proving(): Generator<unknown, void> {
    yield* provingFor(this.model, this.#contents.settings().context);
    this.#provenFindings ??= withProofs(this.model, this.#contents.settings().context, this.findings);
  }

  /** What is known of each agreement and each claim; undefined as long as `proving` has not been gone through. */
  get knownProof(): ModelProof | undefined {
    const found = this.#provenFindings?.all;
    if (found) this.#proof ??= modelProof(this.model, this.#contents.settings().context, found);
    return this.#proof;
  }

  /** The same when the search for each proof may take so many steps. */
  proofWithin(steps: number): ModelProof {
    const context = { ...this.#contents.settings().context, steps };
    return modelProof(this.model, context, withProofs(this.model, context, this.findings).all);
  }

  /** What decides requests. */
  get engine(): Engine {
    this.#engine ??= compile(this.model, this.holidays);
    return this.#engine;
  }

  /** What `torikime.yaml` says, and what cannot be understood in it. */
  get settings(): Pick<ReadSettings, "path" | "settings" | "problems"> {
    return this.#contents.settings();
  }

  /** The day for which the findings hold. */
  get today(): Day {
    return this.#contents.settings().context.today;
  }

  /** Public holidays, with the changes of the settings. */
  get holidays(): Holidays {
    return this.#contents.settings().context.holidays;
  }

  #withAgreements(agreements: ReadonlyMap<string, AgreementFile>): Snapshot {
    return new Snapshot({ ...this.#contents, agreements }, this.#results());
  }

  #withOthers(others: ReadonlyMap<string, YamlFile>): Snapshot {
    const known = this.#contents.settings;
    const { surroundings } = this.#contents;
    const settings = lazily(() => (sameSettings(others, known()) ? known() : settingsIn(others, surroundings)));
    return new Snapshot({ ...this.#contents, others, settings }, this.#results());
  }

  #results(): Results {
    return {
      model: this.#model ?? this.#before.model,
      completionModel: this.#completionModel ?? this.#before.completionModel,
      findings: this.#findings ?? this.#before.findings,
      provenFindings: this.#provenFindings ?? this.#before.provenFindings,
    };
  }

  #files(): readonly SourceFile[] {
    return this.#sorted().map(([path, file]) => ({ path, syntax: file.reading().syntax }));
  }

  #standIns(): readonly SourceFile[] {
    return this.#sorted().map(([path, file]) => ({ path, syntax: standIn(file.reading()) }));
  }

  #linkStandIns(): Model {
    const isWhole = [...this.#contents.agreements.values()].every((file) => file.reading().lastGood.size === 0);
    return isWhole ? this.model : link(this.#standIns(), this.#before.completionModel ?? this.model);
  }

  #sorted(): readonly (readonly [string, AgreementFile])[] {
    return this.agreementPaths().flatMap((path) => {
      const file = this.#contents.agreements.get(path);
      return file ? [[path, file] as const] : [];
    });
  }
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

function yamlFile(text: string): YamlFile {
  return { text, scenarios: lazily(() => readScenarios(text)) };
}

function settingsIn(others: ReadonlyMap<string, YamlFile>, surroundings: Surroundings): ReadSettings {
  const path = settingsPath(others);
  const text = path === undefined ? "" : (others.get(path)?.text ?? "");
  const read =
    path === undefined ? { settings: noSettings, problems: [] } : readSettings(text, nameableIn(surroundings));
  return { path, text, ...read, context: checkContext(read.settings, surroundings) };
}

function sameSettings(others: ReadonlyMap<string, YamlFile>, known: ReadSettings): boolean {
  const path = settingsPath(others);
  return path === known.path && (path === undefined || others.get(path)?.text === known.text);
}

function settingsPath(others: ReadonlyMap<string, YamlFile>): string | undefined {
  return [...others.keys()].filter((path) => nameOf(path) === "torikime.yaml").sort((a, b) => a.length - b.length)[0];
}
