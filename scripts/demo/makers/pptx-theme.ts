/** The least theme that PowerPoint opens without repairing: every list that the schema demands, filled alike. */
export function theme(): string {
  const names = 'dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');
  const colours = names.map((name) => {
    const value = name.startsWith('lt') ? 'FFFFFF' : '1F3A4D';
    return `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  });
  const font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const three = (inner: string): string => inner.repeat(3);
  return [
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Fjordby"><a:themeElements>',
    `<a:clrScheme name="Fjordby">${colours.join('')}</a:clrScheme>`,
    `<a:fontScheme name="Fjordby"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>`,
    `<a:fmtScheme name="Fjordby"><a:fillStyleLst>${three(fill)}</a:fillStyleLst>`,
    `<a:lnStyleLst>${three(`<a:ln w="6350">${fill}</a:ln>`)}</a:lnStyleLst>`,
    `<a:effectStyleLst>${three('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst>`,
    `<a:bgFillStyleLst>${three(fill)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  ].join('');
}
