import { employeeOf, MAIL_HOST } from '../company.ts';
import { lure } from '../pen.ts';
import { h, list, longDate, p, shortDate, type Kind } from '../scene.ts';
import { t } from '../text.ts';
import { signature } from './letterhead.ts';

export const userList: Kind = {
  name: 'user-list',
  language: 'da',
  write({ rng, pen, company, date }) {
    return {
      name: `brugere_eksport_${shortDate(date)}`,
      content: {
        as: 'workbook',
        sheets: [
          {
            name: 'Brugere',
            columns: ['Login', 'Navn', 'E-mail', 'Mobil (totrinskode)', 'Grupper', 'Sidst set'],
            rows: rng
              .some(company.staff, rng.int(15, 50))
              .map((one) => [
                one.workMail.split('@')[0] ?? '',
                pen.name(one),
                pen.mail(one.workMail),
                pen.phone(one.phone),
                `${one.department};VPN`,
                shortDate(date),
              ]),
          },
        ],
      },
    };
  },
};

export const accessLog: Kind = {
  name: 'server-log',
  language: 'en',
  write({ rng, pen, company, date }) {
    const day = date.toISOString().slice(0, 10);
    const lines = Array.from({ length: rng.int(30, 90) }, (_, at) => {
      const one = rng.pick(company.staff);
      const clock = `${day} 0${rng.int(6, 9)}:${10 + (at % 50)}:${rng.int(10, 59)}.${rng.digits(3)}`;
      return rng.pick([
        t`${clock} INFO login ok user=${pen.mail(one.workMail)} session=${rng.digits(10)} from 10.20.${rng.int(1, 9)}.${rng.int(2, 250)}`,
        t`${clock} INFO job ${rng.digits(8)} finished in ${rng.int(3, 900)} ms`,
        t`${clock} WARN disk /dev/sd${rng.pick(['a', 'b'])} block ${lure('PHONE_NUMBER', `5${rng.digits(7)}`)} slow`,
        t`${clock} INFO print job owner=svc-print@fs01 pages=${rng.int(1, 40)}`,
        t`${clock} ERROR mail to ${pen.mail(one.mail)} bounced, id ${rng.digits(12)}`,
      ]);
    });
    return {
      name: `access-${day}`,
      content: { as: 'paper', title: `Log fs01 ${day}`, blocks: lines.map(p) },
    };
  },
};

export const passwordMail: Kind = {
  name: 'password-mail',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.staff);
    return {
      name: `Velkommen ${one.given} - dit login`,
      content: {
        as: 'mail',
        from: { name: 'IT Fjordby', mail: pen.mail(`it@${MAIL_HOST}`) },
        to: [{ name: pen.name(one), mail: pen.mail(one.workMail) }],
        cc: [{ mail: pen.mail(one.mail) }],
        subject: 'Dit nye login',
        date,
        body: [
          t`Hej ${one.given}`,
          t`Dit brugernavn er ${one.workMail.split('@')[0] ?? ''}. Adgangskoden er de sidste fire cifre i dit cpr-nummer og bilens mærke. Koden til totrinsbekræftelse sendes til ${pen.phoneAlone(one.phone)}.`,
          signature(scene, 'IT'),
        ],
      },
    };
  },
};

export const emergencyPlan: Kind = {
  name: 'emergency-plan',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const called = rng.some(company.staff, 4);
    return {
      name: `Beredskabsplan IT ${date.getUTCFullYear()}`,
      content: {
        as: 'paper',
        title: 'Beredskabsplan for it',
        header: company.name,
        blocks: [
          p(t`Gælder fra ${longDate(date)}. Ansvarlig: ${pen.name(employeeOf(company, 'IT'))}.`),
          h('Ring i denne rækkefølge'),
          list(
            ...called.map(
              (one) =>
                t`${pen.name(one)}: mobil ${pen.phone(one.phone)}, arbejde ${pen.phone(one.workPhone)}`,
            ),
          ),
          h('Hvis serveren er nede'),
          list(
            'Tænd nødstrømmen i rum 0.14',
            'Kontrollér lamperne på switch 2',
            'Skriv tidspunkter ned undervejs',
          ),
        ],
      },
    };
  },
};
