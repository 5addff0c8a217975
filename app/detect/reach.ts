/**
 * How far from a finding a detector may look, in UTF-16 code units, before its start and after its start. The text
 * scanner keeps that much text on both sides of each window's seam, so that a finding at a seam comes out as it would
 * in the whole text. The longest finding is an e-mail address (320); the widest look is a special category's for whose
 * paper it stands in (760, and as far again as that name's own look); three findings may decide on each other through overlaps.
 */
export const REACH = 2048;
