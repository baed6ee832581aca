import { z } from 'zod/mini';
import { readMacroConfig, type MacroShow } from '../domain/macro-config';
import { doc, paragraph, text, type AdfDocument } from '../usecases/macro/adf';
import { exportMacro } from '../usecases/macro/export-macro';
import { upkeep } from './dependencies';

const config = z.catch(z.optional(z.record(z.string(), z.unknown())), undefined);
const payloadSchema = z.object({
  config,
  extensionPayload: z.catch(z.optional(z.object({ config })), undefined),
  context: z.catch(
    z.optional(z.object({ extension: z.catch(z.optional(z.object({ config })), undefined) })),
    undefined,
  ),
});

/** Days before months, as the project's own texts have them; the export has no reader to ask. */
const locale = 'en-GB';

/**
 * The macro's `adfExport` (Forge docs, "Macro"): the document that stands in a PDF or Word export, in the page's history
 * and in the REST API. The docs promise the page, the macro's configuration and the kind of export, and no person; what is
 * exported is passed on and kept. So its reader counts as unknown and restricted OKRs are left out.
 */
export async function macroExport(payload: unknown): Promise<AdfDocument> {
  const show = configured(payload);
  if (!show) return doc(paragraph(text('Waymark: nothing is chosen to show here yet.')));
  return exportMacro(upkeep(), show, locale);
}

/** The docs name the configuration at two places; the one that is there counts. */
function configured(payload: unknown): MacroShow | null {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return null;
  const { config: top, extensionPayload, context } = parsed.data;
  for (const candidate of [top, extensionPayload?.config, context?.extension?.config]) {
    const read = candidate && readMacroConfig(candidate);
    if (read) return read.show;
  }
  return null;
}
