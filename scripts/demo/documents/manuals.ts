import { nearMisses } from '../near-misses.ts';
import { h, list, longDate, month, p, shortDate, type Kind } from '../scene.ts';
import { t } from '../text.ts';
import { bareHead } from './letterhead.ts';
import { PRODUCTS } from './sales.ts';

/** Clean papers: what a company writes about things and rules. They speak of CPR numbers and hold none. */
export const manual: Kind = {
  name: 'manual',
  language: 'da',
  write(scene) {
    const { rng } = scene;
    const machine = rng.pick([
      'Formatsav FS-320',
      'CNC-fræser Delta 5',
      'Kantlimer K90',
      'Pudsemaskine B2',
      'Truck T16',
      'Lakkabine 3',
    ]);
    return {
      name: rng.pick([
        `Brugsanvisning ${machine}`,
        `Manual - ${machine}`,
        `Vejledning til ${machine.toLowerCase()}`,
      ]),
      content: {
        as: 'paper',
        title: `Vejledning: ${machine}`,
        header: bareHead(scene),
        blocks: [
          p(
            t`Serienummer ${nearMisses.serialNumber(rng)}, reservedelsnr. ${nearMisses.itemNumber(rng)}, årgang ${rng.int(1998, 2022)}.`,
          ),
          h('Sikkerhed'),
          list(
            'Brug høreværn og briller',
            'Sluk ved hovedafbryderen, før klingen skiftes',
            'Ingen løse ærmer ved roterende dele',
          ),
          h('Daglig brug'),
          p(
            rng.pick([
              'Kontrollér sugningen, og lad maskinen køre varm i to minutter. Indstil anlægget, og lås begge greb. Emnet føres jævnt og uden tryk.',
              'Tænd for trykluften, og vent på den grønne lampe. Vælg program på skærmen, og spænd emnet fast. Hold døren lukket under kørsel.',
            ]),
          ),
          h('Fejl og afhjælpning'),
          p(
            t`Vises kode ${rng.digits(4)}, så rens filteret. Vises kode ${rng.digits(4)}, så bestil del ${nearMisses.itemNumber(rng)}.`,
          ),
        ],
        footer: `Udgave ${rng.int(1, 9)}.${rng.int(0, 9)}`,
      },
    };
  },
};

export const policy: Kind = {
  name: 'policy',
  language: 'da',
  write(scene) {
    const { rng, date } = scene;
    const about = rng.pick([
      'persondata',
      'rygning',
      'it-brug',
      'sygefravær',
      'firmabil',
      'gaver og repræsentation',
    ]);
    return {
      name: rng.pick([`Politik om ${about}`, `Retningslinjer for ${about}`, `Personalehåndbog - ${about}`]),
      content: {
        as: 'paper',
        title: `Politik om ${about}`,
        header: bareHead(scene),
        blocks: [
          p(`Vedtaget ${longDate(date)}. Gælder alle medarbejdere.`),
          p(
            'CPR-numre (ddmmåå-xxxx) må aldrig stå i emnefeltet på en mail. Kontonumre, kortnumre og e-mailadresser på kunder gemmes kun i de godkendte systemer.',
          ),
          p(
            rng.pick([
              'Spørg din leder, hvis du er i tvivl. Overtrædelse kan føre til en påtale.',
              'Politikken gennemgås én gang om året i samarbejdsudvalget.',
            ]),
          ),
          list('Skriv kun det nødvendige', 'Luk skabet', 'Ryd op hver fredag'),
          { kind: 'note', text: 'Se også databeskyttelsesloven § 11 om personnumre.' },
        ],
      },
    };
  },
};

export const safetyPolicyInEnglish: Kind = {
  name: 'policy',
  language: 'en',
  write(scene) {
    const { rng, date } = scene;
    return {
      name:
        rng.pick(['Code of conduct', 'Supplier requirements', 'Wood sourcing policy']) +
        ` ${date.getUTCFullYear()}`,
      content: {
        as: 'paper',
        title: 'What we ask of our suppliers',
        header: bareHead(scene),
        blocks: [
          p(
            'Timber must be traceable to the forest where it was felled. Child labour and forced labour are not accepted anywhere in the chain.',
          ),
          p(
            t`Purchase orders carry a ten-digit number such as ${nearMisses.pNumber(rng)}; quote it together with item ${nearMisses.itemNumber(rng)} on every box.`,
          ),
          list('Pallets of 800 by 1200 mm', 'Labels with EAN-13 and batch', 'Delivery between 7 and 14'),
        ],
      },
    };
  },
};

export const canteenMenu: Kind = {
  name: 'menu',
  language: 'da',
  write({ rng, date }) {
    const dishes = rng.some(
      [
        'Frikadeller med kold kartoffelsalat',
        'Fiskefilet og remoulade',
        'Karrysuppe',
        'Lasagne',
        'Æbleflæsk',
        'Tarteletter',
        'Grønsagsgratin',
        'Stegt flæsk',
      ],
      5,
    );
    return {
      name: `Menu uge ${rng.int(1, 52)}`,
      content: {
        as: 'paper',
        title: `Frokost, ${month(date)}`,
        blocks: [
          list(
            ...['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag'].map(
              (day, at) => `${day}: ${dishes[at] ?? 'Rester'}`,
            ),
          ),
          p('Husk at melde afbud inden klokken 9. Pris 28,50 kr.'),
        ],
      },
    };
  },
};

export const productText: Kind = {
  name: 'product-text',
  language: 'da',
  write({ rng }) {
    const product = rng.pick(PRODUCTS);
    return {
      name: `Produkttekst ${product.split(',')[0] ?? product} ${rng.digits(3)}`,
      content: {
        as: 'paper',
        title: product,
        blocks: [
          p(
            rng.pick([
              'Linjerne er hentet fra de gamle joller i havnen, og træet får lov at vise, hvor det har groet.',
              'Et møbel, der kan repareres, er et møbel, der holder. Alle samlinger er limet og dyvlet.',
            ]),
          ),
          p(
            t`Varenr. ${nearMisses.itemNumber(rng)}, EAN ${nearMisses.ean(rng)}. Mål: ${rng.int(40, 220)} x ${rng.int(30, 95)} x ${rng.int(40, 210)} cm. Vægt ${rng.int(4, 80)} kg.`,
          ),
          list('FSC-mærket træ', 'Olieret eller lakeret', 'Ti års garanti på stellet'),
        ],
      },
    };
  },
};

export const companyDeck: Kind = {
  name: 'company-slides',
  language: 'da',
  write({ rng, company, date }) {
    return {
      name: `${rng.pick(['Intro nye kolleger', 'Produktionsplan', 'Værksted og maskiner', 'Messe Herning'])} ${date.getUTCFullYear()}`,
      content: {
        as: 'deck',
        slides: [
          { title: company.name, points: ['Grundlagt 1961', 'Møbler af dansk træ'] },
          {
            title: 'Tal fra værkstedet',
            points: [`${rng.int(300, 900)} stole om måneden`, `Spild ${rng.int(4, 12)} %`],
            table: {
              columns: ['Ordrenr.', 'Vare', 'Antal'],
              rows: Array.from({ length: 3 }, () => [
                nearMisses.orderNumber(rng),
                rng.pick(PRODUCTS),
                String(rng.int(2, 60)),
              ]),
            },
            notes: t`Forklar ordre ${nearMisses.orderNumber(rng)}, som blev forsinket i ${month(date)}.`,
          },
        ],
      },
    };
  },
};

export const newsClipping: Kind = {
  name: 'news-text',
  language: 'da',
  write({ rng, company, date }) {
    return {
      name: `Presse ${shortDate(date)}`,
      content: {
        as: 'paper',
        title: rng.pick([
          'Lokal møbelfabrik udvider',
          'Håndværket lever ved havnen',
          'Rekordår for danske stole',
        ]),
        blocks: [
          p(
            t`${company.name} tager en ny hal i brug. Byggeriet blev ${rng.int(2, 9)} uger forsinket, men holdt budgettet på ${rng.int(8, 40)} millioner kroner.`,
          ),
          p('Fabrikken havde åbent hus, og hundredvis af gæster så, hvordan planker bliver til borde.'),
        ],
      },
    };
  },
};
