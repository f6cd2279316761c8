import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";

/** What in a value is not as a JSON Schema 2020-12 says, each with its path, such as "/decisions/0/respond must be object". */
export function schemaErrors(schema: AnySchemaObject, value: unknown): readonly string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}
