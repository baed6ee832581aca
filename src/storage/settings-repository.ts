import { eq } from 'drizzle-orm';
import type { SiteReading } from '../contract/readings';
import { changeColumns, changeRow, settled, type Act, type LastChange, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { isDuplicate } from './database-errors';
import { settings } from './schema';
import { siteOrDefault } from './site';

/** The version that the defaults count as, before anybody saved. */
const unsaved = 1;

export function createSettingsRepository(db: Database) {
  const find = async () => {
    const [row] = await db.select().from(settings).where(eq(settings.id, 'site'));
    return row;
  };
  return {
    /** The site's settings; the defaults as version 1 until somebody saves. */
    async read(): Promise<{ site: SiteReading; version: number; last: LastChange | null }> {
      const row = await find();
      return { site: siteOrDefault(row?.site), version: row?.version ?? unsaved, last: row ?? null };
    },

    /** The first save is one INSERT, later ones one guarded UPDATE. */
    async save(basedOn: number, site: SiteReading, act: Act, detail: ChangeDetail): Promise<Outcome> {
      if (basedOn === unsaved) {
        try {
          await db.insert(settings).values({ id: 'site', site, ...changeColumns(act, unsaved + 1, detail) });
          return { kind: 'saved', version: unsaved + 1, repeated: false };
        } catch (error) {
          if (!isDuplicate(error)) throw error;
          const row = await find();
          if (!row) throw error;
          return (await settled(db, 'site', row, act, basedOn)) ?? { kind: 'gone' };
        }
      }
      return changeRow(
        db,
        settings,
        'settings',
        { id: 'site', basedOn, act, detail },
        (last, guard) =>
          db
            .update(settings)
            .set({ site, ...last })
            .where(guard),
        find,
      );
    },
  };
}
