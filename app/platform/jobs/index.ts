export { createJobs, type JobHandler, type Jobs } from './jobs.service.ts';
export { jobMigrations, type Job } from './jobs.store.ts';
