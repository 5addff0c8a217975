import type { Command } from './command.ts';

/** Every command, in the order of the help. A command is a file here and a line below, loaded when it is called. */
export const commands: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  serve: {
    summary: 'start the appliance',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  scanner: {
    summary: 'read files for an appliance that runs apart',
    load: async () => (await import('./scanner.ts')).scannerCommand,
  },
  scan: {
    summary: 'scan a folder or a file now, without a database',
    load: async () => (await import('./scan.ts')).scanCommand,
  },
  extract: {
    summary: 'print the text of a file as the scanner sees it',
    load: async () => (await import('./extract.ts')).extractCommand,
  },
  detect: {
    summary: 'find personal data in text on standard input',
    load: async () => (await import('./detect.ts')).detectCommand,
  },
  audit: {
    summary: 'verify that the record is as it was written',
    load: async () => (await import('./audit.ts')).auditCommand,
  },
};
