import { employeeOf, MAIL_HOST, type Employee } from '../company.ts';
import { lure } from '../pen.ts';
import type { Scene } from '../scene.ts';
import { t, type Text } from '../text.ts';

/** What stands on top of the company's paper; a third of the papers leave telephone and mail out. */
export function letterhead({ rng, pen, company }: Scene): Text {
  const cvr = lure('PHONE_NUMBER', company.cvr);
  if (rng.chance(0.3)) return t`${company.name} · ${company.address} · CVR-nr. ${cvr}`;
  return t`${company.name} · ${company.address} · Tlf. ${pen.phone(company.phone)} · ${pen.mail(`info@${MAIL_HOST}`)} · CVR-nr. ${cvr}`;
}

/** The company's paper without anything to find: manuals and lists have it. */
export function bareHead({ rng, company }: Scene): Text {
  return rng.pick([company.name, `${company.name} – internt`, `${company.name}, ${company.address}`]);
}

export function signature(scene: Scene, department: string): Text {
  return signedBy(scene, employeeOf(scene.company, department));
}

export function signedBy({ rng, pen }: Scene, employee: Employee): Text {
  const closing = rng.pick(['Med venlig hilsen', 'Venlig hilsen', 'Mvh', 'De bedste hilsner', 'Vh']);
  return t`${closing}, ${pen.name(employee)}, ${employee.job}${rng.pick([
    t`, tlf. ${pen.phone(employee.workPhone)}`,
    t` – direkte ${pen.phoneAlone(employee.workPhone)}, ${pen.mail(employee.workMail)}`,
    t`, e-mail: ${pen.mail(employee.workMail)}`,
    '',
  ])}`;
}
