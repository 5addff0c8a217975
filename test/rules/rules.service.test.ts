import assert from 'node:assert/strict';
import { Failure } from '#kernel/errors.ts';
import { withAllowance, withoutRule, withRule, withTypesOff } from '#rules/set-changes.ts';
import { caseNumbers, falcon, KAREN, rulesRoom, type RulesRoom } from './rules-room.ts';

const conflict = (error: unknown) => error instanceof Failure && error.code === 'conflict';

describe('the rules of a company', () => {
  let room: RulesRoom;
  beforeEach(async () => {
    room = await rulesRoom();
  });
  afterEach(() => room.close());

  const draft = (rule = falcon()) => room.rules.draft(KAREN, (set) => withRule(set, rule));
  const takeIntoUse = async (reason = 'fortroligt projekt') => {
    const { draft } = await room.rules.state();
    return room.rules.takeIntoUse(KAREN, reason, draft?.changedAt ?? new Date(0));
  };

  it('are none at first', () => {
    assert.deepEqual([room.rules.inForce().print, room.rules.inForce().set.rules], [null, []]);
  });

  it('are not in force while they are drafted', async () => {
    await draft();
    assert.equal(room.rules.inForce().print, null);
  });

  it('can be tried while they are drafted', async () => {
    await draft();
    assert.deepEqual(
      (await room.rules.inTrial()).set.rules.map(({ id }) => id),
      ['FALK'],
    );
  });

  it('are in force once they are taken into use, and after a restart', async () => {
    await draft();
    await takeIntoUse();
    const { print, set } = room.rules.inForce();
    assert.equal((await room.restarted()).inForce().print, print);
    assert.deepEqual(set.rules, [falcon({ title: 'FALK' })]);
  });

  it('are no draft any more once they are taken into use', async () => {
    await draft();
    await takeIntoUse();
    assert.equal((await room.rules.state()).draft, null);
  });

  it('are not kept with a pattern that cannot be used', async () => {
    const faults = await room.rules.draft(KAREN, (set) => withRule(set, caseNumbers('SAG-[')));
    assert.equal(faults.get('SAG')?.fault, 'open-bracket');
    assert.equal((await room.rules.state()).draft, null);
  });

  it('are not kept when they are too large for a worker to be told', async () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `${'ord'.repeat(60)}${index}`);
    const drafting = (id: string) => draft(falcon({ id, words }));
    await drafting('A');
    await assert.rejects(
      drafting('B'),
      (error) => error instanceof Failure && error.code === 'invalid-input',
    );
  });

  it('are no draft when everything is as it was', async () => {
    await draft();
    await room.rules.draft(KAREN, (set) => withoutRule(set, 'FALK'));
    assert.equal((await room.rules.state()).draft, null);
  });

  it('cannot be taken into use when nothing is otherwise', async () => {
    await assert.rejects(takeIntoUse(), conflict);
  });

  it('cannot be taken into use when the draft was changed after it was looked at', async () => {
    await draft();
    const seen = (await room.rules.state()).draft?.changedAt ?? new Date(0);
    await assert.rejects(room.rules.takeIntoUse(KAREN, 'fortroligt', new Date(seen.getTime() - 1)), conflict);
  });

  it('cannot be taken into use when the draft began as an older version', async () => {
    await draft();
    await takeIntoUse();
    await room.rules.draft(KAREN, (set) => withTypesOff(set, ['BIC']));
    await takeIntoUse();
    await room.rules.draft(KAREN, (set) => withTypesOff(set, ['BIC', 'MRZ']));
    await room.rules.restore(KAREN, 1, 'alligevel');
    await assert.rejects(takeIntoUse(), conflict);
  });

  it('go back by a new version that is equal to the old, with the same print', async () => {
    await draft();
    await takeIntoUse();
    const { print } = room.rules.inForce();
    await room.rules.draft(KAREN, (set) => withTypesOff(set, ['BIC']));
    await takeIntoUse();
    assert.notEqual(room.rules.inForce().print, print);
    const third = await room.rules.restore(KAREN, 1, 'alligevel');
    assert.deepEqual([third.number, third.restores, room.rules.inForce().print], [3, 1, print]);
  });

  it('go back to no version that never was', async () => {
    await assert.rejects(room.rules.restore(KAREN, 7, 'alligevel'), Failure);
  });

  it('tell their versions, the newest first, with what is otherwise in each', async () => {
    await draft();
    await takeIntoUse();
    await draft(falcon({ title: 'Falk' }));
    await takeIntoUse('kortere navn');
    const told = (await room.rules.versions(KAREN)).map(({ number, reason, differences }) => [
      number,
      reason,
      differences.map(({ part, change }) => `${part} ${change}`),
    ]);
    assert.deepEqual(told, [
      [2, 'kortere navn', ['rule changed']],
      [1, 'fortroligt projekt', ['rule added']],
    ]);
  });

  it('are the same for scans when only a title is another', async () => {
    await draft();
    await takeIntoUse();
    const { print } = room.rules.inForce();
    await draft(falcon({ title: 'Et bedre navn' }));
    await takeIntoUse();
    assert.equal(room.rules.inForce().print, print);
    assert.equal(room.rules.titles().get('CUSTOM_FALK'), 'Et bedre navn');
  });

  it('keep the title of a rule that is no more', async () => {
    await draft();
    await takeIntoUse();
    await room.rules.draft(KAREN, (set) => withoutRule(set, 'FALK'));
    await takeIntoUse();
    assert.equal(room.rules.titles().get('CUSTOM_FALK'), 'Projekt Falkøje');
  });

  it('are on the record with who, why and how much, and without words or values', async () => {
    await room.rules.draft(KAREN, (set) =>
      withAllowance(withRule(set, falcon()), {
        id: 'A1',
        kind: 'value',
        value: 'info@firma.dk',
        types: [],
        reason: 'fælles postkasse',
      }),
    );
    await takeIntoUse('fordi det er aftalt');
    const [entry] = await room.audit.newest(1);
    assert.deepEqual(entry?.details, {
      version: 1,
      before: 0,
      restores: null,
      'rule-added': 1,
      'allowance-added': 1,
      ids: 'FALK A1',
    });
    assert.deepEqual([entry.who, entry.purpose], [KAREN.who, 'fordi det er aftalt']);
    assert.doesNotMatch(await room.recorded(), /Falkøje|firma\.dk|postkasse/);
  });

  it('lie sealed in the database', async () => {
    await draft();
    await takeIntoUse();
    await draft(falcon({ title: 'Falk' }));
    const rows = [...(await room.db.read('rule_versions')), ...(await room.db.read('rule_draft'))];
    for (const { sealed } of rows) assert.doesNotMatch(sealed.toString('latin1'), /Falk/);
  });
});

describe('the names that a company knows', () => {
  let room: RulesRoom;
  beforeEach(async () => {
    room = await rulesRoom();
  });
  afterEach(() => room.close());

  const add = (text: string) => room.names.add(KAREN, { kind: 'employees', title: 'Ansatte', text });

  it('hold at once', async () => {
    await add('Mette Prøvesen\nBo Eksempel');
    assert.deepEqual(room.rules.inForce().set.people, [
      { kind: 'employees', names: ['Mette Prøvesen', 'Bo Eksempel'] },
    ]);
  });

  it('are gone from the database when their list is removed', async () => {
    await add('Mette Prøvesen');
    const [list] = await room.names.all();
    await room.names.remove(KAREN, list?.id ?? '');
    assert.deepEqual([await room.db.read('name_lists'), room.rules.inForce().print], [[], null]);
  });

  it('are not kept when nobody could be read', async () => {
    assert.deepEqual(await add('123\n456'), { kept: false, people: 0, unread: 2 });
  });

  it('cannot be removed twice', async () => {
    await assert.rejects(room.names.remove(KAREN, 'nothing'), Failure);
  });

  it('are on the record by their number alone', async () => {
    await add('Mette Prøvesen');
    const recorded = await room.recorded();
    assert.match(recorded, /rules\.names-added/);
    assert.doesNotMatch(recorded, /Mette|Ansatte/);
  });
});
