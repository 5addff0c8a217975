import { extract, SEGMENT_LENGTH } from '#extract/index.ts';
import { createWorkerPictures } from '#platform/ocr/worker-pictures.ts';
import { serveJobs } from '#platform/workers/serve.ts';
import { parsePasswords, parseTextJob } from './extracted-text.ts';

serveJobs(parseTextJob, async ({ name }, file, line) => {
  const passwords = parsePasswords(line.briefing?.body);
  const extraction = await extract(name, file, { pictures: createWorkerPictures()(line), passwords });
  for await (const { text } of extraction.segments) {
    // A segment ends at a line, or in the middle of one because it is full; anything else is a part's end.
    const isCut = text.endsWith('\n') || text.length >= SEGMENT_LENGTH / 2;
    line.emit(isCut ? text : `${text}\n`);
  }
  return { ...extraction.outcome(), mime: extraction.mime };
});
