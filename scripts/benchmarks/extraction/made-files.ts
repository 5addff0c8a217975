import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { excelPapers, wordPapers } from './papers.ts';
import { webPapers } from './web-papers.ts';
import { isInstalled } from './programs.ts';

/** The files of one benchmark, in a folder that its owner removes. Lists are null where no program could make them. */
export interface MadeFiles {
  readonly word: readonly string[];
  readonly excel: readonly string[];
  /** What LibreOffice makes of the Word files: fonts of 256 letters, as Word's own "save as PDF" has them. */
  readonly officePdf: readonly string[] | null;
  /** What a browser prints: fonts of 65,536 letters, turned text, columns. */
  readonly browserPdf: readonly string[] | null;
}

export function makeFiles(folder: string): MadeFiles {
  const word = written(join(folder, 'word'), wordPapers(), 'docx');
  return {
    word,
    excel: written(join(folder, 'excel'), excelPapers(), 'xlsx'),
    officePdf: isInstalled('soffice')
      ? converted(folder, word, ['--convert-to', 'pdf'], join(folder, 'pdf'))
      : null,
    browserPdf: isInstalled('chromium') ? browserPrinted(folder) : null,
  };
}

/** One run of LibreOffice over all files, in a profile of its own. */
export function converted(
  folder: string,
  files: readonly string[],
  to: readonly string[],
  into: string,
): string[] {
  execFileSync('soffice', [...sofficeOptions(folder), ...to, '--outdir', into, ...files], {
    stdio: 'ignore',
  });
  return filesIn(into);
}

export function sofficeOptions(folder: string): string[] {
  return [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless'];
}

function browserPrinted(folder: string): string[] {
  const into = join(folder, 'browser-pdf');
  mkdirSync(into, { recursive: true });
  for (const [i, page] of written(join(folder, 'html'), webPapers(), 'html').entries()) {
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
    const profile = `--user-data-dir=${join(folder, 'browser')}`;
    execFileSync('chromium', [...options, profile, `--print-to-pdf=${join(into, `side-${i}.pdf`)}`, page], {
      stdio: 'ignore',
      timeout: 120_000,
    });
  }
  return filesIn(into);
}

function written(
  folder: string,
  papers: readonly { readonly name: string; readonly content: Buffer | string }[],
  ending: string,
): string[] {
  mkdirSync(folder, { recursive: true });
  for (const { name, content } of papers) writeFileSync(join(folder, `${name}.${ending}`), content);
  return filesIn(folder);
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}
