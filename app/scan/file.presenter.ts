import { displayName } from '#kernel/file-name.ts';
import { explain } from '#detect/index.ts';
import {
  categoryBadge,
  emptyForm,
  fieldModel,
  type FormState,
  type Formats,
  type Language,
  type Translate,
} from '#web/index.ts';
import type { FileFinding } from './file.ts';
import type { FileInsight } from './insight.service.ts';
import { gravestFirst } from './gravest-first.ts';
import { endingText, folderText, mimeText, placeText, riskOrUnread, typeText } from './names.presenter.ts';

/** A file's page: what was found, how sure, why and where; values masked. */
export function presentFile(given: {
  t: Translate;
  formats: Formats;
  language: Language;
  file: FileInsight;
  /** The finding whose form came back with an error. */
  refused: { finding: string; form: FormState } | null;
}) {
  const { t, formats, file, refused } = given;
  return {
    title: displayName(file.name),
    folder: folderText(file),
    risk: riskOrUnread(t, file),
    score: file.risk.band === 'none' ? null : t('scan:file.score', { score: file.risk.score }),
    /** Why nothing found does not mean that there is nothing. */
    unread: file.status === 'scanned' ? null : endingText(t, file.status, file.reason),
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
      { label: t('scan:file.read-at'), text: file.readAt === null ? '–' : formats.dateTime(file.readAt) },
    ],
    advice: file.risk.band === 'none' ? null : t('scan:file.advice'),
    groups: gravestFirst(file.counts).map(({ type, category, count }) => {
      const findings = file.findings
        .filter((finding) => finding.type === type)
        .map((finding) =>
          presentFinding(given, finding, refused?.finding === finding.publicId ? refused.form : null),
        );
      const folded = findings.slice(SHOWN_AT_ONCE);
      return {
        title: typeText(t, type),
        count: t('scan:file.places', { count }),
        category: categoryBadge(t, category),
        findings: findings.slice(0, SHOWN_AT_ONCE),
        folded,
        foldedText: t('scan:file.folded', { count: folded.length }),
        foldedOpen: folded.some(({ open }) => open),
      };
    }),
    leftOut: file.findingsLeftOut > 0 ? t('scan:file.left-out', { count: file.findingsLeftOut }) : null,
  };
}

/** Values of one type beyond these are folded away: a payroll list has hundreds. */
const SHOWN_AT_ONCE = 10;

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
    places: finding.content.places.map((place) => placeText(t, place)).filter(Boolean),
    back: `/files/${fileId}#finding-${finding.publicId}`,
  };
}

function presentFinding(
  { t, formats, language, file }: Parameters<typeof presentFile>[0],
  finding: FileFinding,
  form: FormState | null,
) {
  const places = finding.content.places.map((place) => placeText(t, place)).filter(Boolean);
  const id = `reason-${finding.publicId}`;
  return {
    id: finding.publicId,
    masked: finding.content.masked,
    confidence: formats.percent(finding.confidence),
    why: asSentence(explain(finding.content.evidence, language)),
    places: places.join('; '),
    more:
      finding.count > places.length && places.length > 0
        ? t('scan:file.more-places', { count: finding.count })
        : null,
    // Back to the same finding when the form is not accepted.
    action: `/files/${file.publicId}/findings/${finding.publicId}/reveal#finding-${finding.publicId}`,
    open: form !== null,
    reason: {
      ...fieldModel(t, form ?? emptyForm, {
        name: 'reason',
        label: t('scan:reveal.reason'),
        hint: t('scan:reveal.reason-hint'),
        required: true,
        maxlength: 500,
        autocomplete: 'off',
      }),
      // Many of these stand on one page.
      id,
      describedBy: form === null ? `${id}-hint` : `${id}-hint ${id}-error`,
    },
  };
}

function asSentence(text: string): string {
  return text === '' ? '' : `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}
