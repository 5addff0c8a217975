import { createWorkerPictures } from '#platform/ocr/worker-pictures.ts';
import { serveJobs } from '#platform/workers/serve.ts';
import { parseInspectionJob } from './inspection.ts';
import { createBriefed } from './inspection-briefing.ts';
import { inspect } from './inspection-reading.ts';
import { readNameModel } from './name-model.ts';

const names = readNameModel();
const picturesOver = createWorkerPictures();
const briefed = createBriefed();

serveJobs(parseInspectionJob, (job, file, line) => {
  const pictures = picturesOver(line);
  return inspect(job, file, { names, pictures, ...briefed(line.briefing) });
});
