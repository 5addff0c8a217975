/** What the file in a packed file is called: the packed one's name without its ending. */
export function unpackedName(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (/\.(tgz|tbz2?|txz|tlz|tzst|taz)$/i.test(base)) return base.replace(/\.[^.]+$/, '.tar');
  const bare = base.replace(/\.(gz|bz2?|xz|lzma|zst|z|svgz)$/i, '');
  return bare === '' || bare === base ? 'content' : bare;
}
