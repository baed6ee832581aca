import { FullPage } from '../../features/pages/full-page';

/** The whole site's OKRs, as a page of Jira's apps. */
export default function GlobalPage() {
  return <FullPage projectId={null} />;
}
