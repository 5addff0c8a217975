import type { Request } from 'express';
import { byOf } from '#sources/index.ts';
import {
  createRoutes,
  emptyForm,
  formatsOf,
  languageOf,
  notify,
  page,
  readForm,
  seeOther,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import type { RiskWeights } from '#detect/index.ts';
import { presentPreview } from './risk-preview.presenter.ts';
import type { PreviewRisk } from './risk-preview.service.ts';
import type { RiskTable } from './risk-weights.service.ts';
import type { WeightsVersion } from './risk-weights.store.ts';
import { readWeights, versionAgain, weightsChange } from './weights-form.schema.ts';
import { formOf, presentWeights } from './weights.presenter.ts';

/** The table of weights: to see, to try out on all that was found, to change with a reason, to take back. */
export function weightRoutes(needs: {
  risk: RiskTable;
  preview: PreviewRisk;
  nameOf: (personId: string) => Promise<string | null>;
}): Routes {
  const { risk, preview, nameOf } = needs;

  const namesIn = async (versions: readonly WeightsVersion[]): Promise<ReadonlyMap<string, string>> => {
    const ids = new Set(versions.flatMap(({ madeBy }) => madeBy ?? []));
    const named = await Promise.all([...ids].map(async (id) => [id, (await nameOf(id)) ?? '–'] as const));
    return new Map(named);
  };

  const presentForm = async (request: Request, typed: FormState | null) => {
    const [current, history] = await Promise.all([risk.current(), risk.history()]);
    return presentWeights({
      t: translatorOf(request),
      formats: formatsOf(request),
      form: typed ?? formOf(current.weights, languageOf(request)),
      current,
      history,
      names: await namesIn(history),
    });
  };

  const presentTried = async (request: Request, weights: RiskWeights, form: FormState) => {
    const current = await risk.current();
    return presentPreview({
      t: translatorOf(request),
      formats: formatsOf(request),
      before: formOf(current.weights, languageOf(request)),
      after: formOf(weights, languageOf(request)),
      base: current.version,
      preview: await preview(byOf(request), weights),
      form,
    });
  };

  return createRoutes()
    .get('scan:weigh', '/risk-weights', async (request, response) => {
      await page(request, response, 'scan/weights', await presentForm(request, null));
    })
    .post('scan:weigh', '/risk-weights/form', async (request, response) => {
      const read = readWeights(request.body);
      const form = read.ok ? formOf(read.weights, languageOf(request)) : read.form;
      await page(request, response, 'scan/weights', await presentForm(request, form));
    })
    .post('scan:weigh', '/risk-weights/preview', async (request, response) => {
      const again = versionAgain.safeParse(request.body);
      const read = again.success
        ? ({ ok: true, weights: (await risk.version(again.data.from)).weights } as const)
        : readWeights(request.body);
      if (!read.ok) {
        await page(request, response.status(422), 'scan/weights', await presentForm(request, read.form));
        return;
      }
      await page(
        request,
        response,
        'scan/risk-preview',
        await presentTried(request, read.weights, emptyForm),
      );
    })
    .post('scan:weigh', '/risk-weights', async (request, response) => {
      const read = readWeights(request.body);
      if (!read.ok) {
        await page(request, response.status(422), 'scan/weights', await presentForm(request, read.form));
        return;
      }
      const change = readForm(request, weightsChange);
      if (!change.ok) {
        const model = await presentTried(request, read.weights, change.form);
        await page(request, response.status(422), 'scan/risk-preview', model);
        return;
      }
      await risk.change(byOf(request), { ...change.values, weights: read.weights });
      notify(request, { kind: 'done', key: 'scan:weights.changed' });
      seeOther(response, '/risk-weights');
    });
}
