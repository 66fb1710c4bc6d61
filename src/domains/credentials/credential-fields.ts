import type { CredentialDefinition, Parameter } from '@orchestrator/node-sdk';
import { isShown, prepareParameters } from '@orchestrator/node-sdk';
import { isExpression, type JsonObject } from '@orchestrator/workflow';
import type { FieldFault } from '../../http/problem.js';

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
export function faultsOf(definition: CredentialDefinition, data: JsonObject): FieldFault[] {
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
        faults.push({ field: `data.${name}`, message: `${parameter.label} is required` });
      } else prepared.one(name, (text) => text);
    } catch (error) {
      faults.push({ field: `data.${name}`, message: (error as Error).message });
    }
  }
  return faults;
}
