import { serveJobs } from '#platform/workers/serve.ts';
import { parseInspectionJob } from './inspection.ts';
import { inspect } from './inspection-reading.ts';
import { readNameModel } from './name-model.ts';

const names = readNameModel();

serveJobs(parseInspectionJob, (job, file) => inspect(job, file, { names }));
