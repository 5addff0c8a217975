import { serveJobs } from '#platform/workers/serve.ts';
import { parseInspectionJob } from './inspection.ts';
import { inspect } from './inspection-reading.ts';

serveJobs(parseInspectionJob, (job, file) => inspect(job, file));
