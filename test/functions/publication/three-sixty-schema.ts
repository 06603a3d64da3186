import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const read = (name: string): AnySchemaObject => {
  const text = readFileSync(new URL(`./360giving/${name}`, import.meta.url), 'utf8');
  // The schemas name their dialect by http, which the validator knows by https alone.
  return JSON.parse(text.replace('http://json-schema.org/draft/2020-12', 'https://json-schema.org/draft/2020-12'));
};

const [packageSchema, grantSchema] = [read('360-giving-package-schema.json'), read('360-giving-schema.json')];
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv, ['date', 'date-time', 'uri']);
// The package names the grant's schema by another version than the grant's own.
ajv.addSchema(grantSchema, packageSchema['properties'].grants.items.$ref);
const validate = ajv.compile(packageSchema);

/** What a package breaks of 360Giving's schemas. */
export function schemaErrors(openData: unknown): readonly ErrorObject[] {
  validate(openData);
  return validate.errors ?? [];
}
