import { AstUtils, DefaultScopeComputation, DefaultScopeProvider, EMPTY_SCOPE, MultiMap } from "langium";

/**
 * Every name of a file is visible in all files, so the index holds people and channels too, and no name is local. That
 * leaves the toolkit's global scope, a hash map, as the one place to look in; its default, which walks through all local
 * names at each reference, takes many times as long on large files.
 */
export class AgreementsScopeComputation extends DefaultScopeComputation {
  /** The names that a document gives to all documents. */
  collectExportedSymbols(document, cancelToken) {
    return this.collectExportedSymbolsForNode(document.parseResult.value, document, declaredIn, cancelToken);
  }

  /** None. */
  async collectLocalSymbols() {
    return new MultiMap();
  }
}

function* declaredIn(file) {
  for (const item of file.items) {
    if (item.$type === "ChannelList") yield* item.channels;
    else yield item;
    if (item.$type === "Team") yield* peopleOf(item);
  }
}

/** The people whom a team declares. */
export function peopleOf(team) {
  return team.lines.flatMap((line) => {
    if (line.$type === "Lead") return line.person ? [line.person] : [];
    return line.$type === "Members" ? line.people : [];
  });
}

/** Three kinds of names depend on where they stand: properties of what is asked for, choices, and clauses. */
export class AgreementsScopeProvider extends DefaultScopeProvider {
  /** The names that may stand in a reference's place. */
  getScope(context) {
    switch (`${context.container.$type}:${context.property}`) {
      case "NamedSubject:named":
        return this.propertiesIn(context);
      case "Comparison:choices":
        return this.choicesOf(context.container.subject, context);
      case "AttributeLine:value":
        return this.createScopeForNodes(context.container.attribute?.ref?.values ?? []);
      case "ExceptionRule:clause":
        return this.createScopeForNodes(context.container.agreement?.ref?.lines ?? []);
      default:
        return this.getGlobalScope(this.reflection.getReferenceType(context), context);
    }
  }

  propertiesIn(context) {
    const fields = kindAround(context.container)?.fields ?? [];
    return this.createScopeForNodes(fields, this.getGlobalScope("Attribute", context));
  }

  choicesOf(subject, context) {
    if (subject?.$type === "CustomerSubject") return this.getGlobalScope("Customer", context);
    const property = subject?.named?.ref;
    if (!property) return EMPTY_SCOPE;
    return this.createScopeForNodes((property.$type === "Field" ? property.type?.values : property.values) ?? []);
  }
}

/** The kind of request that the clause or exception around a node is about. */
function kindAround(node) {
  const around = AstUtils.getContainerOfType(node, isAboutKind);
  return around?.$type === "ExceptionRule" ? around.clause?.ref?.kind?.ref : around?.kind?.ref;
}

function isAboutKind(node) {
  return node.$type === "Handle" || node.$type === "Commit" || node.$type === "ExceptionRule";
}
