import type { PDFiumModule } from '@hyzyla/pdfium';

type LoadedModule = Awaited<ReturnType<typeof PDFiumModule>>;
type LoadOptions = Parameters<typeof PDFiumModule>[0];

/**
 * The part of PDFium's C interface (public/fpdf*.h) that reading text takes. The package wraps little of it, and hands
 * out the module beneath. Handles and pointers are numbers, 0 for none. Strings come as UTF-16LE with a terminator, in a
 * buffer of the caller's; the functions give the length in bytes that it takes.
 */
interface ReadingCalls {
  _FPDF_GetMetaText(document: number, tag: number, buffer: number, length: number): number;
  _FPDFBookmark_GetFirstChild(document: number, bookmark: number): number;
  _FPDFBookmark_GetNextSibling(document: number, bookmark: number): number;
  _FPDFBookmark_GetTitle(bookmark: number, buffer: number, length: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  _FPDFAnnot_GetSubtype(annotation: number): number;
  _FPDFAnnot_GetStringValue(annotation: number, key: number, buffer: number, length: number): number;
  _FPDFAnnot_GetFormFieldType(form: number, annotation: number): number;
  _FPDFAnnot_GetFormFieldName(form: number, annotation: number, buffer: number, length: number): number;
  _FPDFAnnot_GetFormFieldAlternateName(
    form: number,
    annotation: number,
    buffer: number,
    length: number,
  ): number;
  _FPDFAnnot_GetFormFieldValue(form: number, annotation: number, buffer: number, length: number): number;
  _FPDFAnnot_GetLink(annotation: number): number;
  _FPDFLink_GetAction(link: number): number;
  _FPDFAction_GetURIPath(document: number, action: number, buffer: number, length: number): number;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, index: number): number;
  _FPDFAttachment_GetName(attachment: number, buffer: number, length: number): number;
  _FPDFAttachment_GetFile(attachment: number, buffer: number, length: number, needed: number): number;
  /** The four pointers are to floats: left, bottom, right, top, in points. */
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDF_GetXFAPacketCount(document: number): number;
  _FPDF_GetXFAPacketName(document: number, index: number, buffer: number, length: number): number;
  _FPDF_GetXFAPacketContent(
    document: number,
    index: number,
    buffer: number,
    length: number,
    needed: number,
  ): number;
}

export type Pdfium = LoadedModule & ReadingCalls;

/** A loaded module keeps the memory of the largest document it had; past this many bytes the next gets a new one. */
const WORN = 256 * 1024 * 1024;

let loaded: Promise<Pdfium> | null = null;

/**
 * PDFium as WebAssembly; its 4 MB are read from the package (by the package itself) at the first PDF, not before.
 * Whoever gets a fault out of it calls `discardPdfium`, for its memory is then in an unknown state.
 */
export async function pdfium(): Promise<Pdfium> {
  if (loaded && (await loaded).HEAPU8.length > WORN) loaded = null;
  loaded ??= load();
  return await loaded;
}

export function discardPdfium(): void {
  loaded = null;
}

async function load(): Promise<Pdfium> {
  const { PDFiumModule } = await import('@hyzyla/pdfium');
  // Its messages can quote the document, so they go nowhere.
  const silent = { print: () => undefined, printErr: () => undefined };
  const module = await PDFiumModule(Object.assign<LoadOptions, typeof silent>({}, silent));
  if (!canRead(module)) throw new Error('this build of pdfium lacks calls for reading text');
  module._FPDF_InitLibraryWithConfig({});
  return module;
}

function canRead(module: LoadedModule): module is Pdfium {
  return CALLS.every((call) => call in module);
}

const CALLS: readonly (keyof ReadingCalls)[] = [
  '_FPDF_GetMetaText',
  '_FPDFBookmark_GetTitle',
  '_FPDFAnnot_GetStringValue',
  '_FPDFAnnot_GetFormFieldValue',
  '_FPDFAction_GetURIPath',
  '_FPDFAttachment_GetFile',
  '_FPDF_GetXFAPacketContent',
  '_FPDFPageObj_GetBounds',
];
