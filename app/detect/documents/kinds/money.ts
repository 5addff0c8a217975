import type { KindCues } from '../cue.ts';

/** What tells of somebody’s money, and firms’ papers. */
export const MONEY: readonly KindCues[] = [
  {
    kind: 'invoice',
    prior: -4.2,
    cues: [
      {
        id: 'title',
        where: 'title',
        weight: 2.4,
        da: 'overskrift som på en faktura',
        en: 'titled like an invoice',
        words: `faktura, fakturanr, faktura nr, faktura nr., kreditnota, regning, invoice, invoice no, invoice no., tax invoice, credit note, rechnung, fakturanummer, proforma faktura, rykker`,
      },
      {
        id: 'fields',
        where: 'label',
        weight: 1.9,
        da: 'felter som på en faktura',
        en: 'fields as on an invoice',
        words: `fakturanr, fakturanr., faktura nr, fakturanummer, fakturadato, forfaldsdato, forfald, betalingsfrist, betalingsbetingelser, kundenr, kundenr., kundenummer, varenr, varenr., antal, stk. pris, stk.pris, enhedspris, pris, beløb, moms, moms 25 %, moms 25%, 25 % moms, subtotal, i alt, total, i alt inkl. moms, i alt ekskl. moms, at betale, til betaling, invoice number, invoice no, invoice date, due date, payment terms, bill to, qty, quantity, unit price, amount, vat, amount due, total due, sales tax, net total, betales til, fik-nr, ean, ean-nr, rekvisition, ordrenr, po number, mehrwertsteuer, mva`,
      },
      {
        id: 'pay',
        where: 'anywhere',
        weight: 0.9,
        da: 'hvor og hvornår der skal betales',
        en: 'where and when to pay',
        words: `bedes betalt, bedes indbetalt, netto 8 dage, netto 14 dage, netto 30 dage, løbende måned, rente, rentenota, indbetales, reg.nr, kontonr, +71, +73, please pay, payable to, remit, within 30 days, remittance, bankoverførsel, morarente`,
      },
      {
        id: 'of-others',
        where: 'anywhere',
        weight: -1.2,
        da: 'er om ordrer eller om fakturaer i almindelighed',
        en: 'is about orders, or invoices in general',
        words: `ordrebog, ordrebekræftelse, tilbud, ordrestatus, afventer, i produktion, leveret, følgeseddel, order confirmation, order book, quote, quotation, delivery note, packing slip, fakturaer, invoices, en faktura, din faktura, an invoice, your invoice, bogføres, scannes, ehf, fakturering`,
      },
    ],
    found: { IBAN_CODE: 0.5, DK_BANK_ACCOUNT: 0.5 },
    particular: 0.5,
  },
  {
    kind: 'bank_statement',
    prior: -4.4,
    cues: [
      {
        id: 'title',
        where: 'title',
        weight: 2.4,
        da: 'overskrift som på et kontoudtog',
        en: 'titled like a bank statement',
        words: `kontoudtog, kontoudskrift, kontooversigt, posteringsoversigt, årsopgørelse konto, bank statement, account statement, statement of account, transactions, kontoauszug, kontoutdrag, kontoutskrift, bankudtog, engagementsoversigt, bevægelser`,
      },
      {
        id: 'columns',
        where: 'label',
        weight: 2,
        da: 'linjer og kolonner som i et kontoudtog',
        en: 'lines and columns as in a bank statement',
        words: `saldo, primo, ultimo, saldo primo, saldo ultimo, bogført, bogføringsdato, valør, rentedato, tekst, hævet, indsat, dankort, overførsel, betalingsservice, kontonr, kontonummer, kontohaver, opening balance, closing balance, balance, brought forward, paid in, paid out, withdrawals, deposits, debit, credit, account number, sort code, direct debit, standing order, card payment, statement period, mobilepay, løn, husleje, udskriftsdato`,
      },
    ],
    found: { IBAN_CODE: 0.8, DK_BANK_ACCOUNT: 0.8, PERSON: 0.2 },
  },
  {
    kind: 'tax_return',
    prior: -4.6,
    cues: [
      {
        id: 'title',
        where: 'title',
        weight: 2.6,
        da: 'overskrift som på en årsopgørelse eller selvangivelse',
        en: 'titled like a tax return',
        words: `årsopgørelse, årsopgørelsen, oplysningsskema, selvangivelse, forskudsopgørelse, skattekort, skatteopgørelse, servicebrev, tax return, self assessment, tax calculation, form 1040, w-2, p60, p45, steuerbescheid, steuererklärung, skattemelding, slutskattebesked, inkomstdeklaration`,
      },
      {
        id: 'fields',
        where: 'anywhere',
        weight: 1.6,
        da: 'felter som i en årsopgørelse',
        en: 'fields as in a tax return',
        words: `personlig indkomst, kapitalindkomst, skattepligtig indkomst, ligningsmæssige fradrag, fradrag, rubrik, befordringsfradrag, beskæftigelsesfradrag, restskat, overskydende skat, bundskat, topskat, kommuneskat, indkomstår, indkomståret, skattestyrelsen, aktieindkomst, trækprocent, taxable income, adjusted gross income, filing status, refund, personal allowance, utr, tax year, total tax due, withholding, standard deduction, dependents, hmrc, national insurance contributions, gevinst`,
      },
    ],
    found: { DK_CPR: 0.6, PERSON: 0.2 },
  },
  {
    kind: 'pension',
    prior: -4.6,
    cues: [
      {
        id: 'title',
        where: 'title',
        weight: 2.4,
        da: 'overskrift om en pensionsordning',
        en: 'titled on a pension',
        words: `pensionsbidrag, indberetning af pensionsbidrag, pensionsindbetaling, pensionsoversigt, pensionsmeddelelse, pensionsbrev, pensionsopgørelse, pensionsaftale, din pension, årsoversigt pension, pensionskonto, police, pensionspolice, pension statement, annual pension statement, benefit statement, retirement benefit, pensionsbesked, pensionsrapport, renteninformation`,
      },
      {
        id: 'fields',
        where: 'anywhere',
        weight: 1.6,
        da: 'felter som i en pensionsoversigt',
        en: 'fields as in a pension statement',
        words: `depot, opsparing, ratepension, aldersopsparing, livrente, kapitalpension, livsvarig, pensionsalder, udbetaling ved, ved død, ved tab af erhvervsevne, dækning, invalidepension, begunstiget, begunstigelse, indbetalinger, policenummer, policenr, medlemsnummer, fund value, transfer value, projected pension, lump sum, beneficiary, retirement date, scheme, accrued, member number, spouse's pension, annuity, nærmeste pårørende, gruppeliv`,
      },
    ],
    found: { DK_CPR: 0.6, PERSON: 0.2 },
  },
];
