export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#1f5d57"/>
<path d="M6 10h20M6 22h20" stroke="#fff" stroke-width="3" stroke-linecap="round"/>
<path d="M13 10v12M19 10v12" stroke="#8fd3c8" stroke-width="3"/>
</svg>
`;

export const STYLES = `:root { color-scheme: light dark; --ink: #1b2423; --soft: #55625f; --line: #d7dedc; --ground: #fff; --code: #f2f5f4; --link: #17665d; }
@media (prefers-color-scheme: dark) {
  body.text { --ink: #e6ecea; --soft: #a3b1ad; --line: #35413e; --ground: #141a19; --code: #1e2725; --link: #7fcfc3; }
}
body { margin: 0; }
body.text { background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
body.text main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
.text h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; overflow-wrap: anywhere; }
.text h2 { font-size: 1.05rem; margin: 1.75rem 0 0.25rem; }
.text p, .text ul { margin: 0.4rem 0; }
.text ul { padding-left: 1.2rem; }
.text a { color: var(--link); }
.text .status { color: var(--soft); margin: 0; }
.text code, .text pre { font-family: ui-monospace, monospace; font-size: 0.9em; background: var(--code); border-radius: 4px; }
.text code { padding: 0.1em 0.3em; overflow-wrap: anywhere; }
.text pre { padding: 0.8rem 1rem; overflow-x: auto; }
.text pre code { padding: 0; overflow-wrap: normal; }
.text table { border-collapse: collapse; width: 100%; }
.text td { border-top: 1px solid var(--line); padding: 0.4rem 0.6rem 0.4rem 0; vertical-align: top; overflow-wrap: anywhere; }
@media (max-width: 36rem) {
  .text td { display: block; border: 0; padding: 0; }
  .text tr { display: block; border-top: 1px solid var(--line); padding: 0.5rem 0; }
}
body.reference { background: #fff; color-scheme: light; }
@media (max-width: 48rem) {
  body.reference .swagger-ui .wrapper { padding: 0 0.75rem; }
  body.reference .swagger-ui .opblock .opblock-summary { flex-wrap: wrap; }
  body.reference .swagger-ui .opblock .opblock-summary-description { flex-basis: 100%; overflow-wrap: anywhere; }
  body.reference .swagger-ui .opblock-body, body.reference .swagger-ui .table-container { overflow-x: auto; }
}
`;

/** Starts Swagger UI on the document of this very service. */
export const START_SCRIPT = `window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  persistAuthorization: false,
  validatorUrl: null,
});
`;
