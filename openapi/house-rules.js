/** Rules of this project for its API document, as a plugin of Redocly; `redocly.yaml` turns them on. */

const NUMBERS = ['number', 'integer'];
const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
/** Numbers without a range are values of a metric or sums of such: their description names the unit. */
const NAMES_UNIT = /\bunits?\b|\bseconds\b|\bsum\b|\bvariance\b/i;

const typesOf = ({ type }) => [type].flat().filter((each) => each !== undefined && each !== 'null');
const locationOf = (ctx, ...steps) => ctx.location.child(steps);

function FieldsDescribed() {
  return {
    Schema: {
      enter(schema, ctx) {
        for (const [name, field] of Object.entries(schema.properties ?? {})) {
          if (!field.$ref && !field.description)
            ctx.report({ message: `Describe the field ${name}.`, location: locationOf(ctx, 'properties', name) });
        }
      },
    },
  };
}

function NumbersBounded() {
  return {
    Schema: {
      enter(schema, ctx) {
        for (const [name, field] of Object.entries(schema.properties ?? {})) {
          if (!typesOf(field).some((type) => NUMBERS.includes(type))) continue;
          if (BOUNDS.some((bound) => bound in field) || NAMES_UNIT.test(field.description ?? '')) continue;
          const message = `Give the number ${name} a range, or name its unit in its description.`;
          ctx.report({ message, location: locationOf(ctx, 'properties', name) });
        }
      },
    },
  };
}

function ErrorsListCodes() {
  return {
    Response: {
      enter(response, ctx) {
        if (Number(ctx.key) < 400) return;
        if (!(response['x-problem-codes']?.length > 0))
          ctx.report({ message: `List the codes of ${ctx.key} in x-problem-codes.`, location: ctx.location });
        const types = Object.keys(response.content ?? {});
        if (types.join() !== 'application/problem+json')
          ctx.report({ message: `${ctx.key} must be application/problem+json alone.`, location: ctx.location });
        const name = response.content?.[types[0]]?.schema?.$ref?.split('/').at(-1) ?? '';
        if (!name.endsWith('ProblemResponse'))
          ctx.report({ message: `The schema of ${ctx.key} must be a ProblemResponse.`, location: ctx.location });
      },
    },
  };
}

function ListsPaged() {
  return {
    Operation: {
      enter(operation, ctx) {
        const schema = operation.responses?.['200']?.content?.['application/json']?.schema?.$ref ?? '';
        if (!/^list/.test(operation.operationId) && !schema.endsWith('Page')) return;
        const names = (operation.parameters ?? []).map(({ name }) => name);
        const missing = ['limit', 'cursor'].filter((name) => !names.includes(name));
        if (missing.length > 0)
          ctx.report({ message: `A list takes ${missing.join(' and ')}.`, location: ctx.location });
        if (!schema.endsWith('Page')) ctx.report({ message: 'A list answers a page.', location: ctx.location });
        if (!('Link' in (operation.responses?.['200']?.headers ?? {})))
          ctx.report({ message: 'A list answers the header Link.', location: ctx.location });
      },
    },
  };
}

function PostsRepeatable() {
  return {
    PathItem: {
      enter(path, ctx) {
        const names = (path.post?.parameters ?? []).map(({ name }) => name);
        if (path.post && !names.includes('Idempotency-Key'))
          ctx.report({ message: 'A POST takes Idempotency-Key.', location: locationOf(ctx, 'post') });
      },
    },
  };
}

function ExamplesGiven() {
  const hasExample = (media) => media.example !== undefined || Object.keys(media.examples ?? {}).length > 0;
  return {
    Operation: {
      enter(operation, ctx) {
        const report = (what, ...steps) =>
          ctx.report({
            message: `${operation.operationId}: give ${what} an example.`,
            location: locationOf(ctx, ...steps),
          });
        for (const [type, media] of Object.entries(operation.requestBody?.content ?? {}))
          if (!hasExample(media)) report(`the ${type} it takes`, 'requestBody', 'content', type);
        const bodies = Object.entries(operation.responses ?? {}).flatMap(([status, { content = {} }]) =>
          Object.entries(content).map(([type, media]) => ({ status, type, media })),
        );
        for (const { status, type, media } of bodies.filter((body) => Number(body.status) < 300))
          if (!hasExample(media)) report(`the ${type} of ${status}`, 'responses', status, 'content', type);
      },
    },
  };
}

function EnumsNamed() {
  return {
    Schema: {
      enter(schema, ctx) {
        const isComponent = /^#\/components\/(schemas|headers)\/[^/]+(\/schema)?$/.test(ctx.location.pointer);
        if (schema.enum?.length > 1 && !isComponent)
          ctx.report({ message: 'Name this enum in tools/api-document/named-enums.ts.', location: ctx.location });
      },
    },
  };
}

export default function houseRules() {
  const rules = {
    'fields-described': FieldsDescribed,
    'numbers-bounded': NumbersBounded,
    'errors-list-codes': ErrorsListCodes,
    'lists-paged': ListsPaged,
    'posts-repeatable': PostsRepeatable,
    'examples-given': ExamplesGiven,
    'enums-named': EnumsNamed,
  };
  return { id: 'house', rules: { oas3: rules } };
}
