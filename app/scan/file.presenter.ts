import { displayName } from '#kernel/file-name.ts';
import { explain } from '#detect/index.ts';
import type { FormState, Formats, Language, Translate } from '#web/index.ts';
import type { FileFinding } from './file.ts';
import type { FileInsight } from './insight.service.ts';
import { presentFindings } from './findings.presenter.ts';
import { presentRisk } from './risk.presenter.ts';
import {
  documentText,
  endingText,
  folderText,
  mimeText,
  placesText,
  riskOrUnread,
  typeText,
} from './names.presenter.ts';

/** A file's page: what was found, how sure, why and where; values masked. */
export function presentFile(given: {
  t: Translate;
  formats: Formats;
  language: Language;
  file: FileInsight;
  /** The finding whose form came back with an error. */
  refused: { finding: string; form: FormState } | null;
  /** Whether this visitor may have it read again. */
  mayRetry: boolean;
  /** Whether this visitor may give passwords to try. */
  mayGive: boolean;
}) {
  const { t, formats, file } = given;
  return {
    title: displayName(file.name),
    folder: folderText(file),
    risk: riskOrUnread(t, file),
    score: file.risk.band === 'none' ? null : t('scan:file.score', { score: file.risk.score }),
    arithmetic:
      file.arithmetic === null || file.risk.band === 'none' ? null : presentRisk(t, formats, file.arithmetic),
    /** Why nothing found does not mean that there is nothing. */
    nothingRead: t(file.status === 'partial' ? 'scan:file.nothing-in-part' : 'scan:file.unread'),
    unread: file.status === 'scanned' ? null : endingText(t, file.status, file.reason),
    // words: scan:remedy.*
    remedy: file.reason === null ? null : t(`scan:remedy.${file.reason}`),
    passwords: given.mayGive && file.reason === 'encrypted' ? '/coverage/passwords' : null,
    retry:
      given.mayRetry && file.status !== 'scanned' && file.goneAt === null
        ? `/files/${file.publicId}/retries`
        : null,
    gone: file.goneAt === null ? null : t('scan:file.gone', { when: formats.date(file.goneAt) }),
    facts: [
      { label: t('scan:file.ending'), text: endingText(t, file.status, file.reason) },
      { label: t('scan:files.modified'), text: formats.dateTime(file.modifiedAt) },
      { label: t('scan:files.size'), text: formats.bytes(file.size) },
      { label: t('scan:file.mime'), text: mimeText(t, file.mime) },
      // words: scan:language.*
      ...(file.language === null
        ? []
        : [{ label: t('scan:file.language'), text: t(`scan:language.${file.language}`) }]),
      ...documentFact(given),
      { label: t('scan:file.read-at'), text: file.readAt === null ? '–' : formats.dateTime(file.readAt) },
    ],
    advice: file.risk.band === 'none' ? null : t('scan:file.advice'),
    groups: presentFindings(given),
    /** Seen, and no findings here. */
    allowed: file.allowed.map(({ type, count }) => ({
      label: typeText(t, type),
      text: t('scan:file.places', { count }),
    })),
    leftOut: file.findingsLeftOut > 0 ? t('scan:file.left-out', { count: file.findingsLeftOut }) : null,
  };
}

/** What the file is as a document, how sure that is, and why. */
function documentFact({ t, formats, language, file }: Parameters<typeof presentFile>[0]) {
  if (file.documentType === null) return [];
  const { kind, confidence, evidence } = file.documentType;
  const sure = t('scan:file.sure', { share: formats.percent(confidence) });
  return [
    {
      label: t('scan:file.document'),
      text: `${documentText(t, kind)}, ${sure}`,
      note: t('scan:document.why', { why: explain(evidence, language) }),
    },
  ];
}

/** One value in clear text, after its reveal is on the record. */
export function presentRevealed(t: Translate, fileId: string, finding: FileFinding) {
  const { value, snippet } = finding.content;
  const at = snippet.indexOf(value);
  return {
    title: t('scan:reveal.title'),
    type: typeText(t, finding.type),
    value,
    snippet:
      at === -1
        ? { before: snippet, value: '', after: '' }
        : { before: snippet.slice(0, at), value, after: snippet.slice(at + value.length) },
    places: placesText(t, finding.content.places),
    back: `/files/${fileId}#finding-${finding.publicId}`,
  };
}
