import { type ProblemPage } from './problem-page.js';

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

/** Where somebody lands who opens the address in a browser. */
export function startPage(version: string): string {
  return textPage(
    'Stagegate',
    `<h1>Stagegate</h1>
<p class="status">Version ${escaped(version)}</p>
<p>A model registry with promotion gates: it keeps models and their versions, judges by a policy whether a version may go to
Production, has people approve it, and records who decided what on which evidence.</p>
<h2>Where to go</h2>
<ul>
<li><a href="/docs">The API</a>, to read and to try out</li>
<li><a href="/openapi.json">OpenAPI document</a>, <a href="/openapi.yaml">as YAML</a></li>
<li><a href="/docs/problems">All problems</a> that an answer can name, with cause and remedy</li>
<li>Health: <a href="/livez"><code>/livez</code></a> says that the process runs, <a href="/readyz"><code>/readyz</code></a> that it can serve</li>
</ul>
<h2>How to get a token</h2>
<p>Every call of the API carries one. With its own database the service writes an administrator's token to
<code>admin-token</code> in its data folder, <code>.stagegate</code> unless set otherwise. With a database of yours, whoever runs
the service issues the first one:</p>
<pre><code>npm run token -- anna admin</code></pre>
<p>An administrator issues all others, with roles and an end, at the address of this page, here <code>URL</code>:</p>
<pre><code>curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  $URL/api/v1/tokens -d '{"subject":"ci","roles":["contributor"]}'</code></pre>`,
  );
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
