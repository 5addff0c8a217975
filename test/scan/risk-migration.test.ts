import assert from 'node:assert/strict';
import { migrations } from '#boot/migrations.ts';
import { openDatabase } from '#platform/db/index.ts';
import { scratch } from '../support/scratch.ts';

const BYTES = "x'00'";
const OLDER = [
  `INSERT INTO sources (id, public_id, kind, name, root, root_key, added_at) VALUES (1, 'source', 'local', ${BYTES}, ${BYTES}, ${BYTES}, 0)`,
  `INSERT INTO folders (id, source_id, path, path_key) VALUES (1, 1, ${BYTES}, ${BYTES})`,
  `INSERT INTO files (id, public_id, source_id, folder_id, name, path_key, size, modified_at, identity, status, risk, score, read_with, read_run)
     VALUES (1, 'file', 1, 1, ${BYTES}, ${BYTES}, 10, 0, 'one', 'scanned', 'medium', 42, 'text@1', 1)`,
  "INSERT INTO file_findings (file_id, type, category, count, confidence) VALUES (1, 'DK_CPR', 'confidential', 3, 0.99)",
];

describe('The step of the database to risk by weights', () => {
  it('keeps how files were listed and what was found, until they are weighed', async () => {
    const place = scratch();
    const file = place.path('old.db');
    const before = migrations.findIndex(({ name }) => name === '0009-risk');
    const older = await openDatabase(file, migrations.slice(0, before));
    await older.write(async (tx) => {
      for (const statement of OLDER) await tx.raw(statement);
    });
    await older.close();
    const now = await openDatabase(file, migrations);
    const row = await now.read('files').first('score', 'risk_points', 'risk_version', 'risk_age');
    const found = await now.read('file_findings').first('count', 'distinct_count');
    await now.close();
    place.remove();
    assert.deepEqual(row, { score: 42, risk_points: 42, risk_version: 0, risk_age: 0 });
    assert.deepEqual(found, { count: 3, distinct_count: 3 });
  });
});
