import { displayName } from '#kernel/file-name.ts';
import { explain } from '#detect/index.ts';
import {
  categoryBadge,
  emptyForm,
  fieldModel,
  riskBadge,
  type FormState,
  type Formats,
  type Language,
  type Translate,
} from '#web/index.ts';
import type { FileFinding } from './file.ts';
import type { FileInsight } from './insight.service.ts';
import { endingText, folderText, placeText, typeText } from './names.presenter.ts';

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
    risk: riskBadge(t, file.risk),
    score: t('scan:file.score', { score: file.score }),
    gone: file.goneAt === null ? null : t('scan:file.gone', { when: formats.date(file.goneAt) }),
    facts: [
      { label: t('scan:file.ending'), text: endingText(t, file.status, file.reason) },
      { label: t('scan:files.modified'), text: formats.dateTime(file.modifiedAt) },
      { label: t('scan:files.size'), text: formats.bytes(file.size) },
      { label: t('scan:file.mime'), text: file.mime ?? '–' },
      // words: scan:language.*
      {
        label: t('scan:file.language'),
        text: file.language === null ? '–' : t(`scan:language.${file.language}`),
      },
      { label: t('scan:file.read-at'), text: file.readAt === null ? '–' : formats.dateTime(file.readAt) },
    ],
    advice: file.risk === 'none' ? null : t('scan:file.advice'),
    groups: file.counts.map(({ type, category, count }) => ({
      title: typeText(t, type),
      count: t('scan:file.places', { count }),
      category: categoryBadge(t, category),
      findings: file.findings
        .filter((finding) => finding.type === type)
        .map((finding) =>
          presentFinding(given, finding, refused?.finding === finding.publicId ? refused.form : null),
        ),
    })),
    leftOut: file.findingsLeftOut > 0 ? t('scan:file.left-out', { count: file.findingsLeftOut }) : null,
  };
}

/** One value in clear text, after its reveal is on the record. */
export function presentRevealed(t: Translate, fileId: string, finding: FileFinding) {
  return {
    title: t('scan:reveal.title'),
    type: typeText(t, finding.type),
    value: finding.content.value,
    snippet: finding.content.snippet,
    places: finding.content.places.map((place) => placeText(t, place)).filter(Boolean),
    back: `/files/${fileId}`,
  };
}

function presentFinding(
  { t, formats, language, file }: Parameters<typeof presentFile>[0],
  finding: FileFinding,
  form: FormState | null,
) {
  const places = finding.content.places.map((place) => placeText(t, place)).filter(Boolean);
  return {
    id: finding.publicId,
    masked: finding.content.masked,
    confidence: formats.percent(finding.confidence),
    why: explain(finding.content.evidence, language),
    places: places.join('; '),
    more:
      finding.count > places.length && places.length > 0
        ? t('scan:file.more-places', { count: finding.count })
        : null,
    action: `/files/${file.publicId}/findings/${finding.publicId}/reveal`,
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
      id: `reason-${finding.publicId}`,
      describedBy: `reason-${finding.publicId}-hint`,
    },
  };
}
