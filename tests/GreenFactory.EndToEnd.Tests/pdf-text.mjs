// Prints what pdf.js reads in a PDF as JSON: unlike poppler it follows each font's own map, as Firefox and many archives do.
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const document = await getDocument({ url: process.argv[2], useSystemFonts: false, verbosity: VerbosityLevel.ERRORS }).promise;
const pages = [];
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  const content = await page.getTextContent();
  pages.push(content.items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''));
}
const { info } = await document.getMetadata();
const headings = (entries) => (entries ?? []).flatMap((entry) => [entry.title, ...headings(entry.items)]);
process.stdout.write(JSON.stringify({
  pages,
  title: info.Title ?? '',
  language: info.Language ?? '',
  tagged: Boolean((await document.getMarkInfo())?.Marked),
  outline: headings(await document.getOutline()),
}));
