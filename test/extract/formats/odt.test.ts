import assert from 'node:assert/strict';
import { odtOf } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

const bodyOf = async (body: string): Promise<string> => partOf(await read('a.odt', odtOf(body)), 'body');

describe('odt', () => {
  it('gives headings and paragraphs as lines, with their spaces and tabs', async () => {
    assert.equal(
      await bodyOf(
        '<text:h>Title</text:h><text:p>a<text:span>b</text:span><text:s text:c="3"/>c<text:tab/>d<text:line-break/>e</text:p>',
      ),
      'Title\nab   c\td\ne\n',
    );
  });

  it('gives a table as rows with tabs between cells', async () => {
    const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
    assert.equal(
      await bodyOf(
        `<table:table>${row(cell('Navn'), cell('By'))}${row(cell(''), cell('Vejle'))}</table:table>`,
      ),
      'Navn\tBy\n\tVejle\n',
    );
  });

  it('gives notes, comments with their authors, deleted text and descriptions of pictures', async () => {
    const text = await bodyOf(
      '<text:tracked-changes><text:deletion><dc:creator>Bo Lind</dc:creator><text:p>taken out</text:p></text:deletion></text:tracked-changes>' +
        '<text:p>body<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note>' +
        '<office:annotation><dc:creator>Eva Holm</dc:creator><text:p>a comment</text:p></office:annotation>' +
        '<draw:frame><svg:desc>Ida at the beach</svg:desc></draw:frame></text:p>',
    );
    for (const expected of ['Bo Lind', 'taken out', 'a note', 'Eva Holm', 'a comment', 'Ida at the beach'])
      assert.ok(text.includes(expected));
  });

  it('gives the address of a link beside its words', async () => {
    assert.match(
      await bodyOf('<text:p><text:a xlink:href="mailto:ida@example.com">write</text:a></text:p>'),
      /mailto:ida@example.com write/,
    );
  });

  it('gives headers and footers, and who made it', async () => {
    const styles = '<style:header><text:p>the header</text:p></style:header>';
    const meta = '<meta:initial-creator>Eva Holm</meta:initial-creator>';
    const result = await read('a.odt', odtOf('<text:p>x</text:p>', { styles, meta }));
    assert.equal(partOf(result, 'header and footer'), 'the header\n');
    assert.match(partOf(result, 'properties'), /Eva Holm/);
  });
});
