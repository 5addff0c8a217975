import type { ByteSource } from '#kernel/bytes.ts';
import { Passwords } from '../encryption/passwords.ts';
import { Unread } from '../format.ts';
import { copiedIn, counted, inBuffer, string16, withKey } from './pdf-memory.ts';
import { PdfPage } from './pdf-page.ts';
import type { Pdfium } from './pdfium.ts';

const PASSWORD = 4;
const SECURITY = 5;
const FORM_INFO = 256;
/** What people wrote; programs and times stand there as well. Office adds the last four. */
const INFORMATION = ['Title', 'Author', 'Subject', 'Keywords', 'Company', 'Manager', 'Comments', 'Category'];
const MAX_BOOKMARKS = 10_000;

/** An opened PDF. `close` it, whatever happens in between. */
export class PdfDocument {
  readonly #api: Pdfium;
  readonly #memory: number;
  readonly #document: number;
  readonly #formInfo: number;
  readonly #form: number;
  readonly pageCount: number;

  /** Throws `Unread`: 'encrypted' (no password fits, or rights management), 'corrupt', 'too_large'. */
  constructor(api: Pdfium, file: ByteSource, passwords = new Passwords([])) {
    this.#api = api;
    this.#memory = copiedIn(api, file);
    try {
      this.#document = passwords.open((password) => loaded(api, this.#memory, file.size, password));
    } catch (error) {
      api.wasmExports.free(this.#memory);
      throw error;
    }
    // Fields tell their values only within a form environment: version 2 of its struct, and no callbacks.
    this.#formInfo = api.wasmExports.malloc(FORM_INFO);
    api.HEAPU8.fill(0, this.#formInfo, this.#formInfo + FORM_INFO);
    api.HEAPU8[this.#formInfo] = 2;
    this.#form = api._FPDFDOC_InitFormFillEnvironment(this.#document, this.#formInfo);
    this.pageCount = api._FPDF_GetPageCount(this.#document);
  }

  /** A page by its number from 1, for the time of `read`. Throws `Unread('corrupt')`. */
  page<T>(number: number, read: (page: PdfPage) => T): T {
    const handle = this.#api._FPDF_LoadPage(this.#document, number - 1);
    if (handle === 0) throw new Unread('corrupt');
    try {
      return read(new PdfPage(this.#api, { document: this.#document, form: this.#form, page: handle }));
    } finally {
      this.#api._FPDF_ClosePage(handle);
    }
  }

  /** Entries of the document's information dictionary. */
  *information(): Generator<string> {
    for (const key of INFORMATION) {
      const value = withKey(this.#api, key, (tag) =>
        string16(this.#api, (buffer, length) =>
          this.#api._FPDF_GetMetaText(this.#document, tag, buffer, length),
        ),
      );
      if (value.trim() !== '') yield `${key}: ${value}`;
    }
  }

  /** The titles of the outline, whatever their depth. */
  *bookmarks(): Generator<string> {
    const waiting = [this.#api._FPDFBookmark_GetFirstChild(this.#document, 0)];
    const seen = new Set<number>([0]);
    for (let bookmark = waiting.pop(); bookmark !== undefined; bookmark = waiting.pop()) {
      if (seen.has(bookmark) || seen.size > MAX_BOOKMARKS) continue;
      seen.add(bookmark);
      const handle = bookmark;
      yield string16(this.#api, (buffer, length) => this.#api._FPDFBookmark_GetTitle(handle, buffer, length));
      waiting.push(this.#api._FPDFBookmark_GetNextSibling(this.#document, bookmark));
      waiting.push(this.#api._FPDFBookmark_GetFirstChild(this.#document, bookmark));
    }
  }

  /** Files attached to the document as a whole. `content` throws `Unread('too_large')`. */
  *attachments(limit: number): Generator<{ name: string; content: () => Uint8Array }> {
    const api = this.#api;
    const count = api._FPDFDoc_GetAttachmentCount(this.#document);
    for (let i = 0; i < count; i++) {
      const attachment = api._FPDFDoc_GetAttachment(this.#document, i);
      if (attachment === 0) continue;
      yield {
        name: string16(api, (buffer, length) => api._FPDFAttachment_GetName(attachment, buffer, length)),
        content: () =>
          counted(api, limit, (buffer, length, needed) =>
            api._FPDFAttachment_GetFile(attachment, buffer, length, needed),
          ),
      };
    }
  }

  /** The XML of a form made with Adobe's XFA: the layout with its texts, and what was filled in. */
  *xfaPackets(limit: number): Generator<Uint8Array> {
    const api = this.#api;
    const count = api._FPDF_GetXFAPacketCount(this.#document);
    for (let i = 0; i < count; i++) {
      const length = api._FPDF_GetXFAPacketName(this.#document, i, 0, 0);
      if (length <= 0 || length > 100) continue;
      const name = inBuffer(api, length, (buffer) =>
        api._FPDF_GetXFAPacketName(this.#document, i, buffer, length),
      );
      if (!/^(template|datasets)\0?$/.test(Buffer.from(name).toString('latin1'))) continue;
      yield counted(api, limit, (buffer, size, needed) =>
        api._FPDF_GetXFAPacketContent(this.#document, i, buffer, size, needed),
      );
    }
  }

  close(): void {
    if (this.#form !== 0) this.#api._FPDFDOC_ExitFormFillEnvironment(this.#form);
    this.#api._FPDF_CloseDocument(this.#document);
    this.#api.wasmExports.free(this.#formInfo);
    this.#api.wasmExports.free(this.#memory);
  }
}

/** A handle of the document; null when the password is a wrong one. Throws `Unread`: 'encrypted', 'corrupt'. */
function loaded(api: Pdfium, memory: number, size: number, password: string): number | null {
  const document = withKey(api, password, (pointer) => api._FPDF_LoadMemDocument(memory, size, pointer));
  if (document !== 0) return document;
  const error = api._FPDF_GetLastError();
  if (error === PASSWORD) return null;
  throw new Unread(error === SECURITY ? 'encrypted' : 'corrupt');
}
