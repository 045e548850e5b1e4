// usage: node make-service-spec.mjs VERSION TEMPLATE...     run by make-service-spec.sh
import { readFileSync } from 'node:fs';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

const [version, ...templates] = process.argv.slice(2);
const database = loadAwsServiceSpecSync();
const used = new Set(templates.flatMap(file => Object.values(JSON.parse(readFileSync(file, 'utf8')).Resources).map(resource => resource.Type)));
const sorted = entries => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

// A type as one word: string, list<ref:Statement>, map<string>, string|ref:Code.
function word(type) {
  switch (type.type) {
    case 'array': return `list<${word(type.element)}>`;
    case 'map': return `map<${word(type.element)}>`;
    case 'ref': return `ref:${database.get('typeDefinition', type.reference).name}`;
    case 'union': return type.types.map(word).join('|');
    default: return type.type;
  }
}

function property(value) {
  const result = { type: word(value.type) };
  if (value.required) result.required = true;
  if (value.type.allowedValues) result.values = value.type.allowedValues;
  return result;
}

const properties = owner => sorted(Object.entries(owner.properties).map(([name, value]) => [name, property(value)]));

function resource(type) {
  const [found] = database.lookup('resource', 'cloudFormationType', 'equals', type);
  if (!found) throw new Error(`${type} is not known to version ${version}`);
  return {
    attributes: Object.keys(found.attributes).sort(),
    properties: properties(found),
    types: sorted(database.follow('usesType', found).map(use => [use.entity.name, properties(use.entity)])),
  };
}

console.log(JSON.stringify({
  notice: `Made by make-service-spec.sh from @aws-cdk/aws-service-spec ${version}, Copyright Amazon.com, Inc. or its affiliates, licensed under the Apache License 2.0.`,
  resources: sorted([...used].filter(type => type.startsWith('AWS::')).map(type => [type, resource(type)])),
}, null, 1));
