/** Where a request of the random models lies in the space of its kind. */

import type { Cell } from "../../../server/core/prover/cells.ts";
import { isCellOf, type Space } from "../../../server/core/prover/space.ts";
import { firstMidnight, type Point } from "./generate.ts";

/** The cell of each dimension in which a point lies. */
export function cellsAt(space: Space, point: Point): readonly number[] {
  return space.dimensions.map(({ subject, cells }) => {
    const name = "name" in subject ? `${subject.kind} ${subject.name}` : subject.kind;
    return cells.findIndex((cell) => isAt(cell, name, cells, point));
  });
}

function isAt(cell: Cell, name: string, cells: readonly Cell[], point: Point): boolean {
  switch (name) {
    case "time": {
      const at = firstMidnight + point.hour * 3_600_000;
      return cell.kind === "moments" && cell.intervals.some(({ open, close }) => open <= at && at < close);
    }
    case "asker":
      return cell.kind === "asker" && cell.name === point.asker;
    case "customer": {
      const isNamed = cells.some((each) => each.kind === "name" && each.name === point.customer);
      return cell.kind === "name" && cell.name === (isNamed ? point.customer : undefined);
    }
    case "field severity":
      return isCellOf(cell, { kind: "name", name: point.severity }, cells);
    case "field rate":
      return isCellOf(cell, { kind: "decimal", value: { unscaled: BigInt(point.rate), scale: 0 } }, cells);
    default:
      return isCellOf(cell, point.tier === undefined ? undefined : { kind: "name", name: point.tier }, cells);
  }
}
