import { detectorSet } from '#detect/index.ts';
import { createRoutes, formatsOf, page, translatorOf, type Routes } from '#web/index.ts';
import { digestOf, type Figures } from './figures.ts';
import { presentQuality } from './quality.presenter.ts';

/**
 * How detection works, what it never does, and how well it does it: for everybody who is signed in, since everybody may
 * be found. @param figures what was measured of the shipped detectors (readFigures)
 */
export function qualityRoutes({ figures }: { figures: Figures }): Routes {
  return createRoutes().get('signed-in', '/how-detection-works', (request, response) =>
    page(
      request,
      response,
      'quality/how-detection-works',
      presentQuality({
        t: translatorOf(request),
        formats: formatsOf(request),
        figures,
        running: digestOf(detectorSet),
      }),
    ),
  );
}
