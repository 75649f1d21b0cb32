/** Everything comes from here, nothing is inline, and nobody frames it. Swagger UI has its pictures in its style sheet. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Swagger UI on the document of this very service; nothing is loaded from elsewhere. */
export const REFERENCE_PAGE = page({
  title: 'Stagegate API',
  kind: 'reference',
  head: '<link rel="stylesheet" href="/docs/swagger-ui.css">',
  body: '<div id="swagger-ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script>',
});

/** What the service says of a code, to people as a page and to programs as this. */
export interface ProblemPage {
  code: string;
  status: number;
  title: string;
  cause: string;
  remedy: string;
  /** Pages of codes that are met in the same places. */
  related: string[];
  /** An answer as it may come. */
  example: object;
}

/** The page a problem's `type` leads to. */
export function problemPage({ code, status, title, cause, remedy, example, related }: ProblemPage): string {
  const links = related.map((path) => `<li><a href="${path}">${escaped(path.split('/').at(-1)!)}</a></li>`).join('');
  return textPage(
    code,
    `<p class="status">HTTP status ${status}</p>
<h1>${escaped(code)}</h1>
<p>${escaped(title)}.</p>
<h2>Cause</h2>
<p>${escaped(cause)}</p>
<h2>Remedy</h2>
<p>${escaped(remedy)}</p>
<h2>Example</h2>
<pre><code>${escaped(JSON.stringify(example, null, 2))}</code></pre>
${links === '' ? '' : `<h2>Related</h2>\n<ul>${links}</ul>`}
<p><a href="/docs/problems">All problems</a></p>`,
  );
}

export function problemsPage(problems: readonly Pick<ProblemPage, 'code' | 'status' | 'title'>[]): string {
  const rows = problems.map(
    ({ code, status, title }) =>
      `<tr><td>${status}</td><td><a href="/docs/problems/${code}">${code}</a></td><td>${escaped(title)}</td></tr>`,
  );
  return textPage(
    'Problems',
    `<h1>Problems</h1>
<p>An error is <code>application/problem+json</code> and names one of these as its <code>code</code>.</p>
<table>${rows.join('\n')}</table>`,
  );
}

function textPage(title: string, body: string): string {
  const home = '<p><a href="/">Stagegate</a></p>';
  return page({ title, kind: 'text', head: '', body: `<main>${title === 'Stagegate' ? '' : home}${body}</main>` });
}

interface Parts {
  title: string;
  kind: 'text' | 'reference';
  head: string;
  body: string;
}

function page({ title, kind, head, body }: Parts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="/docs/favicon.svg" type="image/svg+xml">
${head}
<link rel="stylesheet" href="/docs/style.css">
</head>
<body class="${kind}">
${body}
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
