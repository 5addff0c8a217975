import type { PhraseList } from '../phrase-list.ts';

/** Biometric data that identify a person, in English. */
export const biometricEn: PhraseList = {
  type: 'BIOMETRIC',
  language: 'en',
  sure: `my fingerprint, my fingerprints, his fingerprint, his fingerprints, her fingerprint,
    her fingerprints, your fingerprint template, his biometric data, her biometric data, my biometric data,
    fingerprints taken, fingerprint taken, took her fingerprints, took his fingerprints,
    fingerprints were taken, fingerprints were collected, my iris scan, her iris scan, his iris scan,
    her voiceprint, his voiceprint, my voiceprint, her face template, his face template, my face scan,
    her facial recognition, his facial recognition, biometric enrolment complete,
    biometric enrollment complete, enrolled fingerprint, fingerprint enrolled, fingerprints of`,
  plain: `fingerprint, fingerprints, fingerprint template, fingerprint data, fingerprint scan, thumbprint,
    thumb print, palm print, palmprint, palm scan, hand scan, hand geometry, vein pattern,
    facial recognition, face recognition, facial template, face template, face scan, facial scan,
    face geometry, faceprint, iris scan, iris pattern, iris template, retina scan, retinal scan,
    voiceprint, voice print, voice biometrics, voice sample, gait recognition, gait analysis,
    keystroke dynamics, signature dynamics, ear print, dental records, biometric, biometrics,
    biometric data, biometric template, biometric identifier, biometric passport, biometric enrolment,
    biometric enrollment`,
  weak: `retina, face id, touch id, recognised by the camera`,
  beside: `enrolled, enrolment, enrollment, template, stored, captured, collected, matched, match, verify,
    identity, identification, suspect, taken, thumb, gate, time clock, access, background check, border,
    login, consent, flagged, rejected`,
  labels: `fingerprint, fingerprints, biometric, biometric id, biometric data, face template, iris,
    voiceprint, palm print`,
};
