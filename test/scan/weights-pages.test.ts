import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { creator, pagesFor, staff, type Pages } from '../support/pages.ts';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';

describe('The pages of the weights', () => {
  let room: ScanRoom;
  let karen: Pages;
  let signe: Pages;
  let fields: Record<string, string>;
  before(async () => {
    room = await scanRoom();
    room.file('brev.txt', LETTER);
    await room.risk.begin();
    await room.scan();
    [karen, signe] = [await pagesFor(room, creator), await pagesFor(room, staff)];
    fields = fieldsIn((await karen.get('/risk-weights')).text);
  });
  after(() => room.close());

  const fieldsIn = (html: string): Record<string, string> =>
    Object.fromEntries(
      [...html.matchAll(/<input [^>]*name="([^"_][^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
  const changed = () => ({ ...fields, 'types.DK_CPR.first': '90,5' });

  it('shows the table that holds', async () => {
    const { status, text } = await karen.get('/risk-weights');
    assert.equal(status, 200);
    assert.equal(fields['types.DK_CPR.first'], '42');
    assert.match(text, /In force/);
  });

  it('is refused to staff', async () => {
    const answers = [
      await signe.get('/risk-weights'),
      await signe.post('/risk-weights/preview', fields),
      await signe.post('/risk-weights', { ...fields, base: '1', reason: 'fordi jeg kan' }),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [403, 403, 403],
    );
  });

  it('tells what a change would do before anything is changed', async () => {
    const { status, text } = await karen.post('/risk-weights/preview', changed());
    assert.equal(status, 200);
    assert.match(text, /1 file changes its risk/);
    assert.match(text, /42 becomes 90\.5/);
    assert.match(text, /brev\.txt/);
    assert.equal((await room.risk.current()).version, 1);
  });

  it('offers nothing to save when nothing has been changed', async () => {
    const { text } = await karen.post('/risk-weights/preview', fields);
    assert.match(text, /Nothing has been changed/);
    assert.doesNotMatch(text, /Save the new weights/);
  });

  it('says at its own field what is wrong with a figure, and keeps what was typed', async () => {
    const wrong = { ...fields, 'combinations.number-and-name': '0.5', 'bands.medium': 'mange' };
    const { status, text } = await karen.post('/risk-weights/preview', wrong);
    assert.equal(status, 422);
    assert.match(text, /id="weight-combinations-number-and-name-error">At least 1\./);
    assert.match(text, /value="mange"[^>]*aria-invalid="true"/);
  });

  it('refuses half a type, and takes a type without figures as its category', async () => {
    const half = await karen.post('/risk-weights/preview', { ...fields, 'types.DK_CPR.first': '' });
    assert.equal(half.status, 422);
    const none = { ...fields, 'types.DK_CPR.first': '', 'types.DK_CPR.doubling': '' };
    assert.match((await karen.post('/risk-weights/preview', none)).text, /42 becomes as the category/);
  });

  it('does not save without a reason', async () => {
    const { status, text } = await karen.post('/risk-weights', { ...changed(), base: '1', reason: 'nej' });
    assert.equal(status, 422);
    assert.match(text, /at least five characters/);
    assert.equal((await room.risk.current()).version, 1);
  });

  it('goes back from the preview to the form with the figures that were tried', async () => {
    const { text } = await karen.post('/risk-weights/form', changed());
    assert.equal(fieldsIn(text)['types.DK_CPR.first'], '90.5');
  });

  it('saves with a reason, shows it in the history, and has the old version tried again', async () => {
    const answer = await karen.post('/risk-weights', { ...changed(), base: '1', reason: 'efter et møde' });
    assert.deepEqual([answer.status, answer.headers['location']], [303, '/risk-weights']);
    while (!(await room.risk.current()).recount.ended) await wait(5);
    assert.match((await karen.get('/risk-weights')).text, /efter et møde/);
    const again = await karen.post('/risk-weights/preview', { from: '1' });
    assert.match(again.text, /90\.5 becomes 42/);
  });

  it('answers a conflict when somebody else was faster', async () => {
    const { status } = await karen.post('/risk-weights', { ...changed(), base: '1', reason: 'for sent nu' });
    assert.equal(status, 409);
  });

  it('shows on a file’s page what its score is made of', async () => {
    const publicId = (await room.files()).get('brev.txt')?.publicId ?? '';
    const { text } = await karen.get(`/files/${publicId}`);
    assert.match(text, /CPR number: 1/);
    assert.match(text, /of 100: above 60 points/);
    const { risk } = await room.insight.file(someone, { kind: 'company' }, publicId);
    assert.ok(text.includes(`are ${String(risk.score)} of 100`));
  });
});

describe('The dashboard while files are weighed anew', () => {
  it('says how far that has come, and counts every file in one band', async () => {
    const room = await scanRoom();
    room.file('brev.txt', LETTER);
    await room.risk.begin();
    await room.scan();
    await room.jobs.stop();
    const { weights } = await room.risk.current();
    await room.risk.change(someone, { base: 1, weights, reason: 'efter et møde' });
    const { text } = await (await pagesFor(room, creator)).get('/');
    const { headlines } = await room.insight.overview(someone, { kind: 'company' });
    await room.close();
    assert.match(text, /0 of 1 files are done/);
    assert.equal(headlines.high + headlines.medium + headlines.low, headlines.withFindings);
  });
});
