import { employeeOf } from '../company.ts';
import { h, list, longDate, p, type Kind } from '../scene.ts';
import { t } from '../text.ts';
import { signature } from './letterhead.ts';

export const application: Kind = {
  name: 'job-application',
  language: 'da',
  write({ rng, pen, company, date }) {
    const one = rng.pick(company.applicants);
    const job = rng.pick([
      'møbelsnedker',
      'lagermedarbejder',
      'butiksassistent',
      'bogholder',
      'lærling',
      'chauffør',
    ]);
    return {
      name: rng.pick([
        `Ansøgning ${one.name}`,
        `ansøgning som ${job} - ${one.given.toLowerCase()}`,
        `Uopfordret ansøgning ${one.family}`,
      ]),
      content: {
        as: 'paper',
        title: rng.pick([`Ansøgning til stillingen som ${job}`, `Jeres nye ${job}?`, 'Uopfordret ansøgning']),
        header: t`${pen.name(one)} · ${one.street} · ${one.town} · ${pen.phoneAlone(one.phone)} · ${pen.mail(one.mail)}`,
        blocks: [
          p(t`Kære ${employeeOf(company, 'HR').given}`),
          p(
            rng.pick([
              'Jeg har set jeres opslag og kan næsten ikke lade være med at skrive. Jeg har arbejdet med træ, siden jeg var stor nok til at holde en fil.',
              'Efter otte år samme sted søger jeg nye udfordringer, og jeres værksted ved havnen har længe stået øverst på min liste.',
              'Jeg er lige flyttet til byen med min kæreste og vores to børn og leder efter et sted med ordentlige kolleger.',
            ]),
          ),
          p(
            rng.pick([
              'I fritiden træner jeg et ungdomshold i håndbold og er aktiv i menighedsrådet.',
              'Jeg er medlem af 3F og har været tillidsrepræsentant i fire år.',
              'Jeg har en let høreskade på venstre øre, men det har aldrig givet problemer på arbejdet.',
            ]),
          ),
          p(
            t`Ring gerne på ${pen.phoneAlone(one.phone)} efter klokken 16. ${rng.chance(0.25) ? t`Mit cpr-nummer er ${pen.cpr(one)}, hvis I skal bruge det.` : ''}`,
          ),
          p(t`Venlig hilsen ${pen.name(one)}, ${longDate(date)}`),
        ],
      },
    };
  },
};

export const curriculum: Kind = {
  name: 'cv',
  language: 'da',
  write({ rng, pen, company }) {
    const one = rng.pick(company.applicants);
    const other = rng.pick(company.customers);
    return {
      name: rng.pick([`CV ${one.name}`, `CV_${one.given}_${one.family}`, `Curriculum vitae - ${one.name}`]),
      content: {
        as: 'paper',
        title: 'Curriculum vitae',
        blocks: [
          {
            kind: 'box',
            text: t`${pen.name(one)}, ${one.street}, ${one.town}. Mobil: ${pen.phone(one.phone)}. Mail: ${pen.mail(one.mail)}`,
          },
          p(
            t`Født den ${one.born.day}. i ${one.born.month}. måned ${one.born.year}. ${rng.pick(['Gift, to børn.', 'Ugift.', 'Samboende.', 'Fraskilt, deler forældremyndigheden.'])}`,
          ),
          h('Erfaring'),
          list(
            '2015–2019: Snedkersvend, Bygherregården I/S',
            '2012–2015: Lagermedhjælper, Havnens Kolonial',
            '2009–2012: Avisbud og opvasker',
          ),
          h('Uddannelse'),
          list(
            rng.pick(['Møbelsnedker, Teknisk Skole', 'Handelsskolen, HG', 'Studentereksamen']),
            'Kørekort til bil og trailer',
            'Truckcertifikat B',
          ),
          h('Reference'),
          p(
            t`${pen.name(other)}, tidligere leder, ${rng.pick([t`telefon ${pen.phone(other.phone)}`, t`${pen.mail(other.mail)}`])}`,
          ),
        ],
      },
    };
  },
};

export const curriculumInEnglish: Kind = {
  name: 'cv',
  language: 'en',
  write({ rng, pen, company }) {
    const one = rng.pick(company.applicants);
    const abroad = rng.digits(3);
    return {
      name: `Resume ${one.name}`,
      content: {
        as: 'paper',
        title: 'Resume',
        header: t`${pen.name(one)} – ${pen.mail(one.mail)} – phone ${pen.phone(one.phone)}`,
        blocks: [
          h('Profile'),
          p(
            'Furniture designer with a degree in product design and six years of practice in small series of chairs and tables in solid ash and oak.',
          ),
          h('Experience'),
          list('Designer at a studio in London, 2017 to 2021', 'Trainee in Malmö, 2015 to 2017'),
          p(
            t`References: call my former manager on ${pen.foreignPhone(`+447700900${abroad}`, `+44 7700 900${abroad}`)}. ${rng.chance(0.5) ? t`My Danish CPR number is ${pen.cpr(one)}.` : ''}`,
          ),
        ],
      },
    };
  },
};

export const rejection: Kind = {
  name: 'rejection-mail',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.applicants);
    const sender = employeeOf(company, 'HR');
    return {
      name: `Afslag ${one.name}`,
      content: {
        as: 'mail',
        from: { name: pen.name(sender), mail: pen.mail(sender.workMail) },
        to: [{ name: pen.name(one), mail: pen.mail(one.mail) }],
        subject: rng.pick(['Vedrørende din ansøgning', 'Svar på ansøgning']),
        date,
        body: [
          t`Kære ${one.given}`,
          rng.pick([
            'Tak for din ansøgning og for en god samtale. Vi har valgt en anden, som har mere erfaring med massivtræ.',
            'Vi modtog over 80 ansøgninger og har desværre ikke valgt at gå videre med din.',
          ]),
          'Vi sletter dine oplysninger efter seks måneder, medmindre du beder os om at gemme dem.',
          signature(scene, 'HR'),
        ],
      },
    };
  },
};

export const interviewNotes: Kind = {
  name: 'interview-notes',
  language: 'da',
  write({ rng, pen, company, date }) {
    const people = rng.some(company.applicants, rng.int(2, 4));
    return {
      name: `Samtalenoter ${longDate(date)}`,
      content: {
        as: 'paper',
        title: 'Noter fra samtaler',
        blocks: people.flatMap((one) => [
          h(pen.name(one)),
          p(
            t`${rng.pick(['Virker dygtig, lidt genert.', 'God energi, taler flydende polsk.', 'Usikker på teknikken.', 'Nævnte selv en dom for hærværk fra ungdommen.', 'Gravid i fjerde måned, skal på barsel til efteråret.'])} Ring tilbage på ${pen.phoneAlone(one.phone)}${rng.chance(0.4) ? t`, cpr ${pen.cpr(one)}` : ''}.`,
          ),
        ]),
      },
    };
  },
};
