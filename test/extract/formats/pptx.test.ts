import assert from 'node:assert/strict';
import { pptxOf, shape } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

describe('pptx', () => {
  it('gives each slide with its number as shown, whatever its file is called', async () => {
    const { segments } = await read('a.pptx', pptxOf([{ text: 'first' }, { text: 'second' }]));
    assert.deepEqual(
      segments.map(({ text, place }) => [text, place.slide]),
      [
        ['first\n', 1],
        ['second\n', 2],
      ],
    );
  });

  it('gives the notes and comments of a slide beside it', async () => {
    const { segments } = await read(
      'a.pptx',
      pptxOf([{ text: 'a' }, { text: 'b', notes: 'say this', comment: 'why?' }]),
    );
    assert.deepEqual(
      segments.slice(2).map(({ text, place }) => [text, place.slide, place.part]),
      [
        ['say this\n', 2, 'notes'],
        ['why?\n', 2, 'comments'],
      ],
    );
  });

  it('gives what is written on the master, but not its prompts', async () => {
    const master = `<p:sldMaster>${shape('Click to edit', 'title')}${shape('The footer', 'ftr')}${shape('A text box')}</p:sldMaster>`;
    const result = await read(
      'a.pptx',
      pptxOf([{ text: 'x' }], { 'ppt/slideMasters/slideMaster1.xml': master }),
    );
    assert.equal(partOf(result, 'master'), 'The footer\nA text box\n');
  });

  it('gives a table as rows with tabs between cells', async () => {
    const cell = (text: string): string =>
      `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
    const table = `</a:t></a:r></a:p><a:tbl><a:tr>${cell('Navn')}${cell('By')}</a:tr></a:tbl><a:p><a:r><a:t>`;
    const { text } = await read('a.pptx', pptxOf([{ text: `x${table}y` }]));
    assert.equal(text, 'x\nNavn\tBy\ny\n');
  });
});
