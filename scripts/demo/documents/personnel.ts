import { employeeOf } from '../company.ts';
import { amount } from '../near-misses.ts';
import { daysAfter, h, list, longDate, p, shortDate, table, type Kind } from '../scene.ts';
import { t } from '../text.ts';
import { cprCell } from './cpr-cell.ts';
import { letterhead, signature, signedBy } from './letterhead.ts';

export const employmentContract: Kind = {
  name: 'employment-contract',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.staff);
    const who = rng.pick([
      t`og ${pen.name(one)}, CPR-nr. ${pen.cpr(one)}, bosat ${one.street}, ${one.town} (herefter kaldet medarbejderen)`,
      t`og medarbejderen ${pen.name(one)} (personnummer ${pen.cpr(one)}), ${one.street}, ${one.town}, telefon ${pen.phone(one.phone)}`,
      t`og ${pen.name(one)}, ${one.street}, ${one.town}, cpr. ${pen.cpr(one)}, privat mail ${pen.mail(one.mail)}`,
    ]);
    return {
      name: `Ansættelseskontrakt ${one.name}`,
      content: {
        as: 'paper',
        title: rng.pick(['Ansættelseskontrakt', 'ANSÆTTELSESBEVIS', 'Kontrakt om ansættelse']),
        header: letterhead(scene),
        blocks: [
          p(
            t`Mellem ${company.name}, ${company.address} (herefter kaldet virksomheden) ${who} er i dag indgået følgende aftale.`,
          ),
          h('1. Stilling og tiltrædelse'),
          p(
            t`Medarbejderen ansættes som ${one.job.toLowerCase()} i afdelingen ${one.department} pr. ${longDate(daysAfter(date, 30))}. Medarbejdernummer: ${one.number}.`,
          ),
          h('2. Arbejdstid og løn'),
          p(
            t`Den ugentlige arbejdstid er ${rng.pick([37, 37, 37, 32, 30])} timer inklusive frokost. Månedslønnen udgør kr. ${amount(one.salary)} og udbetales bagud til ${rng.pick([t`IBAN ${pen.iban(one.iban)}`, t`medarbejderens konto ${pen.iban(one.iban)}`, 'medarbejderens NemKonto'])}.`,
          ),
          h('3. Ferie, sygdom og opsigelse'),
          p(
            rng.pick([
              'Ferie optjenes og afholdes efter ferieloven. Sygefravær meldes til nærmeste leder før arbejdstids begyndelse.',
              'Medarbejderen har ret til ferie efter reglerne i ferieloven samt fem feriefridage. Funktionærlovens varsler gælder for begge parter.',
            ]),
          ),
          ...(rng.chance(0.6)
            ? [
                h('4. Nærmeste pårørende'),
                p(t`${pen.name(one.relative)}, tlf. ${pen.phone(one.relative.phone)}.`),
              ]
            : []),
          ...(rng.chance(0.4)
            ? [
                {
                  kind: 'note' as const,
                  text: t`Personnummeret ${pen.cprAlone(one)} indberettes til Skattestyrelsen.`,
                },
              ]
            : []),
          p(t`Fjordby, den ${longDate(date)}`),
          p(signature(scene, 'HR')),
        ],
        footer: rng.pick(['Fortroligt – opbevares i personalemappen', 'Side 1', `Medarb. ${one.number}`]),
      },
    };
  },
};

export const warning: Kind = {
  name: 'written-warning',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.staff);
    const why = rng.pick([
      'gentagne gange er mødt for sent uden at give besked',
      'har overtrådt sikkerhedsreglerne ved formatsaven og undladt at bruge værnemidler',
      'har talt til en kunde i en tone, som virksomheden ikke kan acceptere',
      'trods påmindelse har brugt virksomhedens varevogn til private kørsler',
    ]);
    return {
      name: rng.pick([`Advarsel ${one.family}`, `Skriftlig advarsel - ${one.name}`]),
      content: {
        as: 'paper',
        title: 'Skriftlig advarsel',
        header: letterhead(scene),
        blocks: [
          p(t`${pen.name(one)}`),
          p(t`${one.street}, ${one.town}`),
          p(
            rng.pick([
              t`CPR: ${pen.cpr(one)}`,
              t`Vedr. personnummer ${pen.cpr(one)}`,
              t`Medarbejdernummer ${one.number}, født ${one.born.day}.${one.born.month}.${one.born.year}`,
            ]),
          ),
          p(
            t`Kære ${one.given}. Som drøftet på mødet den ${shortDate(daysAfter(date, -3))} må vi konstatere, at du ${why}. Vi betragter dette brev som en advarsel, og gentagelser kan få betydning for dit ansættelsesforhold.`,
          ),
          p(
            'Du er velkommen til at lade dig bistå af tillidsrepræsentanten. En kopi af brevet lægges i din personalemappe.',
          ),
          p(signature(scene, 'HR')),
        ],
      },
    };
  },
};

export const sickNote: Kind = {
  name: 'sick-note',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.staff);
    const illness = rng.pick([
      'en diskusprolaps i lænden',
      'stress og belastningsreaktion',
      'en brækket håndrod efter et fald',
      'astma, som forværres af træstøv',
      'depression, og er henvist til psykolog',
      'graviditetsgener',
      'opfølgning efter en operation i knæet',
    ]);
    return {
      name: rng.pick([
        `Lægeerklæring ${one.given} ${one.family}`,
        `Mulighedserklæring ${one.family}`,
        `Sygemelding ${one.name}`,
      ]),
      content: {
        as: 'paper',
        title: rng.pick(['Mulighedserklæring', 'Lægeerklæring om uarbejdsdygtighed', 'Friattest']),
        blocks: [
          table(
            ['Medarbejder', 'Personnummer', 'Telefon'],
            [[pen.name(one), pen.cpr(one), pen.phone(one.phone)]],
          ),
          p(
            t`Undertegnede læge erklærer hermed, at ${one.given} har været uarbejdsdygtig siden ${longDate(daysAfter(date, -9))} på grund af ${illness}.`,
          ),
          p(
            t`Det skønnes, at arbejdet kan genoptages ${rng.pick(['på nedsat tid', 'delvist', 'i fuldt omfang'])} omkring ${longDate(daysAfter(date, 21))}. Arbejdsgiver betaler for erklæringen.`,
          ),
          p(t`Lægehuset ved Havnen, tlf. ${pen.phone(company.suppliers[6]?.phone ?? company.phone)}`),
          ...(rng.chance(0.4)
            ? [
                {
                  kind: 'comment' as const,
                  text: t`Husk at søge refusion for cpr ${pen.cpr(one)} i NemRefusion.`,
                },
              ]
            : []),
        ],
        footer: 'Oplysningerne er omfattet af tavshedspligt.',
      },
    };
  },
};

export const appraisal: Kind = {
  name: 'appraisal',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.staff);
    const leader = employeeOf(company, rng.pick(['Produktion', 'Salg', 'Kundeservice']));
    return {
      name: `MUS ${date.getUTCFullYear()} ${one.name}`,
      content: {
        as: 'paper',
        title: 'Medarbejderudviklingssamtale',
        header: t`${company.name} – fortroligt`,
        blocks: [
          p(
            t`Medarbejder: ${pen.name(one)} (${one.number}). Leder: ${pen.name(leader)}. Dato: ${shortDate(date)}.`,
          ),
          h('Siden sidst'),
          p(
            rng.pick([
              'Året har været præget af omlægningen til nye maskiner. Trivslen er god, men der har været for meget overarbejde op til jul.',
              'Opgaverne løses selvstændigt. Samarbejdet med lageret kan blive bedre, og det arbejder vi begge på.',
              'Har været væk i seks uger efter en skilsmisse og er kommet godt tilbage.',
            ]),
          ),
          h('Aftaler'),
          list(
            rng.pick(['Kursus i CNC-programmering', 'Truckcertifikat', 'Kursus i konflikthåndtering']),
            t`Lønsamtale i ${rng.pick(['marts', 'april', 'september'])}, nuværende løn kr. ${amount(one.salary)}`,
            rng.pick([
              t`Kan træffes privat på ${pen.phoneAlone(one.phone)}`,
              'Fire hjemmearbejdsdage om måneden',
              t`Sender kursusbevis fra ${pen.mail(one.mail)}`,
            ]),
          ),
        ],
      },
    };
  },
};

export const dismissal: Kind = {
  name: 'dismissal',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.staff);
    return {
      name: rng.pick([`Opsigelse ${one.name}`, `Fratrædelsesaftale - ${one.family}`]),
      content: {
        as: 'paper',
        title: rng.pick(['Opsigelse', 'Fratrædelsesaftale']),
        header: letterhead(scene),
        blocks: [
          p(t`Til ${pen.name(one)}, ${one.street}, ${one.town} – cpr-nr. ${pen.cpr(one)}`),
          p(
            t`Vi må desværre meddele dig, at du opsiges fra din stilling som ${one.job.toLowerCase()} med udgangen af ${longDate(daysAfter(date, 90))}. Opsigelsen skyldes ${rng.pick(['nedgang i ordrebeholdningen', 'samarbejdsvanskeligheder', 'længerevarende sygefravær, jf. de afholdte samtaler', 'omlægning af natholdet'])}.`,
          ),
          p(
            t`Restferie og feriefridage opgøres og overføres til ${pen.iban(one.iban)}. Nøgler, telefon og arbejdstøj afleveres senest på sidste arbejdsdag.`,
          ),
          p(
            t`Din fagforening er orienteret. Spørgsmål kan rettes til ${pen.mail(employeeOf(company, 'HR').workMail)}.`,
          ),
          p(signedBy(scene, employeeOf(company, 'Ledelse'))),
        ],
      },
    };
  },
};

export const staffList: Kind = {
  name: 'staff-list',
  language: 'da',
  write({ rng, pen, company, date }) {
    const staff = rng.some(company.staff, rng.int(18, 45));
    return {
      name: rng.pick([
        `Medarbejderliste ${date.getUTCFullYear()}`,
        `Personaleoversigt pr. ${shortDate(date)}`,
      ]),
      content: {
        as: 'workbook',
        sheets: [
          {
            name: 'Ansatte',
            columns: ['Medarb.nr.', 'Navn', 'CPR', 'Afdeling', 'Stilling', 'Mobil', 'E-mail'],
            rows: staff.map((one) => [
              one.number,
              rng.chance(0.5) ? pen.name(one) : pen.nameTurned(one),
              cprCell(one, pen.cpr(one), rng.chance(0.4)),
              one.department,
              one.job,
              pen.phone(one.phone),
              pen.mail(one.workMail),
            ]),
          },
          {
            name: 'Pårørende',
            intro: ['Kontaktes ved ulykke eller sygdom'],
            columns: ['Medarb.nr.', 'Pårørende', 'Telefon'],
            rows: staff
              .slice(0, 12)
              .map((one) => [one.number, pen.name(one.relative), pen.phone(one.relative.phone)]),
          },
        ],
      },
    };
  },
};
