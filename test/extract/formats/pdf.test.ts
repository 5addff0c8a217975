import assert from 'node:assert/strict';
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { xmpOf } from '../../support/documents/photo-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

/** A white picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

async function pdfOf(...pages: readonly string[]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  for (const text of pages) pdf.addPage([600, 400]).drawText(text, { x: 40, y: 300, size: 14 });
  return pdf;
}

/** A PDF with an XMP packet that stands in it as it is. */
async function withXmp(inner: string): Promise<Uint8Array> {
  const pdf = await pdfOf('x');
  pdf.setAuthor('Søren Holm');
  const packet = pdf.context.stream(Buffer.from(xmpOf(inner)), { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(packet));
  return await pdf.save();
}

describe('pdf', () => {
  it('gives who is named in its XMP, and once who is named in both ways', async () => {
    const xmp =
      '<dc:creator><rdf:Seq><rdf:li>Søren Holm</rdf:li></rdf:Seq></dc:creator><pdfx:Company>Værftet</pdfx:Company>';
    assert.equal(
      partOf(await read('a.pdf', await withXmp(xmp)), 'properties'),
      'Author: Søren Holm\nCompany: Værftet\n',
    );
  });

  it('gives company and manager, as office programs write them', async () => {
    const pdf = await pdfOf('x');
    pdf.setAuthor('Ida');
    const information = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
    information.set(PDFName.of('Company'), PDFString.of('Boats'));
    information.set(PDFName.of('Manager'), PDFString.of('Bo Vang'));
    assert.match(
      partOf(await read('a.pdf', await pdf.save()), 'properties'),
      /Company: Boats\nManager: Bo Vang\n/,
    );
  });

  it('gives the text of each page with its number', async () => {
    const { segments, ended } = await read(
      'a.pdf',
      await (await pdfOf('page one', 'CPR 010190-1234\nline two')).save(),
    );
    assert.equal(ended, 'scanned');
    assert.deepEqual(
      segments.filter(({ place }) => place.page).map(({ text, place }) => [text, place.page]),
      [
        ['page one', 1],
        ['CPR 010190-1234\nline two', 2],
      ],
    );
  });

  it('gives title and author', async () => {
    const pdf = await pdfOf('x');
    pdf.setAuthor('Søren Holm');
    pdf.setTitle('Referat');
    assert.match(
      partOf(await read('a.pdf', await pdf.save()), 'properties'),
      /Title: Referat\nAuthor: Søren Holm\n/,
    );
  });

  it('gives what was filled into a form, with the name of the field', async () => {
    const pdf = await pdfOf('x');
    const field = pdf.getForm().createTextField('cpr');
    field.setText('010190-1234');
    field.addToPage(pdf.getPage(0), { x: 40, y: 100 });
    assert.equal(partOf(await read('a.pdf', await pdf.save()), 'annotations'), 'cpr: 010190-1234\n');
  });

  it('gives notes with their authors, and where links lead', async () => {
    const pdf = await pdfOf('x');
    const note = pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [0, 0, 9, 9],
      Contents: PDFString.of('look here'),
      T: PDFString.of('Eva'),
    });
    const link = pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 9, 9],
      A: { S: 'URI', URI: PDFString.of('mailto:ida@example.com') },
    });
    pdf
      .getPage(0)
      .node.set(
        PDFName.of('Annots'),
        pdf.context.obj([pdf.context.register(note), pdf.context.register(link)]),
      );
    assert.equal(
      partOf(await read('a.pdf', await pdf.save()), 'annotations'),
      'Eva: look here\nmailto:ida@example.com\n',
    );
  });

  it('reads attached files', async () => {
    const pdf = await pdfOf('x');
    await pdf.attach(Buffer.from('attached words'), 'notes.txt');
    const { segments } = await read('a.pdf', await pdf.save());
    assert.deepEqual(segments.find(({ text }) => text === 'attached words')?.place.path, ['notes.txt']);
  });

  it('is skipped as without text when it is a picture', async () => {
    const pdf = await PDFDocument.create();
    pdf
      .addPage()
      .drawImage(await pdf.embedPng(Buffer.from(PIXEL, 'base64')), { x: 0, y: 0, width: 500, height: 500 });
    pdf.setProducer('');
    assert.equal((await read('a.pdf', await pdf.save())).ended, 'skipped/no_text');
  });

  it('is partial when one page of it is a picture', async () => {
    const pdf = await pdfOf('words');
    pdf
      .addPage()
      .drawImage(await pdf.embedPng(Buffer.from(PIXEL, 'base64')), { x: 0, y: 0, width: 500, height: 500 });
    assert.equal((await read('a.pdf', await pdf.save())).ended, 'partial/no_text');
  });

  it('is failed as corrupt when it is no more than a beginning', async () => {
    assert.equal((await read('a.pdf', '%PDF-1.7\n%broken')).ended, 'failed/corrupt');
  });

  it('is skipped as too large when it does not fit in memory', async () => {
    assert.equal(
      (await read('a.pdf', await (await pdfOf('x')).save(), { maxInMemory: 100 })).ended,
      'skipped/too_large',
    );
  });
});
