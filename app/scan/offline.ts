/** The door for the command line, which inspects files without a database: no store, no page is loaded by it. */
export { ageOf, riskOfFile } from './file-risk.ts';
export {
  inspectionWorker,
  parseInspection,
  parseInspectionJob,
  PICTURES_PATIENCE,
  type Inspection,
  type InspectionJob,
} from './inspection.ts';
export { inspectionBriefing } from './inspection-briefing.ts';
export { readNameModel } from './name-model.ts';
export { LONGEST_PASSWORD, passwordsIn } from './passwords.ts';
