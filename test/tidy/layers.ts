/** Which layer a file is in, what it imports, and which of its imports the order of the layers forbids. */
import * as path from "node:path";
import { type SourceFile, withoutComments } from "./source.ts";

/** An import as written, with the file that has it. */
export interface Import {
  readonly from: string;
  readonly target: string;
}

const statement = /^(?:import|export)\s(?:[^"'();]*?\bfrom\s*)?"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

/** Every import of a file, dynamic ones and re-exports included; relative targets as paths from the root. */
export function importsOf({ path: from, text }: SourceFile): readonly Import[] {
  const written = withoutComments(text).matchAll(statement);
  return [...written].map(([, direct = "", target = direct]) => ({
    from,
    target: target.startsWith(".") ? path.posix.join(path.posix.dirname(from), target) : target,
  }));
}

/** Which group of layers a file is in, and which layer of it; the longest path that holds the file counts. */
function placeOf(file: string, layers: readonly (readonly string[])[]): { group: number; layer: string } | undefined {
  const all = layers.flatMap((group, index) => group.map((layer) => ({ group: index, layer })));
  const around = all.filter(({ layer }) => file === layer || file.startsWith(`${layer}/`));
  return around.sort((a, b) => b.layer.length - a.layer.length)[0];
}

/** The imports that go up, or sideways within a group, and files that are in no layer. */
export function wrongWay(imports: readonly Import[], layers: readonly (readonly string[])[]): readonly string[] {
  return imports.flatMap(({ from, target }) => {
    if (!/\.ts$/.test(target)) return [];
    const [here, there] = [placeOf(from, layers), placeOf(target, layers)];
    if (!here || !there) return [`${here ? target : from} is in no layer`];
    if (here.layer === there.layer || there.group < here.group) return [];
    return [`${from} imports ${target}, ${there.group === here.group ? "sideways" : "upward"}`];
  });
}

/** A library, or several by a pattern, and the only places that may use it. */
export interface Home {
  readonly library: RegExp;
  readonly places: readonly RegExp[];
}

/** The imports of libraries where they have no home, and of libraries that have none at all. */
export function strayLibraries(imports: readonly Import[], homes: readonly Home[]): readonly string[] {
  const external = imports.filter(({ target }) => !/^(?:client|grammar|server)\/|^package\.json$/.test(target));
  return external.flatMap(({ from, target }) => {
    const home = homes.find(({ library }) => library.test(target));
    if (home?.places.some((place) => place.test(from))) return [];
    return [`${from} imports ${target}${home ? "" : ", which no layer owns"}`];
  });
}
