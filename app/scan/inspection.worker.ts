import { picturesReadOver } from '#platform/ocr/worker-pictures.ts';
import { serveJobs } from '#platform/workers/serve.ts';
import { createBriefedRules } from './briefed-rules.ts';
import { parseInspectionJob } from './inspection.ts';
import { inspect } from './inspection-reading.ts';
import { readNameModel } from './name-model.ts';

const names = readNameModel();
const rulesOf = createBriefedRules();

serveJobs(parseInspectionJob, (job, file, line) => {
  const rules = rulesOf(line.briefing);
  const readPicture = picturesReadOver(line);
  return inspect(job, file, { names, readPicture, ...(rules === undefined ? {} : { rules }) });
});
