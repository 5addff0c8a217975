import assert from 'node:assert/strict';
import forge from 'node-forge';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { read } from '../../support/documents/reading.ts';

function bytesOf(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
}

describe('signed', () => {
  it('reads what was signed by its own format', async () => {
    const message = forge.pkcs7.createSignedData();
    message.content = forge.util.createBuffer(docxOf(paragraph('signed words')).toString('latin1'), 'raw');
    message.sign();
    const { segments, ended } = await read('contract.docx.p7m', bytesOf(message.toAsn1()));
    assert.equal(ended, 'scanned');
    assert.deepEqual(segments[0]?.place, { path: ['contract.docx'], part: 'body' });
  });

  it('is encrypted when what is in it is', async () => {
    const kind = forge.asn1.create(
      forge.asn1.Class.UNIVERSAL,
      forge.asn1.Type.OID,
      false,
      forge.asn1.oidToDer('1.2.840.113549.1.7.3').getBytes(),
    );
    const envelope = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SEQUENCE, true, [kind]);
    assert.equal((await read('a.p7m', bytesOf(envelope))).ended, 'skipped/encrypted');
  });

  it('is corrupt when its parts nest without end', async () => {
    const nested = Buffer.concat([
      Buffer.from('308006092a864886f70d010702', 'hex'),
      Buffer.alloc(100_000, '\x30\x80', 'latin1'),
    ]);
    assert.equal((await read('a.p7m', nested)).ended, 'failed/corrupt');
  });
});
