import type { Browser } from 'playwright-core';
import { travelDocumentDigit } from '../../../app/detect/identifiers/check-digits.ts';

/** Documents of people who do not exist, drawn as a scanner or a phone would see them. */
export type Specimen = 'passport' | 'id-card' | 'driving-licence' | 'health-card';

/** How the picture is taken: `turn` in whole quarters to the right, `skew` in degrees, `grey` a printed ground. */
export interface Exposure {
  readonly dpi: number;
  readonly turn?: 0 | 90 | 180 | 270;
  readonly skew?: number;
  readonly grey?: boolean;
}

/** What can be found in each. */
const PEOPLE = {
  passport: { number: '298765431', birth: '850312', expiry: '310520', cpr: '120385-4273' },
  'id-card': { number: 'D23145890', birth: '740812', expiry: '320415', cpr: null },
  'driving-licence': { number: '31415926', cpr: '070761-4285' },
  'health-card': { cpr: '230991-1809' },
} as const;

/** The lines of a machine-readable zone, with their check digits (ICAO Doc 9303). */
function zoneOf(kind: 'passport' | 'id-card'): string[] {
  const { number, birth, expiry } = PEOPLE[kind];
  const [numbered, born, ends] = [checked(number), checked(birth), checked(expiry)];
  if (kind === 'passport') {
    const own = `${numbered}${born}${ends}`;
    const free = `${'<'.repeat(14)}0`;
    return [
      'P<DNKHOLM<LIND<<ANNA<KIRSTINE'.padEnd(44, '<'),
      `${numbered}DNK${born}F${ends}${free}${travelDocumentDigit(own + free)}`,
    ];
  }
  const first = `I<UTO${numbered}`.padEnd(30, '<');
  const all = `${first.slice(5)}${born}${ends}${'<'.repeat(11)}`;
  return [
    first,
    `${born}M${ends}UTO${'<'.repeat(11)}${travelDocumentDigit(all)}`,
    'BERG<<OLE<PETER'.padEnd(30, '<'),
  ];
}

function checked(field: string): string {
  return `${field}${travelDocumentDigit(field)}`;
}

/** A PNG of the document on a light table, of its true size at so many dots an inch. */
export async function photographed(
  browser: Browser,
  specimen: Specimen,
  { dpi, turn = 0, skew = 0, grey = false }: Exposure,
): Promise<Buffer> {
  const page = await browser.newPage({
    deviceScaleFactor: dpi / 96,
    viewport: { width: 700, height: 700 },
  });
  try {
    await page.setContent(`<style>${STYLE}</style>
      <main><article class="${specimen} ${grey ? 'grey' : ''}" style="rotate: ${turn + skew}deg">${BODIES[specimen]()}</article></main>`);
    await page.evaluate('document.fonts.ready.then(() => null)');
    return await page.locator('main').screenshot();
  } finally {
    await page.close();
  }
}

const STYLE = `
  body { margin: 0; font-family: 'DejaVu Sans', sans-serif; }
  main { display: grid; place-items: center; width: 150mm; height: 150mm; background: #e8e6e1; }
  article { position: relative; box-sizing: border-box; padding: 4mm; background: #fbfaf7; color: #1b1b1b; font-size: 2.6mm; line-height: 1.45; }
  .passport { width: 125mm; height: 88mm; }
  .id-card, .driving-licence, .health-card { width: 85.6mm; height: 54mm; }
  .grey { background: repeating-linear-gradient(35deg, #cfd4cf 0 0.35mm, #dfe3dd 0.35mm 0.9mm), #d5d9d4; }
  .health-card { background: #f3d64e; } .health-card.grey { background: linear-gradient(100deg, #c9aa3a, #f0dd88); }
  small { display: block; font-size: 1.7mm; color: #555; }
  b { font-weight: 500; font-size: 3mm; }
  .photo { float: left; width: 22mm; height: 28mm; margin: 0 4mm 2mm 0; background: linear-gradient(#888, #bbb); border-radius: 1mm; }
  pre { position: absolute; left: 4mm; bottom: 1mm; margin: 0; font: 3.15mm/5.2mm 'OCR B', 'DejaVu Sans Mono', monospace; }
  .passport pre { font-size: 3.6mm; line-height: 6.4mm; }
`;

const BODIES: Record<Specimen, () => string> = {
  passport: () => `<div class="photo"></div><b>PAS / PASSPORT</b> DANMARK / DENMARK
    <small>Pasnr. / Passport No.</small><b>${PEOPLE.passport.number}</b>
    <small>Efternavn / Surname</small><b>HOLM LIND</b><small>Fornavne / Given names</small><b>ANNA KIRSTINE</b>
    <small>Fødselsdato / Date of birth</small><b>12 MAR/MAR 1985</b>
    <small>Personnr. / Personal No.</small><b>${PEOPLE.passport.cpr}</b>${zone('passport')}`,
  'id-card': () =>
    `<div class="photo"></div><b>IDENTITETSKORT / IDENTITY CARD</b><small>Navn / Name</small><b>BERG, OLE PETER</b>${zone('id-card')}`,
  'driving-licence':
    () => `<div class="photo"></div><b>KØREKORT</b> DANMARK<br>1. LUND<br>2. METTE SOFIE<br>3. 07.07.61 AARHUS<br>
    4a. 14.02.2023 4b. 14.02.2038<br>4c. POLITIET<br>4d. ${PEOPLE['driving-licence'].cpr}<br>5. ${PEOPLE['driving-licence'].number}<br>9. AM/B`,
  'health-card':
    () => `<b>SUNDHEDSKORT</b><br>Region Midtjylland<br><br><b>${PEOPLE['health-card'].cpr}</b><br>
    KIRSTEN NØRGAARD ØSTERBY<br>BIRKEVÆNGET 14 2. TV<br>8600 SILKEBORG<small>Lægens navn, adresse og telefon</small>LÆGEHUSET TORVET<br>Gyldigt fra 01.03.2024`,
};

function zone(kind: 'passport' | 'id-card'): string {
  return `<pre>${zoneOf(kind).join('\n').replaceAll('<', '&lt;')}</pre>`;
}
