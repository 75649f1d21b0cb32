// Fails when a page of the built site leads to a file or an anchor that is not there, or when no page leads to it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'node-html-parser';

const SITE = join(import.meta.dirname, 'dist');
const START = 'index.html';

const paths = readdirSync(SITE, { recursive: true }).filter((file) => file.endsWith('.html') && file !== '404.html');
const pages = new Map(paths.map((path) => [path, parse(readFileSync(join(SITE, path), 'utf8'))]));
const reached = new Set([START]);
const faults = [];

for (const [path, page] of pages) {
  for (const link of page.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href');
    if (/^[a-z]+:/i.test(href)) continue;
    const [file, anchor] = targetOf(path, href);
    const target = pages.get(file);
    if (target === undefined && !isFile(join(SITE, file))) faults.push(`${path}: ${href} leads nowhere`);
    else if (anchor && target && !target.getElementById(anchor)) faults.push(`${path}: ${href} has no such anchor`);
    else if (file !== path) reached.add(file);
  }
}
for (const path of pages.keys()) if (!reached.has(path)) faults.push(`${path}: no page leads here`);

for (const fault of faults) console.error(fault);
console.log(`${pages.size} pages, ${faults.length} broken links.`);
process.exitCode = pages.size > 1 && faults.length === 0 ? 0 : 1;

/** The file below the site and the anchor that a link of a page leads to. */
function targetOf(path, href) {
  const [link, anchor] = href.split('#', 2).map(decodeURIComponent);
  if (link === '') return [path, anchor];
  const file = relative(SITE, link.startsWith('/') ? join(SITE, link) : join(SITE, dirname(path), link));
  return [file === '' || link.endsWith('/') ? join(file, 'index.html') : file, anchor];
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}
