import assert from 'node:assert/strict';
import { read } from '../../support/documents/reading.ts';

const HEAD = ['TABLE', '0,1', '"EXCEL"', 'VECTORS', '0,2', '""', 'TUPLES', '0,2', '""', 'DATA', '0,0', '""'];

describe('the Data Interchange Format', () => {
  it('gives rows of texts and numbers, the first as columns', async () => {
    const rows = [
      '-1,0',
      'BOT',
      '1,0',
      '"Navn"',
      '1,0',
      '"Alder ""år"""',
      '-1,0',
      'BOT',
      '1,0',
      '"Mette"',
      '0,42',
      'V',
      '-1,0',
      'EOD',
    ];
    const { format, segments, ended } = await read('a.dif', [...HEAD, ...rows, ''].join('\r\n'));
    assert.equal(format, 'dif');
    assert.deepEqual(segments, [
      {
        text: 'Navn\tAlder "år"\nMette\t42\n',
        place: { path: [], row: 1 },
        columns: ['Navn', 'Alder "år"'],
      },
    ]);
    assert.equal(ended, 'scanned');
  });

  it('is not what an XML file of the same ending is', async () => {
    assert.equal(
      (await read('a.dif', '<?xml version="1.0"?><DIF><Name>Mette</Name></DIF>')).mime,
      'application/xml',
    );
  });
});
