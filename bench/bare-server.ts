import http from 'node:http';
import { type AddressInfo } from 'node:net';
import pg from 'pg';

/** The least that answers the same read: node:http, one prepared statement, no authentication. */
const READ = {
  name: 'bare-read',
  text: `SELECT v.* FROM models m JOIN model_versions v ON v.model_id = m.id AND v.stage = 'Production'
    WHERE m.name = $1 AND m.deleted_at IS NULL`,
};

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });

const server = http.createServer((request, response) => {
  void answer(request.url?.split('/')[1] ?? '', response);
});

async function answer(model: string, response: http.ServerResponse): Promise<void> {
  const { rows } = await pool.query({ ...READ, values: [model] });
  const body = JSON.stringify(rows[0]);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
