/** Writes how types with a secret print themselves, from the marks of the API document: `node secrets.js DOCUMENT OUT`. */
import { readFileSync, writeFileSync } from 'node:fs';

const [, , document, out] = process.argv;
const { schemas } = JSON.parse(readFileSync(document, 'utf8')).components;

const secretsOf = ({ properties = {} }) => Object.keys(properties).filter((name) => properties[name]['x-secret']);
const camelCase = (name) => name.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase());

const methods = Object.entries(schemas)
  .map(([type, schema]) => [type, schema, secretsOf(schema)])
  .filter(([, , secrets]) => secrets.length > 0)
  .map(([type, { required = [] }, secrets]) => {
    const hidden = secrets.map((name) => `\tv.${camelCase(name)} = ${required.includes(name) ? 'hidden' : 'nil'}\n`).join('');
    return `
// String shows the value without its secrets.
func (v ${type}) String() string {
	type plain ${type}
${hidden}	return fmt.Sprintf("%+v", plain(v))
}

// GoString shows the value without its secrets.
func (v ${type}) GoString() string { return "api.${type}" + v.String() }
`;
  });

writeFileSync(
  out,
  `// Code generated from openapi/openapi.json by secrets.js. DO NOT EDIT.

package api

import "fmt"

const hidden = "hidden"
${methods.join('')}`,
);
