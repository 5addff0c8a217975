import type { Segment, StreamedFormat } from '../format.ts';
import { EXCEL_2003 } from '../office-2003/office-2003-types.ts';
import { Sheet2003Text } from '../office-2003/sheet-text.ts';
import { lines } from '../text/lines.ts';
import { withRest } from '../text/segments.ts';
import { parsedXml } from '../text/xml.ts';

/** Excel workbooks of 2003 as XML (SpreadsheetML), which many systems write as their export to Excel. */
export const excel2003: StreamedFormat = {
  id: 'excel-2003',
  version: 1,
  mimes: [EXCEL_2003],
  withoutText: 'no_text',
  access: 'streamed',
  async *extract(bytes, reading) {
    const sheets = new Sheet2003Text(reading.path);
    function* rest(): Generator<Segment> {
      yield* sheets.end();
      yield* lines(reading, 'properties', sheets.properties.found);
    }
    yield* withRest(
      parsedXml(bytes, sheets, () => sheets.take()),
      rest,
    );
  },
};
