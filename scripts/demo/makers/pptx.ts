import type { Deck, Slide, Table } from '../content.ts';
import { plain, type Text } from '../text.ts';
import { contentTypes, escapeXml, office, relations, RELATIONSHIPS } from './xml.ts';
import { theme } from './pptx-theme.ts';

/** A PowerPoint presentation (ECMA-376), with speaker notes. */
export function pptx(deck: Deck, style: { readonly modified?: Date } = {}): Uint8Array {
  const numbers = deck.slides.map((_, at) => at + 1);
  const noted = numbers.filter((number) => deck.slides[number - 1]?.notes !== undefined);
  return office(
    [
      [
        '[Content_Types].xml',
        contentTypes([
          ['ppt/presentation.xml', 'presentationml.presentation.main'],
          ['ppt/slideMasters/slideMaster1.xml', 'presentationml.slideMaster'],
          ['ppt/slideLayouts/slideLayout1.xml', 'presentationml.slideLayout'],
          ['ppt/notesMasters/notesMaster1.xml', 'presentationml.notesMaster'],
          ['ppt/theme/theme1.xml', 'theme'],
          ['ppt/theme/theme2.xml', 'theme'],
          ...numbers.map((n) => [`ppt/slides/slide${n}.xml`, 'presentationml.slide'] as const),
          ...noted.map((n) => [`ppt/notesSlides/notesSlide${n}.xml`, 'presentationml.notesSlide'] as const),
        ]),
      ],
      ['_rels/.rels', relations([['officeDocument', 'ppt/presentation.xml']])],
      ['ppt/presentation.xml', presentationXml(numbers.length)],
      [
        'ppt/_rels/presentation.xml.rels',
        relations([
          ['slideMaster', 'slideMasters/slideMaster1.xml'],
          ['notesMaster', 'notesMasters/notesMaster1.xml'],
          ['theme', 'theme/theme1.xml'],
          ...numbers.map((n) => ['slide', `slides/slide${n}.xml`] as const),
        ]),
      ],
      [
        'ppt/slideMasters/slideMaster1.xml',
        `<p:sldMaster ${NAMESPACES}><p:cSld>${tree('')}</p:cSld>${COLOURS}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`,
      ],
      [
        'ppt/slideMasters/_rels/slideMaster1.xml.rels',
        relations([
          ['slideLayout', '../slideLayouts/slideLayout1.xml'],
          ['theme', '../theme/theme1.xml'],
        ]),
      ],
      [
        'ppt/slideLayouts/slideLayout1.xml',
        `<p:sldLayout ${NAMESPACES}><p:cSld>${tree('')}</p:cSld></p:sldLayout>`,
      ],
      [
        'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
        relations([['slideMaster', '../slideMasters/slideMaster1.xml']]),
      ],
      [
        'ppt/notesMasters/notesMaster1.xml',
        `<p:notesMaster ${NAMESPACES}><p:cSld>${tree('')}</p:cSld>${COLOURS}</p:notesMaster>`,
      ],
      ['ppt/notesMasters/_rels/notesMaster1.xml.rels', relations([['theme', '../theme/theme2.xml']])],
      ['ppt/theme/theme1.xml', theme()],
      ['ppt/theme/theme2.xml', theme()],
      ...deck.slides.flatMap((slide, at) => slideParts(slide, at + 1)),
    ],
    style.modified,
  );
}

function presentationXml(slides: number): string {
  // Relations 1 to 3 are the masters and the theme; a slide's own id begins at 256.
  const ids = Array.from({ length: slides }, (_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 4}"/>`);
  return `<p:presentation ${NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`;
}

function slideParts(slide: Slide, number: number): (readonly [string, string])[] {
  const shapes = [
    shape(2, [slide.title]),
    shape(3, slide.points),
    slide.table ? tableFrame(slide.table) : '',
  ];
  const layout = ['slideLayout', '../slideLayouts/slideLayout1.xml'] as const;
  const own = [
    [
      `ppt/slides/slide${number}.xml`,
      `<p:sld ${NAMESPACES}><p:cSld>${tree(shapes.join(''))}</p:cSld></p:sld>`,
    ],
    [
      `ppt/slides/_rels/slide${number}.xml.rels`,
      relations([
        layout,
        ...(slide.notes ? [['notesSlide', `../notesSlides/notesSlide${number}.xml`] as const] : []),
      ]),
    ],
  ] as const;
  if (slide.notes === undefined) return [...own];
  return [
    ...own,
    [
      `ppt/notesSlides/notesSlide${number}.xml`,
      `<p:notes ${NAMESPACES}><p:cSld>${tree(shape(2, [slide.notes]))}</p:cSld></p:notes>`,
    ],
    [
      `ppt/notesSlides/_rels/notesSlide${number}.xml.rels`,
      relations([
        ['notesMaster', '../notesMasters/notesMaster1.xml'],
        ['slide', `../slides/slide${number}.xml`],
      ]),
    ],
  ];
}

function tree(shapes: string): string {
  return `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree>`;
}

function shape(id: number, lines: readonly Text[]): string {
  const y = id === 2 ? 400000 : 1800000;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Tekst ${id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="${y}"/><a:ext cx="10900000" cy="1200000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>${textBody('p', lines)}</p:sp>`;
}

function tableFrame({ columns, rows }: Table): string {
  const row = (cells: readonly Text[]): string =>
    `<a:tr h="370000">${cells.map((cell) => `<a:tc>${textBody('a', [cell])}<a:tcPr/></a:tc>`).join('')}</a:tr>`;
  const grid = columns.map(() => '<a:gridCol w="2500000"/>').join('');
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Tabel"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="600000" y="3200000"/><a:ext cx="10900000" cy="2500000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid>${grid}</a:tblGrid>${[columns, ...rows].map(row).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

function textBody(prefix: 'p' | 'a', lines: readonly Text[]): string {
  const paragraphs = lines.map((line) => {
    const text = plain(line);
    return `<a:p>${text === '' ? '' : `<a:r><a:t>${escapeXml(text)}</a:t></a:r>`}</a:p>`;
  });
  return `<${prefix}:txBody><a:bodyPr/>${paragraphs.join('') || '<a:p/>'}</${prefix}:txBody>`;
}

const NAMESPACES = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${RELATIONSHIPS}"`;
const COLOURS =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
