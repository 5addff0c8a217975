import type { Cell, Sheet, Workbook } from '../content.ts';
import { plain } from '../text.ts';
import { contentTypes, escapeXml, office, relations, RELATIONSHIPS } from './xml.ts';

/** An Excel workbook (ECMA-376). Texts lie in the shared table, each text once, as Excel itself does. */
export function xlsx(workbook: Workbook, style: { readonly modified?: Date } = {}): Uint8Array {
  const strings = new Map<string, number>();
  const formats: string[] = [];
  const sheets = workbook.sheets.map((sheet) => sheetXml(sheet, strings, formats));
  const files = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  return office(
    [
      [
        '[Content_Types].xml',
        contentTypes([
          ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
          ['xl/styles.xml', 'spreadsheetml.styles'],
          ['xl/sharedStrings.xml', 'spreadsheetml.sharedStrings'],
          ...files.map((file) => [`xl/${file}`, 'spreadsheetml.worksheet'] as const),
        ]),
      ],
      ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
      [
        'xl/_rels/workbook.xml.rels',
        relations([
          ...files.map((file) => ['worksheet', file] as const),
          ['styles', 'styles.xml'],
          ['sharedStrings', 'sharedStrings.xml'],
        ]),
      ],
      ['xl/workbook.xml', workbookXml(workbook)],
      ['xl/styles.xml', stylesXml(formats)],
      [
        'xl/sharedStrings.xml',
        `<sst ${MAIN}>${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
      ],
      ...sheets.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml] as const),
    ],
    style.modified,
  );
}

function sheetXml(sheet: Sheet, strings: Map<string, number>, formats: string[]): string {
  const rows: (readonly Cell[])[] = [
    ...(sheet.intro ?? []).map((line) => [line]),
    sheet.columns,
    ...sheet.rows,
  ];
  const cellXml = (cell: Cell, place: string): string => {
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === 'object' && 'shows' in cell)
      return `<c r="${place}" s="${indexOf(formats, cell.format) + 1}"><v>${cell.number}</v></c>`;
    const text = plain(cell);
    if (text === '') return '';
    const at = strings.get(text) ?? strings.size;
    strings.set(text, at);
    return `<c r="${place}" t="s"><v>${at}</v></c>`;
  };
  const data = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((cell, at) => cellXml(cell, `${columnName(at)}${row + 1}`)).join('')}</row>`,
  );
  return `<worksheet ${MAIN}><sheetData>${data.join('')}</sheetData></worksheet>`;
}

function workbookXml(workbook: Workbook): string {
  const sheets = workbook.sheets.map(
    (sheet, at) =>
      `<sheet name="${escapeXml(sheet.name.slice(0, 31))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook ${MAIN} xmlns:r="${RELATIONSHIPS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** Own number formats begin at 164 (ECMA-376 18.8.30). */
function stylesXml(formats: readonly string[]): string {
  const own = formats.map(
    (format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(format)}"/>`,
  );
  const looks = formats.map(
    (_, at) =>
      `<xf numFmtId="${164 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const plainLook = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
  return `<styleSheet ${MAIN}>${own.length > 0 ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : ''}<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1">${plainLook}</cellStyleXfs><cellXfs count="${looks.length + 1}">${plainLook}${looks.join('')}</cellXfs></styleSheet>`;
}

function indexOf(formats: string[], format: string): number {
  if (!formats.includes(format)) formats.push(format);
  return formats.indexOf(format);
}

function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
