import { MOST_PIXELS, type Picture } from '#kernel/picture.ts';
import { Unread } from '../format.ts';
import { inBuffer, string16, string8, withKey } from './pdf-memory.ts';
import type { Pdfium } from './pdfium.ts';
import { utf16Text } from '../text/utf16.ts';

const LINK = 2;
const POPUP = 16;
const WIDGET = 20;
/** Kinds of form field whose value is a state and not text: buttons, checkboxes, radio buttons. */
const FIRST_TEXT_FIELD = 4;
const IMAGE = 3;
const FORM_OBJECT = 5;
const MAX_ANNOTATIONS = 20_000;
/** A page with this many drawn paths and no text may well have its letters drawn. */
const DRAWING = 20;

/** What readers of writing do best with; a page has 72 points an inch. */
const READING_DPI = 300;
const POINTS_PER_INCH = 72;
/** FPDFBitmap_Gray, FPDF_ANNOT and FPDF_GRAYSCALE of PDFium's headers. */
const GREY_BITMAP = 1;
const DRAW_NOTES = 0x01;
const DRAW_GREY = 0x08;
const WHITE = 0xffffffff;

interface Handles {
  readonly document: number;
  readonly form: number;
  readonly page: number;
}

/** A page while it is open. */
export class PdfPage {
  readonly #api: Pdfium;
  readonly #handles: Handles;

  constructor(api: Pdfium, handles: Handles) {
    this.#api = api;
    this.#handles = handles;
  }

  /** Its text in the order of the file, newlines between lines. */
  text(): string {
    const api = this.#api;
    const textPage = api._FPDFText_LoadPage(this.#handles.page);
    if (textPage === 0) return '';
    try {
      const count = api._FPDFText_CountChars(textPage);
      if (count <= 0) return '';
      let units = 0;
      const bytes = inBuffer(api, (count + 1) * 2, (buffer) => {
        units = api._FPDFText_GetText(textPage, 0, count, buffer);
      });
      return plain(utf16Text(bytes.subarray(0, Math.max(0, units - 1) * 2)));
    } finally {
      api._FPDFText_ClosePage(textPage);
    }
  }

  /** Whether there is something to be seen on it. Asked of pages without text. */
  isPicture(): boolean {
    const api = this.#api;
    const count = api._FPDFPage_CountObjects(this.#handles.page);
    for (let i = 0; i < Math.min(count, 1000); i++) {
      const type = api._FPDFPageObj_GetType(api._FPDFPage_GetObject(this.#handles.page, i));
      if (type === IMAGE || type === FORM_OBJECT) return true;
    }
    return count >= DRAWING;
  }

  /** How much of the page its pictures cover, from 0 to 1; what lies over one another counts twice, up to 1. */
  pictureCover(): number {
    const api = this.#api;
    const { page } = this.#handles;
    const area = api._FPDF_GetPageWidth(page) * api._FPDF_GetPageHeight(page);
    const count = Math.min(api._FPDFPage_CountObjects(page), 1000);
    let covered = 0;
    for (let i = 0; i < count; i++) {
      const object = api._FPDFPage_GetObject(page, i);
      const type = api._FPDFPageObj_GetType(object);
      if (type !== IMAGE) continue;
      const bounds = inBuffer(api, 16, (at) => {
        api._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12);
      });
      const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(
        bounds.buffer,
        bounds.byteOffset,
        4,
      );
      covered += Math.max(0, right - left) * Math.max(0, top - bottom);
    }
    return area > 0 ? Math.min(1, covered / area) : 0;
  }

  /** The page as it is seen, notes and fields included, at `wanted` dpi or what MOST_PIXELS allows. Throws `Unread`. */
  picture(wanted = READING_DPI): Picture {
    const api = this.#api;
    const { page } = this.#handles;
    const [points, high] = [api._FPDF_GetPageWidth(page), api._FPDF_GetPageHeight(page)];
    if (!(points > 0 && high > 0)) throw new Unread('corrupt');
    const dpi = Math.min(wanted, POINTS_PER_INCH * Math.sqrt(MOST_PIXELS / (points * high)));
    return this.#drawn(
      Math.max(1, Math.floor((points * dpi) / POINTS_PER_INCH)),
      Math.max(1, Math.floor((high * dpi) / POINTS_PER_INCH)),
      dpi,
    );
  }

  /** The page in so many pixels. Throws `Unread('too_large')` when there is no memory for them. */
  #drawn(width: number, height: number, dpi: number): Picture {
    const api = this.#api;
    const bitmap = api._FPDFBitmap_CreateEx(width, height, GREY_BITMAP, 0, 0);
    if (bitmap === 0) throw new Unread('too_large');
    try {
      api._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      api._FPDF_RenderPageBitmap(bitmap, this.#handles.page, 0, 0, width, height, 0, DRAW_NOTES | DRAW_GREY);
      const [at, stride] = [api._FPDFBitmap_GetBuffer(bitmap), api._FPDFBitmap_GetStride(bitmap)];
      const grey = new Uint8Array(width * height);
      for (let y = 0; y < height; y++) {
        const row = at + y * stride;
        grey.set(api.HEAPU8.subarray(row, row + width), y * width);
      }
      return { width, height, grey, dpi };
    } finally {
      api._FPDFBitmap_Destroy(bitmap);
    }
  }

  /** Notes with their authors, filled-in fields with their names, and where links lead. */
  annotations(): string[] {
    const api = this.#api;
    const texts = new Set<string>();
    const count = Math.min(api._FPDFPage_GetAnnotCount(this.#handles.page), MAX_ANNOTATIONS);
    for (let i = 0; i < count; i++) {
      const annotation = api._FPDFPage_GetAnnot(this.#handles.page, i);
      if (annotation === 0) continue;
      try {
        for (const text of this.#said(annotation)) if (text.trim() !== '') texts.add(text);
      } finally {
        api._FPDFPage_CloseAnnot(annotation);
      }
    }
    return [...texts];
  }

  *#said(annotation: number): Generator<string> {
    const api = this.#api;
    const subtype = api._FPDFAnnot_GetSubtype(annotation);
    if (subtype === WIDGET) {
      yield this.#field(annotation);
      return;
    }
    if (subtype === LINK) {
      const action = api._FPDFLink_GetAction(api._FPDFAnnot_GetLink(annotation));
      if (action !== 0)
        yield string8(api, (buffer, length) =>
          api._FPDFAction_GetURIPath(this.#handles.document, action, buffer, length),
        );
    }
    const contents = plain(this.#entry(annotation, 'Contents'));
    const author = subtype === POPUP ? '' : this.#entry(annotation, 'T');
    if (contents !== '' || author !== '') yield author === '' ? contents : `${author}: ${contents}`;
  }

  #entry(annotation: number, key: string): string {
    return withKey(this.#api, key, (pointer) =>
      string16(this.#api, (buffer, length) =>
        this.#api._FPDFAnnot_GetStringValue(annotation, pointer, buffer, length),
      ),
    );
  }

  /** "Label: value"; a field that was left empty says nothing. */
  #field(annotation: number): string {
    const api = this.#api;
    const { form } = this.#handles;
    if (form === 0 || api._FPDFAnnot_GetFormFieldType(form, annotation) < FIRST_TEXT_FIELD) return '';
    const value = string16(api, (buffer, length) =>
      api._FPDFAnnot_GetFormFieldValue(form, annotation, buffer, length),
    );
    if (value.trim() === '') return '';
    const label =
      string16(api, (buffer, length) =>
        api._FPDFAnnot_GetFormFieldAlternateName(form, annotation, buffer, length),
      ) ||
      string16(api, (buffer, length) => api._FPDFAnnot_GetFormFieldName(form, annotation, buffer, length));
    return label === '' ? plain(value) : `${label}: ${plain(value)}`;
  }
}

/** PDFium marks a hyphen at a line's end with U+0002 or U+FFFE and joins the lines: a CPR number may be parted there. */
function plain(text: string): string {
  return text
    .replaceAll(/[\u0002\uFFFE]/g, '-')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\0+/g, '');
}
