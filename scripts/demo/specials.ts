import type { Company } from './company.ts';
import * as board from './documents/board.ts';
import * as service from './documents/customer-service.ts';
import * as legal from './documents/legal.ts';
import * as lists from './documents/lists.ts';
import * as manuals from './documents/manuals.ts';
import { emptyFile, picture, program, scannedCopy, scannedPage, truncated } from './documents/odd-files.ts';
import * as payroll from './documents/payroll.ts';
import * as personnel from './documents/personnel.ts';
import * as own from './documents/private.ts';
import * as recruitment from './documents/recruitment.ts';
import { makeArchive, makeFile } from './make.ts';
import type { FileFormat } from './render.ts';
import type { Rng } from './rng.ts';
import { createScene, type Draft, type Kind } from './scene.ts';
import type { Made } from './truth.ts';

/** A file with its folder and its day. */
export interface Placed {
  readonly folder: string;
  readonly made: Made;
  readonly modified: Date;
}

/** The files that no plan of kinds gives: archives, mails with attachments, odd names, and what cannot be read. */
export async function specialFiles(rng: Rng, company: Company): Promise<Placed[]> {
  const placed: Placed[] = [];
  const put = (folder: string, made: Made, modified: Date, name?: string): void => {
    placed.push({ folder, made: name === undefined ? made : renamed(made, name), modified });
  };
  const writer = (label: string, date: Date) => createMaker(rng.fork(label), company, date);

  for (const year of [2016, 2017, 2018, 2019, 2020]) {
    const date = day(year, 12, 20);
    const make = writer(`old archive ${year}`, date);
    const inner = makeArchive('Lønsedler.zip', await make.several(payroll.payslip, 4, ['pdf', 'txt']), date);
    const files = [
      ...(await make.several(personnel.employmentContract, 2, ['docx', 'odt'])),
      ...(await make.several(manuals.policy, 2, ['pdf', 'html'])),
      ...(await make.several(lists.orderBook, 1, ['csv'])),
      inner,
    ];
    put('Gamle arkiver', makeArchive(`Arkiv ${year} – må ikke slettes.zip`, files, date), date);
  }
  for (const at of [1, 2, 3, 4, 5, 6]) {
    const date = day(2018 + at, at, 3 * at);
    const make = writer(`mail ${at}`, date);
    const attachments = [
      ...(await make.several(recruitment.curriculum, 1, [at % 2 ? 'pdf' : 'docx'])),
      ...(at % 3 === 0 ? [await make.one(recruitment.rejection, 'eml')] : []),
      ...(at % 2 === 0 ? await make.several(manuals.canteenMenu, 1, ['txt']) : []),
      ...(at === 5 ? [makeArchive('Bilag.zip', [await make.one(payroll.salaryRun, 'xlsx')], date)] : []),
    ];
    put('HR/Rekruttering/Mails', await make.mail(recruitment.rejection, attachments), date);
  }
  await oddNames(put, writer);
  await unreadable(put, writer, rng);
  return placed;
}

type Put = (folder: string, made: Made, modified: Date, name?: string) => void;
type Writer = (label: string, date: Date) => Maker;

async function oddNames(put: Put, writer: Writer): Promise<void> {
  const at = (year: number, label: string): [Maker, Date] => {
    const date = day(year, 6, 12);
    return [writer(label, date), date];
  };
  const [party, summer] = at(2023, 'emoji');
  put('Fælles', await party.one(own.clubList, 'docx'), summer, '🎉 Sommerfest – tilmeldte.docx');
  const [late, winter] = at(2021, 'long');
  const long = `Referat af ekstraordinært møde om ${'fremtidens lager og logistik '.repeat(5)}endelig version rettet af direktøren.docx`;
  put('Bestyrelse/Referater', await late.one(board.boardMinutes, 'docx'), winter, long);
  const deep = `Gamle arkiver/Fra den gamle server/D-drev/Brugere/${'Mappe uden navn/'.repeat(8)}Kopi af kopi`;
  const [mover, moved] = at(2016, 'deep');
  put(deep, await mover.one(own.privateLetter, 'txt'), moved);
  // A Mac writes å as a and a ring: the same name, other bytes.
  const [mac, sent] = at(2022, 'mac');
  put(
    'Marketing/Fra fotografen',
    await mac.one(legal.accessRequest, 'eml'),
    sent,
    'Spørgsmål på billeder.eml'.normalize('NFD'),
  );
  const [spaces, then] = at(2019, 'spaces');
  put(
    'Salg/Kunder',
    await spaces.one(service.chatLog, 'txt'),
    then,
    "  kunde's spørgsmål (1) [kopi] & 100 %.txt",
  );
  const [wrong, day0] = at(2020, 'wrong endings');
  put('Gamle arkiver/Fejlnavngivet', await wrong.one(personnel.staffList, 'xlsx'), day0, 'liste.doc');
  put('Gamle arkiver/Fejlnavngivet', await wrong.one(personnel.warning, 'docx'), day0, 'brev.pdf');
  put('Gamle arkiver/Fejlnavngivet', await wrong.one(payroll.payslip, 'pdf'), day0, 'SCAN0001');
  put('Gamle arkiver/Fejlnavngivet', await wrong.one(own.passwords, 'txt'), day0, 'billede.jpg');
}

async function unreadable(put: Put, writer: Writer, rng: Rng): Promise<void> {
  const date = day(2021, 3, 4);
  const make = writer('unreadable', date);
  const contracts = await make.several(personnel.employmentContract, 2, ['docx']);
  put('HR/Personale', makeArchive('Personalemapper (kode hos HR).zip', contracts, date, 'Fjordby1961'), date);
  const half = makeArchive(
    'Afskedigelser.zip',
    await make.several(personnel.dismissal, 1, ['pdf']),
    date,
    'Fjordby1961',
  );
  const open = await make.several(personnel.warning, 2, ['docx']);
  put('HR/Personale', makeArchive('Sager 2021.zip', [...open, half], date), date);
  put(
    'HR/Personale',
    truncated('Kontrakt (afbrudt kopi).docx', await make.one(personnel.employmentContract, 'docx')),
    date,
  );
  put(
    'Gamle arkiver',
    truncated('backup-2015.zip', makeArchive('x.zip', await make.several(payroll.payslip, 3, ['txt']), date)),
    date,
  );
  for (const at of [1, 2, 3])
    put('Marketing/Fra fotografen', picture(`DSC_00${at}7.png`, rng.fork(`picture ${at}`)), date);
  put('IT/Programmer', program('opsætning.exe', rng.fork('program')), date);
  put('IT/Programmer', program('driver.bin', rng.fork('driver')), date);
  put('Privat', emptyFile('Nyt tekstdokument.txt'), date);
  put('Løn', emptyFile('spærre.lock'), date);
  for (const [at, kind] of [personnel.employmentContract, personnel.warning, payroll.payslip].entries()) {
    const paper = await make.one(kind, 'pdf');
    put('HR/Skannet', await scannedCopy(`SCAN_000${at + 1}.pdf`, paper, date), date);
  }
  put('HR/Sygefravær', await scannedPage('Scan 2021-03-04 lægeerklæring.pdf', date), date);
}

interface Maker {
  one(kind: Kind, format: FileFormat): Promise<Made>;
  several(kind: Kind, count: number, formats: readonly FileFormat[]): Promise<Made[]>;
  mail(kind: Kind, attachments: readonly Made[]): Promise<Made>;
}

function createMaker(rng: Rng, company: Company, date: Date): Maker {
  let made = 0;
  const write = (kind: Kind): [Draft, Rng] => {
    const own = rng.fork(String(made++));
    return [kind.write(createScene(own, company, date)), own];
  };
  const maker: Maker = {
    async one(kind, format) {
      const [draft, own] = write(kind);
      return await makeFile(kind, draft, { format, modified: date, rng: own });
    },
    async several(kind, count, formats) {
      const files: Made[] = [];
      for (let at = 0; at < count; at++) {
        const format = formats[at % formats.length];
        if (format) files.push(numbered(await maker.one(kind, format), at + 1));
      }
      return files;
    },
    async mail(kind, attachments) {
      const [draft, own] = write(kind);
      if (draft.content.as !== 'mail') throw new Error(`${kind.name} is no mail`);
      return await makeFile(kind, { ...draft, attachments }, { format: 'eml', modified: date, rng: own });
    },
  };
  return maker;
}

function numbered(made: Made, number: number): Made {
  return renamed(made, `${number} ${made.truth.path}`);
}

function renamed(made: Made, name: string): Made {
  return { ...made, truth: { ...made.truth, path: name } };
}

function day(year: number, month: number, date: number): Date {
  return new Date(Date.UTC(year, month - 1, date, 9, 30));
}
