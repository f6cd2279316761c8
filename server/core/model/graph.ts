/** What was found by walking a graph of names. */
export interface Walk {
  /** Every node after those that it points to, the edges of `closing` left out. */
  readonly order: readonly string[];
  /** The first hundred ways round, each with its first node again at the end. */
  readonly cycles: readonly (readonly string[])[];
  /** Whether the edge closes a cycle, so that without these edges there is none. */
  readonly closes: (from: string, to: string) => boolean;
}

interface Step {
  readonly node: string;
  readonly targets: readonly string[];
  next: number;
}

/** Walks the graph depth first, without recursion; targets that are no nodes are passed over. */
export function walk(graph: ReadonlyMap<string, readonly string[]>): Walk {
  const order: string[] = [];
  const cycles: string[][] = [];
  const closing = new Map<string, Set<string>>();
  const state = new Map<string, "entered" | "left">();
  for (const start of graph.keys()) {
    const path: Step[] = state.has(start) ? [] : [enter(start)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const target = step.targets[step.next];
      step.next += 1;
      if (target === undefined) leave(path, step.node);
      else if (state.get(target) === "entered") close(path, step.node, target);
      else if (!state.has(target) && graph.has(target)) path.push(enter(target));
    }
  }
  return { order, cycles, closes: (from, to) => closing.get(from)?.has(to) === true };

  function enter(node: string): Step {
    state.set(node, "entered");
    return { node, targets: graph.get(node) ?? [], next: 0 };
  }

  function leave(path: Step[], node: string): void {
    path.pop();
    state.set(node, "left");
    order.push(node);
  }

  function close(path: readonly Step[], from: string, to: string): void {
    const known = closing.get(from) ?? new Set();
    if (!known.has(to) && cycles.length < mostCycles) cycles.push([...nodesFrom(path, to), to]);
    closing.set(from, known.add(to));
  }
}

function nodesFrom(path: readonly Step[], first: string): readonly string[] {
  const nodes = path.map((step) => step.node);
  return nodes.slice(nodes.indexOf(first));
}

/** Nobody reads more, and in a large graph there can be very many and long ones. */
const mostCycles = 100;
