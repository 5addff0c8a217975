import { employeeOf } from '../company.ts';
import { amount } from '../near-misses.ts';
import { h, list, longDate, p, shortDate, table, type Kind } from '../scene.ts';
import { t } from '../text.ts';
import { signature } from './letterhead.ts';

export const boardMinutes: Kind = {
  name: 'board-minutes',
  language: 'da',
  write({ rng, pen, company, date }) {
    const [chair, ...others] = rng.some(company.board, 5);
    const employee = rng.pick(company.staff);
    if (!chair) throw new Error('the board is empty');
    return {
      name: `Referat bestyrelsesmøde ${shortDate(date)}`,
      content: {
        as: 'paper',
        title: t`Referat af bestyrelsesmøde den ${longDate(date)}`,
        header: t`${company.name} – strengt fortroligt`,
        blocks: [
          p(
            t`Til stede: ${pen.name(chair)} (formand), ${pen.name(others[0] ?? chair)}, ${pen.name(others[1] ?? chair)} og direktør ${pen.name(employeeOf(company, 'Ledelse'))}. Afbud: ${pen.name(others[2] ?? chair)}.`,
          ),
          h('1. Regnskab'),
          p(
            t`Omsætningen blev ${amount(rng.int(38, 61) * 1000000)} kr. Resultatet er bedre end ventet, fordi fragten faldt.`,
          ),
          h('2. Personalesag'),
          p(
            rng.pick([
              t`Direktøren orienterede om sagen vedrørende ${pen.name(employee)} (${pen.cprAlone(employee)}), som er politianmeldt for underslæb. Bortvisningen fastholdes.`,
              t`Fratrædelsesaftalen med ${pen.name(employee)} blev godkendt. Godtgørelsen udgør tre måneders løn.`,
              t`${pen.name(employee)} er langtidssygemeldt med stress. Bestyrelsen bad om en plan.`,
            ]),
          ),
          h('3. Eventuelt'),
          p(
            t`Næste møde holdes hos formanden, ${chair.street}, ${chair.town}. Afbud på ${pen.phoneAlone(chair.phone)} eller ${pen.mail(chair.mail)}.`,
          ),
        ],
        footer: 'Underskrives af samtlige medlemmer',
      },
    };
  },
};

export const boardAgenda: Kind = {
  name: 'board-agenda',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const sender = employeeOf(company, 'Ledelse');
    return {
      name: `Indkaldelse bestyrelsesmøde ${shortDate(date)}`,
      content: {
        as: 'mail',
        from: { name: pen.name(sender), mail: pen.mail(sender.workMail) },
        to: company.board.map((one) => ({ name: pen.name(one), mail: pen.mail(one.mail) })),
        subject: t`Indkaldelse til bestyrelsesmøde ${longDate(date)}`,
        date,
        body: [
          'Kære bestyrelse',
          `Dagsorden: 1) Godkendelse af referat 2) ${rng.pick(['Budget', 'Kvartalsregnskab', 'Ny maskinhal'])} 3) Personale 4) Eventuelt. Materialet ligger i mappen.`,
          signature(scene, 'Ledelse'),
        ],
      },
    };
  },
};

export const boardSlides: Kind = {
  name: 'board-slides',
  language: 'da',
  write({ rng, pen, company, date }) {
    const one = rng.pick(company.staff);
    return {
      name: `Bestyrelsespræsentation ${date.getUTCFullYear()} Q${Math.floor(date.getUTCMonth() / 3) + 1}`,
      content: {
        as: 'deck',
        slides: [
          {
            title: t`${company.name} – status`,
            points: [longDate(date)],
            notes: 'Velkomst og dagsorden, fem minutter.',
          },
          {
            title: 'Omsætning',
            points: [
              `${rng.int(8, 17)} mio. kr. i kvartalet`,
              'Eksport til Norge vokser',
              'Fragt er stadig dyr',
            ],
          },
          {
            title: 'Organisation',
            points: [t`${pen.name(one)} stopper som ${one.job.toLowerCase()}`, 'To nye lærlinge til august'],
            notes: t`Nævn ikke højt: ${pen.name(one)}, cpr ${pen.cpr(one)}, er sygemeldt med ${rng.pick(['depression', 'kræft', 'stress'])}. Ægtefællen kan nås på ${pen.phoneAlone(one.relative.phone)}.`,
          },
          {
            title: 'Største debitorer',
            points: ['Status på rykkere'],
            table: {
              columns: ['Kunde', 'Telefon', 'Skylder'],
              rows: rng
                .some(company.customers, 3)
                .map((customer) => [
                  pen.name(customer),
                  pen.phone(customer.phone),
                  amount(rng.int(9, 70) * 1000),
                ]),
            },
          },
        ],
      },
    };
  },
};

export const ownerBook: Kind = {
  name: 'owner-book',
  language: 'da',
  write({ rng, pen, company, date }) {
    return {
      name: `Ejerbog ${date.getUTCFullYear()}`,
      content: {
        as: 'paper',
        title: 'Ejerbog',
        header: company.name,
        blocks: [
          p('Ført efter selskabslovens § 50.'),
          table(
            ['Aktionær', 'CPR-nr.', 'Adresse', 'Nominelt'],
            company.board.map((one) => [
              pen.name(one),
              pen.cpr(one),
              `${one.street}, ${one.town}`,
              amount(rng.int(5, 60) * 10000),
            ]),
          ),
          h('Udbytte'),
          list(...company.board.slice(0, 3).map((one) => t`${pen.name(one)}: ${pen.iban(one.iban)}`)),
        ],
      },
    };
  },
};
