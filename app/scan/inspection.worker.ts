import { createWorkerPictures } from '#platform/ocr/worker-pictures.ts';
import { serveJobs } from '#platform/workers/serve.ts';
import { createBriefedRules } from './briefed-rules.ts';
import { parseInspectionJob } from './inspection.ts';
import { inspect } from './inspection-reading.ts';
import { readNameModel } from './name-model.ts';

const names = readNameModel();
const picturesOver = createWorkerPictures();
const rulesOf = createBriefedRules();

serveJobs(parseInspectionJob, (job, file, line) => {
  const rules = rulesOf(line.briefing);
  const pictures = picturesOver(line);
  return inspect(job, file, { names, pictures, ...(rules === undefined ? {} : { rules }) });
});
