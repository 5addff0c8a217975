/** A number format of SpreadsheetML 2003 as a format code: some are named instead; dates as Danish Excel shows them. */
export function formatCode(format: string): string {
  return NAMED[format] ?? format;
}

const NAMED: Record<string, string> = {
  'General Number': 'General',
  'General Date': 'dd-mm-yyyy hh:mm',
  'Long Date': 'dd-mm-yyyy',
  'Medium Date': 'dd-mm-yyyy',
  'Short Date': 'dd-mm-yyyy',
  'Long Time': 'hh:mm:ss',
  'Medium Time': 'hh:mm',
  'Short Time': 'hh:mm',
  Currency: '0.00',
  'Euro Currency': '0.00',
  Fixed: '0.00',
  Standard: '0.00',
  Percent: '0.00%',
  Scientific: 'General',
  'Yes/No': 'General',
  'True/False': 'General',
  'On/Off': 'General',
};

const DAY = 86_400_000;

/** A date and time ("2016-04-27T00:00:00.000") as the number of days that Excel counts; null for anything else. */
export function serialDate(text: string): number | null {
  const time = Date.parse(/Z$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? null : (time - Date.UTC(1899, 11, 30)) / DAY;
}
