import assert from "node:assert/strict";
import type { Cell } from "../../../server/core/prover/space/cells.ts";
import { momentCells, type TimeAtom } from "../../../server/core/prover/space/moments.ts";
import { timesInWords } from "../../../server/core/prover/space/times.ts";
import { parseDate } from "../../../server/core/time/date.ts";
import { toInstant, type Zone, zoneOf } from "../../../server/core/time/zone.ts";
import { firstOfApril } from "../../harness/models.ts";
import { random } from "../../harness/random.ts";

const seed = Number(process.env.SEED ?? 20260822);
const rounds = 2000;
const first = firstOfApril;
const days = 24;

// Dates that are in force or not, put into words, and the words read again day by day.
describe("dates in words", () => {
  it(`mean just the times that they are about (SEED=${seed})`, () => {
    const { below, pick } = random(seed);
    let told = 0;
    for (let round = 0; round < rounds; round += 1) {
      const zones = round % 3 === 0 ? ["Asia/Tokyo", "Europe/Berlin"] : ["Asia/Tokyo"];
      const atoms = Array.from({ length: 1 + below(3) }, (): TimeAtom => {
        const start = first + below(days - 8);
        const last = below(8) === 0 ? undefined : start + below(8);
        return { kind: "force", range: { first: start, last }, zone: zoneNamed(pick(zones)) };
      });
      const cells = cellsOf(atoms);
      const conditions = Array.from({ length: 1 + below(2) }, () => atoms.map(() => [true, false][below(3)]));
      const picked = cells.flatMap((cell, number) =>
        conditions.some((holding) => isPicked(cell, holding)) ? [number] : [],
      );
      if (picked.length === 0 || picked.length === cells.length) continue;
      const words = timesInWords(cells, picked, atoms, zoneNamed("Asia/Tokyo")).en;
      if (words.startsWith("at times")) continue;
      told += 1;
      for (const [number, cell] of cells.entries())
        for (const { open, close } of cell.kind === "moments" ? cell.intervals : [])
          for (let at = open; at < close; at += 6 * 3_600_000)
            assert.equal(holds(words, at), picked.includes(number), `${words} at ${new Date(at).toISOString()}`);
    }
    assert.ok(told > rounds / 3);
  });
});

function zoneNamed(name: string): Zone {
  const zone = zoneOf(name);
  assert.ok(zone);
  return zone;
}

function cellsOf(atoms: readonly TimeAtom[]): readonly Cell[] {
  const horizon = { first, last: first + days, isWhole: true };
  return momentCells(atoms, horizon, zoneNamed("Asia/Tokyo"), () => undefined);
}

function isPicked(cell: Cell, holding: readonly (boolean | undefined)[]): boolean {
  return (
    cell.kind === "moments" && holding.every((wanted, atom) => wanted === undefined || cell.holds.has(atom) === wanted)
  );
}

/** "on A..B or C in ZONE, not on D..": every part, between commas, has to hold; of parts with "or on" between one. */
function holds(words: string, at: number): boolean {
  return words.split(", ").every((parts) =>
    parts.split(/ or (?=(?:not )?on )/).some((part) => {
      const [, not, dates = "", zone = "Asia/Tokyo"] = /^(not )?on (.*?)(?: in (\S+))?$/.exec(part) ?? [];
      const isThen = dates.split(" or ").some((range) => {
        const [from = "", to = range.includes("..") ? "2099-01-01" : from] = range
          .split("..")
          .filter((each) => each !== "");
        const [start, end] = [from, to].map((each) => parseDate(each) ?? Number.NaN);
        assert.ok(start !== undefined && end !== undefined && start <= end, words);
        return at >= toInstant(zoneNamed(zone), start, 0) && at < toInstant(zoneNamed(zone), end + 1, 0);
      });
      return isThen !== (not !== undefined);
    }),
  );
}
