import { useMemo } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Badge from '@atlaskit/badge';
import Lozenge from '@atlaskit/lozenge';
import { z } from 'zod';
import type { ManifestModule } from '../../contracts';
import type { Issue } from '../api/jira';
import { request } from '../api/http';
import { ModuleIcon } from '../components/module-icon';
import { AppFrame } from '../host/app-frame';
import { localIdOf } from '../host/local-id';
import { modulesOf, moduleText } from '../site/settings';
import { Collapsible } from './collapsible';

/** The apps' boxes beside an issue (Forge docs, "Jira issue context"). */
export function AppPanels({ issue }: { issue: Issue }) {
  return (
    <>
      {modulesOf('jira:issueContext').map((module) => (
        <AppPanel key={`${module.key}-${issue.id}`} module={module} issue={issue} />
      ))}
    </>
  );
}

const panelStatus = z.object({
  status: z
    .object({
      type: z.enum(['lozenge', 'badge', 'icon']),
      value: z.object({
        label: z.string(),
        type: z.enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success']).catch('default'),
      }),
    })
    .optional(),
});

function AppPanel({ module, issue }: { module: ManifestModule; issue: Issue }) {
  const queries = useQueryClient();
  const extension = useMemo(() => issueExtension(module, issue), [module, issue]);
  const statusKey = ['panel-status', module.key, issue.id];
  const status = useQuery({
    queryKey: statusKey,
    queryFn: () =>
      request(panelStatus, '/_local/frame/panel-status', {
        method: 'POST',
        body: { moduleKey: module.key, extension },
      }),
    enabled: module.props['dynamicProperties'] !== undefined,
  });
  const shown = status.data?.status;
  return (
    <Collapsible
      title={moduleText(module, 'label') === '' ? moduleText(module, 'title') : moduleText(module, 'label')}
      name={`app:${module.key}`}
      icon={<ModuleIcon module={module} />}
      beside={
        shown === undefined ? undefined : shown.type === 'badge' ? (
          <Badge>{shown.value.label}</Badge>
        ) : (
          <Lozenge appearance={shown.value.type}>{shown.value.label}</Lozenge>
        )
      }
      onToggle={(isOpen) => {
        if (!isOpen) void queries.invalidateQueries({ queryKey: statusKey });
      }}
    >
      <AppFrame
        module={module}
        extension={extension}
        localId={localIdOf(module.key)}
        fit="content"
        title={moduleText(module, 'title')}
      />
    </Collapsible>
  );
}

function issueExtension(
  module: ManifestModule,
  { id, key, fields }: Issue,
): Readonly<Record<string, unknown>> {
  return {
    type: module.type,
    issue: { id, key, type: fields.issuetype?.name ?? '', typeId: fields.issuetype?.id ?? '' },
    project: { id: fields.project?.id ?? '', key: fields.project?.key ?? '', type: 'software' },
    location: window.location.href,
  };
}
