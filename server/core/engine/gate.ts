import type { Test } from "./condition.ts";
import type { Gate, Overlay } from "./plan.ts";
import { listKey, sharing } from "./sharing.ts";

/** Gives the gates of a clause's overlays; clauses whose overlays ask the same get the same list. */
export function gateSharing(): (overlays: readonly Overlay<unknown>[]) => readonly Gate[] {
  const numbers = new Map<Test | undefined, number>();
  const [gates, lists] = [sharing<Gate>(), sharing<readonly Gate[]>()];
  const numberOf = (test: Test | undefined): number => {
    const number = numbers.get(test) ?? numbers.size;
    numbers.set(test, number);
    return number;
  };
  return (overlays) => {
    const keyed = overlays.map((overlay) => ({ overlay, key: keyOf(overlay, numberOf(overlay.test)) }));
    return lists(listKey(keyed.map(({ key }) => key)), () =>
      keyed.map(({ overlay, key }) => gates(key, () => gateOf(overlay))),
    );
  };
}

function keyOf({ kinds, inside, force }: Gate, test: number): string {
  return [test, kinds?.join(",") ?? "all", inside, force.first, force.last].join(" ");
}

function gateOf({ test, kinds, inside, force }: Gate): Gate {
  return { test, kinds, inside, force };
}
