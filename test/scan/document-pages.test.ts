import assert from 'node:assert/strict';
import { creator, pagesFor, type Pages } from '../support/pages.ts';
import { scanRoom, type ScanRoom } from '../support/scan-room.ts';

const PAYSLIP = `Lønseddel\nNavn: Bo Dam  cpr-nr. 070761-4285\nLønperiode: 01.05 - 31.05\nMånedsløn 31.000,00\nAM-bidrag -2.480,00\nA-skat -8.100,00\nUdbetales til konto 20.420,00\n`;
const TENANCY = `Lejekontrakt\nUdlejer: Lis Holm  Lejer: Bo Dam, cpr-nr. 070761-4285\nMånedlig leje: 8.200,00\nDepositum: 24.600,00\nIndflytning: 01.06\n`;

describe('The pages of what a file is as a document', () => {
  let room: ScanRoom;
  let karen: Pages;
  before(async () => {
    room = await scanRoom();
    room.file('maj.txt', PAYSLIP);
    room.file('bolig.txt', TENANCY);
    room.file('brev.txt', 'Kære Lis. Vi ses på torsdag. Hilsen Bo\n');
    await room.scan();
    karen = await pagesFor(room, creator);
  });
  after(() => room.close());

  const pageOf = async (name: string) =>
    (await karen.get(`/files/${(await room.files()).get(name)?.publicId ?? ''}`)).text;

  it('say on the file’s own page what it is, how sure that is and why', async () => {
    const text = await pageOf('maj.txt');
    assert.match(text, /Payslip, \d\d ?% sure/);
    assert.match(text, /Why: [^<]*lines for tax/);
  });
  it('call a kind that nobody has measured an experiment', async () => {
    assert.match(await pageOf('bolig.txt'), /Tenancy paper \(experimental\)/);
  });
  it('say nothing of a file that is no such document', async () => {
    assert.doesNotMatch(await pageOf('brev.txt'), /fact-note/);
  });
  it('narrow the list to a kind', async () => {
    const { text } = await karen.get('/files?document=payslip');
    assert.match(text, /maj\.txt/);
    assert.doesNotMatch(text, /brev\.txt|bolig\.txt/);
  });
  it('take a kind that there is not as no filter', async () => {
    assert.match((await karen.get('/files?document=poem')).text, /brev\.txt/);
  });
  it('show on the overview which kinds there are', async () => {
    const { text } = await karen.get('/');
    assert.match(text, /What kinds of documents are there\?/);
    assert.match(text, /\/files\?document=payslip/);
  });
});
