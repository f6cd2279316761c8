/** Both ways between the client's URIs and the paths that the core and its messages use. */
export interface Addresses {
  /** The path below the workspace's folder (with its name before it where there are several); outside of all, the whole URI, decoded. */
  readonly pathOf: (uri: string) => string;
  /** The URI as the client wrote it. */
  readonly uriOf: (path: string) => string;
  /** The folders as the beginnings of paths: "" for a single one, else "name/". */
  readonly folders: readonly string[];
}

/** A folder of the workspace as the client names it. */
export interface Folder {
  readonly uri: string;
  readonly name: string;
}

/** Addresses within these folders; they remember every URI they were asked about. */
export function addressesIn(folders: readonly Folder[]): Addresses {
  const prefixes = folders.map((folder, index) => ({
    start: `${decoded(folder.uri).replace(/\/+$/, "")}/`,
    prefix: folders.length > 1 ? `${distinctName(folders, index)}/` : "",
  }));
  prefixes.sort((a, b) => b.start.length - a.start.length);
  const uris = new Map<string, string>();
  const pathOf = (uri: string) => {
    const whole = decoded(uri);
    const home = prefixes.find(({ start }) => whole.startsWith(start));
    const path = home ? home.prefix + whole.slice(home.start.length) : whole;
    uris.set(path, uri);
    return path;
  };
  return { pathOf, uriOf: (path) => uris.get(path) ?? path, folders: prefixes.map(({ prefix }) => prefix) };
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function distinctName(folders: readonly Folder[], index: number): string {
  const name = folders[index]?.name ?? "";
  return folders.slice(0, index).some((folder) => folder.name === name) ? `${name} ${index + 1}` : name;
}
