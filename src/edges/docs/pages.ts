/** Swagger UI on the document of this very service; nothing is loaded from elsewhere. */
export const DOCS_PAGE = page(
  'Stagegate API',
  '<link rel="stylesheet" href="/docs/swagger-ui.css">',
  '<div id="swagger-ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script>',
);

export const START_SCRIPT = `window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  persistAuthorization: false,
  validatorUrl: null,
});
`;

interface Kind {
  status: number;
  title: string;
}

/** The page a problem's \`type\` leads to. */
export function problemPage(code: string, kind: Kind): string {
  const body = `<h1>${code}</h1><p>HTTP status ${kind.status}.</p><p>${kind.title}.</p><p><a href="/docs/problems">All problems</a></p>`;
  return page(code, '', body);
}

export function problemsPage(kinds: ReadonlyMap<string, Kind>): string {
  const rows = [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { status, title }]) =>
        `<tr><td>${status}</td><td><a href="/docs/problems/${code}">${code}</a></td><td>${title}</td></tr>`,
    );
  return page('Problems', '', `<h1>Problems</h1><table>${rows.join('')}</table>`);
}

function page(title: string, head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}
