import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument } from 'pdf-lib';

const ROOT = resolve(import.meta.dirname, '../../..');

const PROGRAM = `
  const { extract } = await import(process.argv[1]);
  const bytes = Buffer.from(process.argv[2], 'base64');
  const file = { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
  const extraction = await extract('a', file);
  let text = '';
  for await (const segment of extraction.segments) text += segment.text;
  console.log(JSON.stringify({ text, ...extraction.outcome() }));
`;

describe('a worker without rights', () => {
  it('reads a PDF with nothing but the checkout to read and no environment', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('locked down', { x: 40, y: 300 });
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--permission',
        `--allow-fs-read=${ROOT}`,
        '--input-type=module',
        '--eval',
        PROGRAM,
        resolve(ROOT, 'app/extract/index.ts'),
        Buffer.from(await pdf.save()).toString('base64'),
      ],
      { env: {} },
    );
    const result: unknown = JSON.parse(stdout);
    assert.ok(typeof result === 'object' && result !== null && 'text' in result && 'status' in result);
    assert.match(String(result.text), /locked down/);
    assert.equal(result.status, 'scanned');
  });
});
