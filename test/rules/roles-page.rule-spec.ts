import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { type Permission, PERMISSIONS, permissionsOf, ROLES } from '../../src/platform/access/permission.js';

const PATH = join(import.meta.dirname, '..', '..', 'docs', 'roles.md');
const TABLE = /\| permission [^]*?\n(?=\n)/;

/** `UPDATE_ROLES=1 npm run jest -- test/rules/roles-page` writes the table instead of comparing it. */
const WRITES = process.env.UPDATE_ROLES === '1';

async function tableOfRoles(): Promise<string> {
  const row = (permission: Permission): string => {
    const marks = ROLES.map((role) => (permissionsOf([role]).has(permission) ? 'yes' : ''));
    return `| \`${permission}\` | ${PERMISSIONS[permission]} | ${marks.join(' | ')} |`;
  };
  const head = `| permission | lets its holder | ${ROLES.join(' | ')} |\n|${'---|'.repeat(ROLES.length + 2)}`;
  const rows = (Object.keys(PERMISSIONS) as Permission[]).map(row);
  const options = await prettier.resolveConfig(PATH);
  return prettier.format([head, ...rows].join('\n'), { ...options, parser: 'markdown' });
}

it('the page of roles has every permission with the roles that give it', async () => {
  const page = readFileSync(PATH, 'utf8');
  const table = await tableOfRoles();
  if (WRITES) writeFileSync(PATH, page.replace(TABLE, table));
  expect(TABLE.exec(readFileSync(PATH, 'utf8'))?.[0]).toBe(table);
});
