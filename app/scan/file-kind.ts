/** Kinds of file in people's words, for counting what was read: each MIME type is of exactly one. */
export const FILE_KINDS = [
  'word',
  'spreadsheet',
  'presentation',
  'pdf',
  'office',
  'mail',
  'text',
  'picture',
  'archive',
  'database',
  'media',
  'program',
  'other',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What a kind is told by. No type is named, and no beginning fits, under two kinds. */
export interface KindTypes {
  readonly types: readonly string[];
  readonly beginnings: readonly string[];
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument.';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';

/** Every kind but `other`, which is whatever none of these fits, a file that was never opened included. */
export const KIND_TYPES: Readonly<Record<Exclude<FileKind, 'other'>, KindTypes>> = {
  word: {
    types: [
      'application/msword',
      'application/rtf',
      'application/vnd.ms-works',
      'application/x-mspublisher',
      'application/vnd.apple.pages',
      'application/vnd.wordperfect',
      'application/x-hwp',
    ],
    beginnings: [`${OPEN_XML}wordprocessingml.`, 'application/vnd.ms-word.', `${OPEN_DOCUMENT}text`],
  },
  spreadsheet: {
    types: [
      'application/vnd.ms-excel',
      'application/vnd.ms-excel.biff',
      'application/vnd.apple.numbers',
      'application/x-dif',
    ],
    beginnings: [
      `${OPEN_XML}spreadsheetml.`,
      'application/vnd.ms-excel.sheet.',
      'application/vnd.ms-excel.template.',
      'application/vnd.ms-excel.addin.',
      `${OPEN_DOCUMENT}spreadsheet`,
    ],
  },
  presentation: {
    types: ['application/vnd.ms-powerpoint', 'application/vnd.apple.keynote'],
    beginnings: [
      `${OPEN_XML}presentationml.`,
      'application/vnd.ms-powerpoint.',
      `${OPEN_DOCUMENT}presentation`,
    ],
  },
  pdf: { types: ['application/pdf'], beginnings: [] },
  office: {
    types: ['application/onenote', 'application/x-cfb', 'application/x-ole-storage', 'application/oxps'],
    beginnings: [
      'application/vnd.ms-office',
      'application/vnd.ms-visio',
      'application/vnd.visio',
      'application/vnd.ms-xps',
      `${OPEN_DOCUMENT}graphics`,
      `${OPEN_DOCUMENT}formula`,
      `${OPEN_DOCUMENT}chart`,
      `${OPEN_DOCUMENT}database`,
      `${OPEN_DOCUMENT}base`,
    ],
  },
  mail: {
    types: ['application/mbox', 'application/pkcs7-mime', 'application/vnd.ms-tnef'],
    beginnings: ['message/', 'application/vnd.ms-outlook'],
  },
  text: {
    types: [
      'application/json',
      'application/xml',
      'application/yaml',
      'application/xhtml+xml',
      'application/epub+zip',
      'application/x-ibooks+zip',
      'application/vnd.ms-htmlhelp',
    ],
    beginnings: ['text/'],
  },
  picture: { types: [], beginnings: ['image/'] },
  archive: {
    types: [
      'application/zip',
      'application/gzip',
      'application/zstd',
      'application/vnd.rar',
      'application/vnd.ms-cab-compressed',
      'application/x-tar',
      'application/x-bzip2',
      'application/x-xz',
      'application/x-lzma',
      'application/x-lzip',
      'application/x-compress',
      'application/x-7z-compressed',
      'application/x-rar-compressed',
      'application/x-iso9660-image',
      'application/x-apple-diskimage',
      'application/x-cpio',
      'application/x-lzh-compressed',
      'application/x-unix-archive',
      'application/timestamped-data',
    ],
    beginnings: [],
  },
  database: {
    types: [
      'application/vnd.sqlite3',
      'application/x-sqlite3',
      'application/x-dbf',
      'application/x-msaccess',
    ],
    beginnings: [],
  },
  media: { types: ['application/ogg'], beginnings: ['audio/', 'video/'] },
  program: {
    types: [
      'application/x-msdownload',
      'application/x-elf',
      'application/x-mach-binary',
      'application/x-msi',
      'application/x-deb',
      'application/x-rpm',
      'application/java-vm',
      'application/wasm',
    ],
    beginnings: [],
  },
};

/** @param mime null: nobody got as far as to tell it */
export function kindOf(mime: string | null): FileKind {
  if (mime === null) return 'other';
  return FILE_KINDS.find((kind) => kind !== 'other' && fits(mime, KIND_TYPES[kind])) ?? 'other';
}

function fits(mime: string, { types, beginnings }: KindTypes): boolean {
  return types.includes(mime) || beginnings.some((beginning) => mime.startsWith(beginning));
}
