import assert from 'node:assert/strict';
import { openDatabase, type Migration } from '#platform/db/index.ts';
import { migrations } from '../../../app/boot/migrations.ts';
import { scratch, type Scratch } from '../../support/scratch.ts';

describe('migrations', () => {
  let files: Scratch;
  beforeEach(() => {
    files = scratch();
  });
  afterEach(() => files.remove());

  const open = (steps: readonly Migration[]) => openDatabase(files.path('test.db'), steps);

  it('of the appliance run from the first to the last on an empty file', async () => {
    const db = await open(migrations);
    const done = await db.read<{ name: string }>('knex_migrations').orderBy('id').select('name');
    await db.close();
    assert.deepEqual(
      done.map(({ name }) => name),
      migrations.map(({ name }) => name),
    );
  });

  it('of the appliance have names of their own, with number, room and what they do', () => {
    const names = migrations.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^\d{4}-[a-z]+(-[a-z]+)*$/);
  });

  it('run once', async () => {
    let runs = 0;
    const step: Migration = {
      name: '0001-count',
      up: () => {
        runs++;
        return Promise.resolve();
      },
    };
    await (await open([step])).close();
    await (await open([step])).close();
    assert.equal(runs, 1);
  });

  it('leave nothing of a step that failed', async () => {
    const step = (fails: boolean): Migration => ({
      name: '0001-table',
      up: async ({ schema }) => {
        await schema.createTable('things', (table) => table.increments('id'));
        if (fails) throw new Error('half way');
      },
    });
    await assert.rejects(open([step(true)]), /half way/);
    const db = await open([step(false)]);
    assert.deepEqual(await db.read('things').select(), []);
    await db.close();
  });

  it('run although a process was killed while it migrated', async () => {
    const none = await open([]);
    await none.write((tx) => tx('knex_migrations_lock').update({ is_locked: 1 }));
    await none.close();
    const db = await open(migrations);
    assert.deepEqual(await db.read('jobs').select(), []);
    await db.close();
  });
});
