import { gatePolicyJsonSchema } from './gate-policy-json-schema.js';

it('the JSON Schema describes every field', () => {
  const undescribed: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties } = node as { properties?: Record<string, { description?: string }> };
    for (const [name, property] of Object.entries(properties ?? {}))
      if (!property.description) undescribed.push(`${path}/${name}`);
    for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
  };
  visit(gatePolicyJsonSchema(), '');
  expect(undescribed).toEqual([]);
});
