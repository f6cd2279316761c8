/** The names in a symbol's key: `field:incident.severity` gives "incident" and "severity". */
export function namesIn(symbol: string): readonly string[] {
  const qualified = symbol.slice(symbol.indexOf(":") + 1);
  return [...qualified.matchAll(/`([^`]*)`|([^.]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** The space of a symbol's key: `field:incident.severity` gives "field". */
export function spaceOf(symbol: string): string {
  return symbol.slice(0, symbol.indexOf(":"));
}
