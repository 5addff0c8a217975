import * as board from './documents/board.ts';
import * as service from './documents/customer-service.ts';
import * as finance from './documents/finance.ts';
import * as it from './documents/it.ts';
import * as legal from './documents/legal.ts';
import * as lists from './documents/lists.ts';
import * as manuals from './documents/manuals.ts';
import * as marketing from './documents/marketing.ts';
import * as payroll from './documents/payroll.ts';
import * as personnel from './documents/personnel.ts';
import * as own from './documents/private.ts';
import * as recruitment from './documents/recruitment.ts';
import * as sales from './documents/sales.ts';
import type { FileFormat } from './render.ts';
import type { Kind } from './scene.ts';

/** So many files of a kind in a folder; {year} is the document's year. The formats take turns. */
export interface Planned {
  readonly folder: string;
  readonly kind: Kind;
  readonly count: number;
  readonly formats: readonly FileFormat[];
}

/** Which papers lie where. About a third of the files are clean. */
export const SHARE_PLAN: readonly Planned[] = [
  ...folder('HR/Personale/Kontrakter/{year}', [
    [personnel.employmentContract, 13, ['docx', 'pdf', 'docx', 'odt', 'txt']],
  ]),
  ...folder('HR/Personale/Advarsler og opsigelser', [
    [personnel.warning, 6, ['docx', 'pdf', 'odt']],
    [personnel.dismissal, 5, ['docx', 'pdf', 'txt']],
  ]),
  ...folder('HR/Sygefravær', [[personnel.sickNote, 9, ['pdf', 'docx', 'txt', 'odt']]]),
  ...folder('HR/MUS-samtaler/{year}', [[personnel.appraisal, 6, ['docx', 'odt', 'txt']]]),
  ...folder('HR/Rekruttering/Ansøgninger {year}', [
    [recruitment.application, 10, ['docx', 'pdf', 'txt', 'odt']],
    [recruitment.curriculum, 7, ['pdf', 'docx', 'odt']],
    [recruitment.curriculumInEnglish, 3, ['pdf', 'docx', 'html']],
    [recruitment.interviewNotes, 5, ['txt', 'docx']],
    [recruitment.rejection, 5, ['eml']],
  ]),
  ...folder('HR', [
    [personnel.staffList, 4, ['xlsx']],
    [manuals.policy, 9, ['docx', 'pdf', 'html', 'odt']],
    [lists.anonymousSurvey, 4, ['xlsx', 'csv']],
  ]),
  ...folder('Løn/{year}', [
    [payroll.payslip, 12, ['pdf', 'pdf', 'docx', 'txt', 'html']],
    [payroll.salaryRun, 7, ['xlsx', 'csv', 'xlsx']],
    [payroll.pensionLetter, 5, ['pdf', 'docx', 'odt']],
  ]),
  ...folder('Løn/Indeholdelser', [[payroll.wageGarnishment, 5, ['pdf', 'txt', 'docx']]]),
  ...folder('Løn/Statistik', [[lists.maskedPayroll, 5, ['xlsx', 'csv']]]),
  ...folder('Salg/Ordrer/{year}', [
    [sales.orderConfirmation, 10, ['pdf', 'docx', 'html', 'txt']],
    [lists.orderBook, 10, ['xlsx', 'csv', 'csv']],
    [lists.deliveryNote, 12, ['pdf', 'docx', 'txt', 'html']],
  ]),
  ...folder('Salg/Tilbud', [[sales.quote, 6, ['docx', 'pdf', 'odt']]]),
  ...folder('Salg/Kunder', [
    [sales.customerList, 7, ['csv', 'xlsx', 'csv']],
    [sales.creditApplication, 6, ['docx', 'pdf', 'txt']],
  ]),
  ...folder('Salg/Prislister', [[lists.priceList, 9, ['xlsx', 'csv']]]),
  ...folder('Kundeservice/Klager', [
    [service.complaintMail, 11, ['eml', 'eml', 'eml', 'txt']],
    [service.serviceAnswer, 6, ['eml']],
    [service.serviceMailInEnglish, 3, ['eml']],
  ]),
  ...folder('Kundeservice/Chat', [[service.chatLog, 8, ['txt', 'html', 'txt']]]),
  ...folder('Kundeservice', [[service.ticketLog, 5, ['csv', 'xlsx']]]),
  ...folder('Bestyrelse/Referater', [
    [board.boardMinutes, 7, ['docx', 'pdf', 'odt']],
    [board.boardAgenda, 4, ['eml']],
  ]),
  ...folder('Bestyrelse', [
    [board.boardSlides, 5, ['pptx']],
    [board.ownerBook, 2, ['docx', 'pdf']],
  ]),
  ...folder('Økonomi/Bank', [
    [finance.bankStatement, 6, ['csv', 'xlsx']],
    [finance.cardTransactions, 3, ['csv', 'xlsx']],
  ]),
  ...folder('Økonomi/Bilag {year}', [
    [finance.expenseClaim, 6, ['docx', 'pdf', 'odt']],
    [sales.invoice, 7, ['pdf', 'html', 'docx']],
    [finance.paymentReminder, 5, ['docx', 'pdf', 'txt']],
  ]),
  ...folder('Økonomi/Leverandører', [
    [finance.supplierList, 3, ['xlsx', 'csv']],
    [finance.budgetMail, 4, ['eml']],
    [lists.companyRegister, 4, ['csv', 'xlsx']],
  ]),
  ...folder('Økonomi/Finans', [[lists.ledger, 7, ['csv', 'xlsx']]]),
  ...folder('IT/Brugere', [
    [it.userList, 3, ['csv', 'xlsx']],
    [it.passwordMail, 4, ['eml']],
  ]),
  ...folder('IT/Logfiler', [[it.accessLog, 5, ['txt']]]),
  ...folder('IT', [
    [it.emergencyPlan, 3, ['docx', 'pdf', 'odt']],
    [manuals.manual, 3, ['html', 'txt', 'pdf']],
  ]),
  ...folder('Marketing/Nyhedsbreve', [
    [marketing.newsletterList, 4, ['csv', 'xlsx']],
    [marketing.newsletter, 4, ['html']],
    [marketing.competition, 3, ['docx', 'txt']],
  ]),
  ...folder('Marketing/Kampagner', [[marketing.campaignDeck, 4, ['pptx']]]),
  ...folder('Marketing/Tekster', [
    [manuals.productText, 12, ['docx', 'txt', 'html', 'odt']],
    [manuals.newsClipping, 4, ['docx', 'pdf', 'txt']],
    [manuals.companyDeck, 5, ['pptx']],
  ]),
  ...folder('Produktion/Manualer', [[manuals.manual, 14, ['pdf', 'docx', 'odt', 'txt', 'html']]]),
  ...folder('Produktion/Maskinlog', [[lists.machineLog, 8, ['csv']]]),
  ...folder('Produktion/Lager', [
    [lists.stockCount, 7, ['xlsx', 'csv']],
    [lists.trackingLog, 6, ['csv', 'xlsx']],
  ]),
  ...folder('Jura/Sager', [
    [legal.policeReport, 4, ['docx', 'pdf']],
    [legal.powerOfAttorney, 4, ['pdf', 'docx', 'odt']],
    [legal.tenancy, 5, ['pdf', 'docx', 'odt']],
  ]),
  ...folder('Jura/Persondata', [
    [legal.accessRequest, 5, ['eml']],
    [legal.dataProcessorAgreement, 3, ['docx', 'pdf']],
    [manuals.safetyPolicyInEnglish, 3, ['pdf', 'docx']],
  ]),
  ...folder('Privat', [
    [own.privateLetter, 5, ['docx', 'odt', 'txt']],
    [own.holidayBooking, 4, ['eml']],
    [own.familyBudget, 3, ['xlsx', 'csv']],
    [own.clubList, 4, ['docx', 'pdf', 'txt']],
    [own.passwords, 4, ['txt']],
  ]),
  ...folder('Fælles/Kantine', [[manuals.canteenMenu, 8, ['docx', 'pdf', 'txt']]]),
];

function folder(path: string, kinds: readonly (readonly [Kind, number, readonly FileFormat[]])[]): Planned[] {
  return kinds.map(([kind, count, formats]) => ({ folder: path, kind, count, formats }));
}
