import { employeeOf, MAIL_HOST } from '../company.ts';
import { h, list, month, p, shortDate, type Kind } from '../scene.ts';
import { t } from '../text.ts';
import { PRODUCTS } from './sales.ts';

export const newsletterList: Kind = {
  name: 'newsletter-list',
  language: 'da',
  write({ rng, pen, company, date }) {
    return {
      name: `nyhedsbrev_tilmeldte_${date.getUTCFullYear()}_${rng.digits(2)}`,
      content: {
        as: 'workbook',
        sheets: [
          {
            name: 'Tilmeldte',
            columns: ['email', 'navn', 'samtykke', 'kilde'],
            rows: rng
              .some(company.customers, rng.int(25, 90))
              .map((one) => [
                pen.mail(rng.chance(0.2) ? capitalised(one.mail) : one.mail),
                rng.chance(0.8) ? pen.name(one) : '',
                shortDate(date),
                rng.pick(['butik', 'web', 'messe', 'konkurrence']),
              ]),
          },
        ],
      },
    };
  },
};

export const competition: Kind = {
  name: 'competition-entries',
  language: 'da',
  write({ rng, pen, company, date }) {
    const [first, second, third] = rng.some(company.customers, 3);
    if (!first || !second || !third) throw new Error('too few customers');
    return {
      name: `Vindere af konkurrencen ${month(date)}`,
      content: {
        as: 'paper',
        title: 'Vindere',
        blocks: [
          p(t`Vi trak lod om en ${rng.pick(PRODUCTS)}.`),
          list(
            t`1. præmie: ${pen.name(first)}, ${pen.phoneAlone(first.phone)}`,
            t`2. præmie: ${pen.name(second)}, ${pen.mail(second.mail)}`,
            t`3. præmie: ${pen.name(third)} – ring på ${pen.phoneAlone(third.phone)}`,
          ),
          p('Billeder fra overrækkelsen må kun bruges efter samtykke.'),
        ],
      },
    };
  },
};

export const campaignDeck: Kind = {
  name: 'campaign-slides',
  language: 'da',
  write({ rng, pen, company, date }) {
    const one = rng.pick(company.customers);
    return {
      name: `Kampagne ${rng.pick(['efterår', 'jul', 'forår', 'havemøbler'])} ${date.getUTCFullYear()}`,
      content: {
        as: 'deck',
        slides: [
          {
            title: 'Kampagneplan',
            points: ['Tre uger på sociale medier', 'Plakater i færgen', 'Åbent værksted'],
          },
          {
            title: 'Kundehistorie',
            points: [t`${pen.name(one)} fortæller om sit bord`, 'Foto i stuen, video på to minutter'],
            notes: t`Aftal tid med familien: ${pen.phoneAlone(one.phone)}, ${pen.mail(one.mail)}. Husk samtykke til børnene.`,
          },
          {
            title: 'Kontakt',
            points: [
              t`${pen.name(employeeOf(company, 'Marketing'))}, ${pen.mail(employeeOf(company, 'Marketing').workMail)}`,
            ],
          },
        ],
      },
    };
  },
};

export const newsletter: Kind = {
  name: 'newsletter',
  language: 'da',
  write({ rng, pen, company, date }) {
    return {
      name: `Nyhedsbrev ${month(date)}`,
      content: {
        as: 'paper',
        title: 'Nyt fra værkstedet',
        header: company.name,
        blocks: [
          h(rng.pick(PRODUCTS)),
          p(
            'Vi har fået den nye serie hjem, og den står klar i butikken på havnen. Kig forbi til en kop kaffe.',
          ),
          h('Mød vores snedker'),
          p(
            t`${pen.name(rng.pick(company.staff))} har arbejdet hos os i mange år og viser lørdag, hvordan en svalehale bliver til.`,
          ),
          p(
            t`Skriv til ${pen.mail(`nyhedsbrev@${MAIL_HOST}`)} eller ring ${pen.phoneAlone(company.phone)}. Afmeld dig når som helst.`,
          ),
        ],
      },
    };
  },
};

function capitalised(address: string): string {
  return address.replace(/(^|\.)[a-z](?=.*@)/g, (letter) => letter.toUpperCase());
}
