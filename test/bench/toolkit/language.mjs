import { DocumentState, EmptyFileSystem, inject, TextDocument, URI } from "langium";
import { createLangiumGrammarServices, interpretAstReflection } from "langium/grammar";
import { createDefaultModule, createDefaultSharedModule } from "langium/lsp";
import grammarText from "./agreements.langium";
import { checks } from "./checks.mjs";
import { AgreementsScopeComputation, AgreementsScopeProvider } from "./names.mjs";

const uri = URI.parse("file:///bench.sla");

/** The language on the toolkit, with the services that a language server of it would have. */
export async function createLanguage() {
  const grammar = await readGrammar();
  const shared = inject(createDefaultSharedModule(EmptyFileSystem), {
    AstReflection: () => interpretAstReflection(grammar),
  });
  const services = inject(createDefaultModule({ shared }), {
    Grammar: () => grammar,
    LanguageMetaData: () => ({
      languageId: "sla",
      fileExtensions: [".sla"],
      caseInsensitive: false,
      mode: "production",
    }),
    parser: { ParserConfig: () => ({ recoveryEnabled: true, skipValidations: true }) },
    references: {
      ScopeComputation: (services) => new AgreementsScopeComputation(services),
      ScopeProvider: (services) => new AgreementsScopeProvider(services),
    },
  });
  shared.ServiceRegistry.register(services);
  services.validation.ValidationRegistry.register(checks);
  shared.workspace.DocumentBuilder.updateBuildOptions = { validation: true };
  await shared.workspace.WorkspaceManager.initializeWorkspace([]);
  return { services, shared };
}

/** What the toolkit's own command line does before it writes the grammar down as a module. */
async function readGrammar() {
  const { shared } = createLangiumGrammarServices(EmptyFileSystem);
  const document = shared.workspace.LangiumDocumentFactory.fromString(
    grammarText,
    URI.parse("memory:/grammar.langium"),
  );
  await shared.workspace.DocumentBuilder.build([document], { validation: true });
  const errors = document.diagnostics.filter(({ severity }) => severity === 1);
  if (errors.length > 0) throw new Error(errors.map(({ range, message }) => `${range.start.line}: ${message}`).join());
  return document.parseResult.value;
}

/** A text opened in the language: parsed, indexed, linked and validated. */
export async function opened({ shared }, text) {
  const { DocumentBuilder, LangiumDocumentFactory, LangiumDocuments, TextDocuments } = shared.workspace;
  const source = TextDocument.create(uri.toString(), "sla", 1, text);
  TextDocuments.set(source);
  const document = LangiumDocumentFactory.fromTextDocument(source, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  return document;
}

/** The document after its text was changed as an editor changes it, built anew to its diagnostics. */
export async function edited({ shared }, document, { start, end, newText }) {
  const source = document.textDocument;
  const range = { start: source.positionAt(start), end: source.positionAt(end) };
  TextDocument.update(source, [{ range, text: newText }], source.version + 1);
  await shared.workspace.DocumentBuilder.update([uri], []);
  const built = shared.workspace.LangiumDocuments.getDocument(uri);
  if (built.state !== DocumentState.Validated) throw new Error("the document was not validated");
  return built;
}

/** Throws unless the whole text was read: every name linked, nothing to say about it. */
export function assertClean({ diagnostics, references }) {
  const unlinked = references.filter(({ ref }) => !ref).length;
  if (references.length < 10_000 || unlinked > 0)
    throw new Error(`${unlinked} of ${references.length} names not linked`);
  if (diagnostics.length > 0) throw new Error(`line ${diagnostics[0].range.start.line + 1}: ${diagnostics[0].message}`);
}
