import { faultOfServer } from './server.js';

it.each([
  [{ versionNumber: 150_000, version: '15.0', encoding: 'UTF8' }, undefined],
  [{ versionNumber: 180_004, version: '18.4', encoding: 'UTF8' }, undefined],
  [
    { versionNumber: 140_019, version: '14.19', encoding: 'UTF8' },
    /^The database server is PostgreSQL 14\.19; 15 or later/,
  ],
  [{ versionNumber: 90_624, version: '9.6.24', encoding: 'SQL_ASCII' }, /9\.6\.24; 15 or later/],
  [{ versionNumber: 170_002, version: '17.2', encoding: 'SQL_ASCII' }, /encoding SQL_ASCII.*UTF8 is needed/],
  [{ versionNumber: 170_002, version: '17.2', encoding: 'LATIN1' }, /encoding LATIN1.*UTF8 is needed/],
])('of %j it says what is wrong', (server, said) => {
  if (said === undefined) expect(faultOfServer(server)).toBeUndefined();
  else expect(faultOfServer(server)).toMatch(said);
});
