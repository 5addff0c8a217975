/** What the control words of RTF do to its text, as far as it matters to a reader of words. */

/** Words that stand for a character, or for one in the text without its shape. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '\u2014',
  endash: '\u2013',
  bullet: '\u2022',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

export const LINE_ENDS: ReadonlySet<string> = new Set([
  'par',
  'line',
  'sect',
  'page',
  'column',
  'softline',
  'softpage',
  '\n',
  '\r',
]);

/** Groups that are text of their own: where it stands in the document. */
export const PARTS: Readonly<Record<string, string>> = {
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
  footnote: 'footnotes',
  shptxt: 'text boxes',
  dptxbxtext: 'text boxes',
};

/** Groups that are read where they stand, although a reader who does not know them may leave them out. */
export const TRANSPARENT: ReadonlySet<string> = new Set([
  'shppict',
  'shpinst',
  'do',
  'listtext',
  'pntext',
  'object',
  'result',
  'formfield',
  'ud',
]);

/** What is gathered whole: a font's charset, a field's code, a property, an object. */
export const GATHERED: Readonly<Record<string, string>> = {
  fldinst: 'code',
  atnid: 'note',
  atnauthor: 'note',
  // What a form's field is for and what stands in it.
  ffdeftext: 'form',
  ffl: 'form',
  ffhelptext: 'form',
  ffstattext: 'form',
  objdata: 'object',
  pict: 'picture',
  revtbl: 'reviewers',
  protusertbl: 'reviewers',
  htmltag: 'tag',
  sn: 'shape name',
  sv: 'shape value',
  title: 'property',
  subject: 'property',
  author: 'property',
  manager: 'property',
  company: 'property',
  operator: 'property',
  category: 'property',
  keywords: 'property',
  comment: 'property',
  doccomm: 'property',
  hlinkbase: 'property',
  template: 'property',
  propname: 'property',
  staticval: 'property',
  docvar: 'property',
};

/** Groups with nothing to read in them, although nothing in front of them says so. */
export const SILENT: ReadonlySet<string> = new Set([
  'colortbl',
  'stylesheet',
  'listtable',
  'nonshppict',
  'shprslt',
  'xe',
  'tc',
  'ftnsep',
  'ftnsepc',
  'ftncn',
  'aftnsep',
  'aftnsepc',
  'aftncn',
  'private',
  'themedata',
  'leveltext',
  'levelnumbers',
  'listname',
]);

/** Codes of fields that say nothing: page numbers, tables of contents, references within the document. */
export const SILENT_FIELDS =
  /^\s*(TOC|PAGE|PAGEREF|NUMPAGES|SEQ|REF|NOTEREF|STYLEREF|SECTION|SECTIONPAGES|FORM\w+|DATE|TIME|EQ|SYMBOL|EMBED|SHAPE)\b/;
