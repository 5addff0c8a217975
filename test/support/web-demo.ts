import type { Request } from 'express';
import { z } from 'zod';
import {
  barChart,
  categoryBadge,
  createRoutes,
  emptyForm,
  fieldModel,
  formatsOf,
  notify,
  page,
  pagination,
  readForm,
  riskBadge,
  seeOther,
  translatorOf,
  trendChart,
} from '#web/index.ts';
import type { FormState, NavigationItem, Routes } from '#web/index.ts';

/** A page with every part of the layout, and a form: for tests and for looking at. */
export function demoRoutes(): Routes {
  return createRoutes()
    .get('signed-in', '/', (request, response) => page(request, response, 'demo/all', everything(request)))
    .get('public', '/demo/form', (request, response) =>
      page(request, response, 'demo/form', formPage(request, emptyForm)),
    )
    .post('public', '/demo/form', async (request, response) => {
      const form = readForm(request, demoForm);
      if (!form.ok) {
        await page(request, response.status(422), 'demo/form', formPage(request, form.form));
        return;
      }
      notify(request, { kind: 'done', key: 'demo:saved', values: { name: form.values.name } });
      seeOther(response, '/demo/form');
    });
}

export const demoNavigation: readonly NavigationItem[] = [
  { href: '/', key: 'demo:nav.overview', icon: 'dashboard' },
  { href: '/files', key: 'demo:nav.files', icon: 'files' },
  { href: '/sources', key: 'demo:nav.sources', icon: 'source' },
  { href: '/people', key: 'demo:nav.people', icon: 'people', permission: 'people:see' },
  { href: '/record', key: 'demo:nav.record', icon: 'record' },
  { href: '/certificates', key: 'demo:nav.certificates', icon: 'certificate' },
  { href: '/health', key: 'demo:nav.health', icon: 'health' },
];

const demoForm = z.object({
  name: z.string().min(2),
  mail: z.email(),
  role: z.enum(['staff', 'officer']),
  password: z.string().min(12),
});

function formPage(request: Request, form: FormState) {
  const t = translatorOf(request);
  return {
    title: t('demo:title'),
    form,
    fields: [
      fieldModel(t, form, {
        name: 'name',
        label: t('demo:field.name'),
        hint: t('demo:field.name-hint'),
        required: true,
      }),
      fieldModel(t, form, {
        name: 'mail',
        label: t('demo:field.mail'),
        type: 'email',
        required: true,
        autocomplete: 'off',
      }),
      fieldModel(t, form, {
        name: 'role',
        label: t('demo:field.role'),
        type: 'select',
        choices: [
          { value: 'staff', label: 'Staff' },
          { value: 'officer', label: 'DPO' },
        ],
      }),
      fieldModel(t, form, {
        name: 'password',
        label: t('demo:field.password'),
        type: 'password',
        required: true,
      }),
      fieldModel(t, form, { name: 'agree', label: t('demo:field.agree'), type: 'checkbox' }),
    ],
  };
}

function everything(request: Request) {
  const t = translatorOf(request);
  const { number, percent, bytes, date, duration } = formatsOf(request);
  const bar = (category: 'ordinary' | 'confidential' | 'sensitive' | 'criminal', value: number) => {
    const badge = categoryBadge(t, category);
    return { label: badge.text, tone: badge.tone, value, text: number(value) };
  };
  const file = (text: string, risk: 'high' | 'medium' | 'low' | 'none', findings: number, size: number) => [
    { kind: 'link' as const, text, href: '/files/1', note: 'HR / Ansættelser / 2019' },
    {
      kind: 'badges' as const,
      badges: [riskBadge(t, risk), categoryBadge(t, risk === 'high' ? 'sensitive' : 'confidential')],
    },
    { kind: 'text' as const, text: number(findings) },
    { kind: 'text' as const, text: bytes(size) },
    { kind: 'text' as const, text: date(new Date('2026-11-23T12:00:00Z')) },
  ];
  return {
    title: t('demo:title'),
    header: {
      title: t('demo:title'),
      subtitle: t('demo:subtitle'),
      actions: [{ text: t('demo:new-source'), href: '/sources/new', icon: 'plus', primary: true }],
    },
    stats: [
      { label: t('demo:nav.files'), value: number(48211) },
      { label: t('demo:trend'), value: number(6120), note: percent(0.127), tone: 'orange' },
      { label: riskBadge(t, 'high').text, value: number(342), href: '/files?risk=high', tone: 'red' },
      { label: t('demo:columns.size'), value: bytes(218_400_000_000) },
    ],
    chart: barChart(t('demo:by-category'), [
      bar('ordinary', 4120),
      bar('confidential', 1480),
      bar('sensitive', 498),
      bar('criminal', 22),
    ]),
    trend: trendChart(
      t('demo:trend'),
      [310, 420, 480, 700, 640, 610, 555, 520, 430, 390, 300, 342].map((value, index) => ({
        label: date(new Date(Date.UTC(2025, 11 + index, 1, 12))),
        value,
        text: number(value),
      })),
    ),
    progress: {
      id: 'scan-progress',
      label: t('demo:running'),
      value: 12_400,
      max: 48_211,
      text: `${number(12_400)} / ${number(48_211)} · ${duration(754_000)}`,
    },
    table: {
      caption: t('demo:files'),
      columns: [
        { label: t('demo:columns.name') },
        { label: t('demo:columns.risk') },
        { label: t('demo:columns.findings'), numeric: true },
        { label: t('demo:columns.size'), numeric: true },
        { label: t('demo:columns.seen'), numeric: true },
      ],
      rows: [
        file('Lønoversigt 2019 – alle afdelinger (endelig).xlsx', 'high', 1284, 1_240_000),
        file('Sygefravær.docx', 'high', 41, 88_000),
        file('Kontrakt.pdf', 'medium', 3, 412_345),
        file('Kantinemenu.txt', 'none', 0, 912),
      ],
    },
    pages: pagination(4, 19, (step) => `/?page=${step}`),
  };
}
