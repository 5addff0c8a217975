import assert from 'node:assert/strict';
import { read } from '../../support/documents/reading.ts';
import { odtOf } from '../../support/documents/office-maker.ts';
import { ownTime } from '../../support/own-time.ts';

const ENDS = /^(scanned|(partial|skipped|failed)\/\w+)$/;

/** A PDF of objects by their numbers, without the table of where they stand, which readers make themselves. */
function pdfOf(objects: readonly string[]): string {
  const numbered = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj`);
  return `%PDF-1.4\n${numbered.join('\n')}\ntrailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`;
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>';
const CONTENT = '<< /Length 36 >>\nstream\nBT /F 12 Tf 10 50 Td (words) Tj ET \nendstream';

describe('documents that nest or repeat without end', function () {
  this.timeout(60_000);

  const cheap = async (name: string, content: string | Buffer, most = 5000): Promise<string> => {
    let ended = '';
    const cost = await ownTime(async () => {
      ({ ended } = await read(name, content));
    });
    assert.ok(cost < most, `${cost} ms`);
    assert.match(ended, ENDS);
    return ended;
  };

  it('end, when a PDF says that it has a million pages and has one', async () => {
    const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>';
    assert.match(await cheap('a.pdf', pdfOf([CATALOG, pages, PAGE, CONTENT]), 30_000), ENDS);
  });

  it('end, when a PDF has the same page a million times', async () => {
    const pages = `<< /Type /Pages /Kids [${'3 0 R '.repeat(1_000_000)}] /Count 1000000 >>`;
    assert.match(await cheap('a.pdf', pdfOf([CATALOG, pages, PAGE, CONTENT]), 60_000), ENDS);
  });

  it("end, when the tree of a PDF's pages leads back to itself", async () => {
    const pages = '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>';
    await cheap('a.pdf', pdfOf([CATALOG, pages, PAGE, CONTENT]));
  });

  it('end, when the outline of a PDF leads back to itself', async () => {
    const catalog = '<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>';
    const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
    const outline = '<< /First 6 0 R /Last 6 0 R /Count 1 >>';
    const entry = '<< /Title (again) /Parent 5 0 R /Next 6 0 R /First 6 0 R /Last 6 0 R >>';
    await cheap('a.pdf', pdfOf([catalog, pages, PAGE, CONTENT, outline, entry]));
  });

  it('end, when the lists of a PDF nest without end', async () => {
    const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
    await cheap('a.pdf', pdfOf([CATALOG, pages, PAGE, '['.repeat(500_000)]));
  });

  it('end, when a form of a PDF draws itself', async () => {
    const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>';
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 /Resources << /XObject << /X 4 0 R >> >> >>\nstream\n/X Do /X Do\nendstream';
    await cheap('a.pdf', pdfOf([CATALOG, pages, page, form, '<< /Length 5 >>\nstream\n/X Do\nendstream']));
  });

  it('end, when the groups of an RTF nest without end', async () => {
    await cheap('a.rtf', `{\\rtf1 start ${'{'.repeat(2_000_000)}`);
  });

  it('end, when the groups of an RTF open and close without end', async () => {
    assert.equal(await cheap('a.rtf', `{\\rtf1 start ${'{\\b x}'.repeat(300_000)}}`), 'scanned');
  });

  it('end, when the parts of a mail nest without end', async () => {
    const levels = Array.from(
      { length: 5000 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`,
    );
    await cheap('a.eml', `From: a@example.com\nMessage-ID: <1>\n${levels.join('')}`);
  });

  it('end, when mails hold mails without end', async () => {
    const mail = 'From: a@example.com\nMessage-ID: <1>\nContent-Type: message/rfc822\n\n';
    await cheap('a.eml', mail.repeat(4000));
  });

  it('end, when JSON nests without end', async () => {
    assert.equal(await cheap('a.json', '[{"a":'.repeat(500_000)), 'scanned');
  });

  it('end, when the lists of an OpenDocument text nest without end', async () => {
    assert.equal(
      await cheap('a.odt', odtOf(`<text:p>x</text:p>${'<text:list>'.repeat(200_000)}`)),
      'partial/too_deep',
    );
  });

  it('end, when an attribute is given ten thousand times', async () => {
    const attributes = Array.from({ length: 10_000 }, (_, i) => ` a${i}="b"`).join('');
    await cheap('a.odt', odtOf(`<text:p${attributes}>x</text:p>`));
  });
});
