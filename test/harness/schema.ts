/** The part of JSON Schema 2020-12 that our schemas use; a keyword beyond it is an error, so that no rule is passed over. */
type Schema = Readonly<Record<string, unknown>>;

/** What in a value is not as a schema says, each with its path, such as "decisions[0].respond: …". */
export function schemaErrors(schema: unknown, value: unknown): readonly string[] {
  const root = record(schema);
  return errorsAt({ root, schema: root, value, path: "" });
}

interface Spot {
  readonly root: Schema;
  readonly schema: Schema;
  readonly value: unknown;
  readonly path: string;
}

const notes = new Set(["$schema", "$defs", "title", "description"]);

function errorsAt(spot: Spot): readonly string[] {
  return Object.entries(spot.schema).flatMap(([keyword, rule]) =>
    notes.has(keyword) ? [] : broken(keyword, rule, spot),
  );
}

function broken(keyword: string, rule: unknown, spot: Spot): readonly string[] {
  const { value, root, path } = spot;
  const unless = (holds: boolean) =>
    holds ? [] : [`${path}: ${JSON.stringify(value)} is against ${keyword} ${JSON.stringify(rule)}`];
  switch (keyword) {
    case "$ref":
      return errorsAt({ ...spot, schema: definition(root, String(rule)) });
    case "anyOf":
      return unless(list(rule).some((one) => errorsAt({ ...spot, schema: record(one) }).length === 0));
    case "type":
      return unless([rule].flat().some((type) => isOfType(value, String(type))));
    case "const":
      return unless(value === rule);
    case "enum":
      return unless(list(rule).includes(value));
    case "pattern":
      return unless(typeof value !== "string" || new RegExp(String(rule), "u").test(value));
    case "minLength":
      return unless(typeof value !== "string" || value.length >= Number(rule));
    case "minimum":
      return unless(typeof value !== "number" || value >= Number(rule));
    case "items":
      return Array.isArray(value)
        ? value.flatMap((item, index) =>
            errorsAt({ root, schema: record(rule), value: item, path: `${path}[${index}]` }),
          )
        : [];
    case "required":
      return unless(!isRecord(value) || list(rule).every((key) => Object.hasOwn(value, String(key))));
    case "properties":
      return propertyErrors(spot, record(rule));
    case "additionalProperties":
      return otherPropertyErrors(spot, rule);
    default:
      throw new Error(`this check does not know the keyword ${keyword}`);
  }
}

function propertyErrors({ root, value, path }: Spot, rules: Schema): readonly string[] {
  if (!isRecord(value)) return [];
  return Object.entries(rules).flatMap(([key, rule]) =>
    Object.hasOwn(value, key)
      ? errorsAt({ root, schema: record(rule), value: value[key], path: `${path}.${key}` })
      : [],
  );
}

function otherPropertyErrors({ root, schema, value, path }: Spot, rule: unknown): readonly string[] {
  if (!isRecord(value)) return [];
  const known = new Set(Object.keys(isRecord(schema["properties"]) ? schema["properties"] : {}));
  const others = Object.keys(value).filter((key) => !known.has(key));
  if (rule === false) return others.map((key) => `${path}.${key}: is not in the schema`);
  return others.flatMap((key) => errorsAt({ root, schema: record(rule), value: value[key], path: `${path}.${key}` }));
}

function definition(root: Schema, reference: string): Schema {
  return record(record(root["$defs"])[reference.replace("#/$defs/", "")]);
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isRecord(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isRecord(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function record(value: unknown): Schema {
  if (isRecord(value)) return value;
  throw new Error(`a schema is a mapping, not ${JSON.stringify(value)}`);
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`a list is wanted, not ${JSON.stringify(value)}`);
}
