/** `npm run bench`: what design §7 sets bars for, measured. Always exits 0; what is over its bar is said last. */
import { buildSite } from '../local/build-site';
import { measureBackend } from './backend-bundle';
import { describeSection, isOver, type Section } from './report';
import { measureSurfaceSizes } from './surface-sizes';

async function main(): Promise<void> {
  const { backend } = await buildSite((line) => console.log(line));
  const sections: Section[] = [];
  const report = (section: Section): void => {
    sections.push(section);
    console.log(describeSection(section));
  };
  report(measureSurfaceSizes());
  report(measureBackend(backend.bundlePath));
  const rows = sections.flatMap(({ rows: measured }) => measured);
  const over = rows.filter(isOver).map(({ what }) => what);
  const missing = sections.flatMap(({ missing: sentences }) => sentences);
  console.log(
    `\n${rows.length} numbers measured, ${rows.filter(({ bar }) => bar !== null).length} of them have a bar. ` +
      (over.length === 0 ? 'None is over.' : `Over: ${over.join(', ')}.`) +
      (missing.length === 0 ? '' : ` ${missing.length} could not be measured.`),
  );
}

void main();
