import { zipOf } from '../../../test/support/documents/zip-maker.ts';

/**
 * Word and Excel files that every program opens: with the namespaces and relationships that the tests' makers, which are
 * read by ourselves alone, leave out.
 */
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FORMATS = 'http://schemas.openxmlformats.org';
const WORD = `xmlns:w="${FORMATS}/wordprocessingml/2006/main"`;
const SHEET = `xmlns="${FORMATS}/spreadsheetml/2006/main" xmlns:r="${FORMATS}/officeDocument/2006/relationships"`;
const TYPE = 'application/vnd.openxmlformats-officedocument';

/** A Word file: the XML within its body, and the text of its footer. */
export function wordFile(body: string, footer: string): Buffer {
  return packageOf(
    'word/document.xml',
    {
      'word/document.xml': `<w:document ${WORD} xmlns:r="${FORMATS}/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
      'word/_rels/document.xml.rels': relationships([
        ['footer', 'footer1.xml'],
        ['settings', 'settings.xml'],
      ]),
      'word/footer1.xml': `<w:ftr ${WORD}>${wordParagraph(footer)}</w:ftr>`,
      'word/settings.xml': `<w:settings ${WORD}><w:autoHyphenation/></w:settings>`,
    },
    {
      'word/document.xml': `${TYPE}.wordprocessingml.document.main+xml`,
      'word/footer1.xml': `${TYPE}.wordprocessingml.footer+xml`,
      'word/settings.xml': `${TYPE}.wordprocessingml.settings+xml`,
    },
  );
}

/** @param size in half points */
export function wordParagraph(text: string, { bold = false, size = 22, justified = false } = {}): string {
  const look = `<w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:lang w:val="da-DK"/></w:rPr>`;
  const lines = justified ? '<w:jc w:val="both"/>' : '';
  return `<w:p><w:pPr><w:spacing w:after="160"/>${lines}</w:pPr><w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

export function wordTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${wordParagraph(text, { size: 18 })}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** What ends a body: an A4 page with the footer, in so many columns. */
export function wordSection(columns: number): string {
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="500" w:footer="500" w:gutter="0"/><w:cols w:num="${columns}" w:space="500"/></w:sectPr>`;
}

/** A workbook of one sheet; texts are shared, as Excel does, and numbers are numbers. */
export function excelFile(rows: Iterable<readonly (string | number)[]>): Buffer {
  const shared = new Map<string, number>();
  const lines: string[] = [];
  for (const row of rows) {
    const cells = row.map((value, at) => {
      const place = `${String.fromCharCode(65 + at)}${lines.length + 1}`;
      if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
      const index = shared.get(value) ?? shared.size;
      shared.set(value, index);
      return `<c r="${place}" t="s"><v>${index}</v></c>`;
    });
    lines.push(`<row r="${lines.length + 1}">${cells.join('')}</row>`);
  }
  const strings = [...shared.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('');
  return packageOf(
    'xl/workbook.xml',
    {
      'xl/workbook.xml': `<workbook ${SHEET}><sheets><sheet name="Personale" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
      'xl/worksheets/sheet1.xml': `<worksheet ${SHEET}><sheetData>${lines.join('')}</sheetData></worksheet>`,
      'xl/sharedStrings.xml': `<sst ${SHEET} uniqueCount="${shared.size}">${strings}</sst>`,
      'xl/styles.xml': `<styleSheet ${SHEET}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
    },
    {
      'xl/workbook.xml': `${TYPE}.spreadsheetml.sheet.main+xml`,
      'xl/worksheets/sheet1.xml': `${TYPE}.spreadsheetml.worksheet+xml`,
      'xl/sharedStrings.xml': `${TYPE}.spreadsheetml.sharedStrings+xml`,
      'xl/styles.xml': `${TYPE}.spreadsheetml.styles+xml`,
    },
  );
}

function packageOf(main: string, parts: Record<string, string>, types: Record<string, string>): Buffer {
  const overrides = Object.entries(types)
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('');
  const list = `<Types xmlns="${FORMATS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides}</Types>`;
  return zipOf([
    { name: '[Content_Types].xml', content: HEAD + list },
    { name: '_rels/.rels', content: HEAD + relationships([['officeDocument', main]]) },
    ...Object.entries(parts).map(([name, content]) => ({ name, content: HEAD + content })),
  ]);
}

function relationships(all: readonly (readonly [type: string, target: string])[]): string {
  const one = ([type, target]: readonly [string, string], at: number): string =>
    `<Relationship Id="rId${at + 1}" Type="${FORMATS}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  return `<Relationships xmlns="${FORMATS}/package/2006/relationships">${all.map(one).join('')}</Relationships>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
