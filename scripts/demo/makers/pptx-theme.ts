/** The least theme that PowerPoint opens without repairing: every list that the schema demands, filled alike. */
export const THEME = theme();

function theme(): string {
  const names = 'dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');
  const colours = names.map((name) => {
    const value = name.startsWith('lt') ? 'FFFFFF' : '1F3A4D';
    return `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  });
  const font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Fjordby"><a:themeElements><a:clrScheme name="Fjordby">${colours.join('')}</a:clrScheme><a:fontScheme name="Fjordby"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Fjordby"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="6350">${fill}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
