import type { CredentialDefinition, Parameter } from '@orchestrator/node-sdk';
import { isShown, prepareParameters } from '@orchestrator/node-sdk';
import { isExpression, type JsonObject } from '@orchestrator/workflow';
import { type FieldFault, Problem } from '../../http/problem.js';

/** Certificates and keys fit; a credential is no place for files. */
const MAX_DATA_CHARACTERS = 64 * 1024;

/** Whether a field's value is to be kept from everybody: it goes in and never comes out. */
export function isSecret(parameter: Parameter): boolean {
  return (parameter.kind === 'string' && parameter.password === true) || parameter.kind === 'json';
}

/** What may be shown of a credential: the fields that are no secret. */
export function shownFields(definition: CredentialDefinition, data: JsonObject): JsonObject {
  const fields = Object.entries(definition.parameters).filter(([, parameter]) => !isSecret(parameter));
  return Object.fromEntries(fields.flatMap(([name]) => (data[name] === undefined ? [] : [[name, data[name]]])));
}

/** Faults of a credential's data: fields that it does not have, required ones that are missing, values of a wrong type. */
function faultsOf(definition: CredentialDefinition, data: JsonObject): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const name of Object.keys(data)) {
    if (!Object.hasOwn(definition.parameters, name)) {
      faults.push({ field: `data.${name}`, message: `${definition.label} has no field '${name}'` });
    }
  }
  const prepared = prepareParameters(definition.parameters, data);
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    const given = data[name];
    if (isExpression(given)) continue; // worked out when a node uses it
    try {
      const look = (other: string) => prepared.one(other.replace(/^\//, ''), (text) => text);
      const missing = given === undefined || given === null || given === '';
      if (parameter.required && missing && parameter.default === '' && isShown(parameter, look)) {
        faults.push({ field: `data.${name}`, message: `"${parameter.label}" has to be given.` });
      } else prepared.one(name, (text) => text);
    } catch (error) {
      faults.push({ field: `data.${name}`, message: (error as Error).message });
    }
  }
  return faults;
}

/** @throws Problem 422 naming every field that is missing or wrong */
export function requireGood(definition: CredentialDefinition, data: JsonObject): void {
  if (JSON.stringify(data).length > MAX_DATA_CHARACTERS) {
    throw Problem.invalid('credential.too_large', `A credential has ${MAX_DATA_CHARACTERS} characters at most.`);
  }
  const faults = faultsOf(definition, data);
  if (faults.length > 0)
    throw Problem.invalid('credential.invalid', 'The credential has fields that are missing or wrong.', faults);
}
