/** The office documents that are one XML file, as types: Office 2003's own, and Office Open XML laid out flat. */
export const WORD_2003 = 'application/vnd.ms-word.2003+xml';
export const EXCEL_2003 = 'application/vnd.ms-excel.sheet.2003+xml';
export const FLAT_WORD = 'application/vnd.ms-word.flat-opc';
export const FLAT_POWERPOINT = 'application/vnd.ms-powerpoint.flat-opc';
