import { SettingsPage } from '../../features/settings/settings-page';

/** Waymark's settings, among Jira's own. */
export default function AdminPage() {
  return <SettingsPage />;
}
