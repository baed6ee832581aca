import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form';
import Modal, { CloseButton, ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import Select from '@atlaskit/select';
import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { adfDocument, adfText } from '../../frames/adf';
import { createIssue, loadProject, loadProjects } from '../api/jira';
import { useHostServices } from '../host/host-services';

interface CreateIssueDialogProps {
  /** Fields filled in beforehand, as CreateIssueModal's context names them (Forge docs, "CreateIssueModal"). */
  values: Readonly<Record<string, unknown>>;
  onClose: (issueIds: readonly string[]) => void;
}

/** Jira's "Create issue". What the caller filled in beyond the shown fields is sent with it. */
export function CreateIssueDialog({ values, onClose }: CreateIssueDialogProps) {
  const services = useHostServices();
  const projects = useQuery({ queryKey: ['projects'], queryFn: loadProjects });
  const [chosenKey, setChosenKey] = useState<string>();
  const [chosenType, setChosenType] = useState<string>();
  const [summary, setSummary] = useState(textOf(values['summary']));
  const [description, setDescription] = useState(adfText(adfDocument(values['description'])));
  const prefilled = projects.data?.find(({ id }) => id === values['projectId']);
  const projectKey = chosenKey ?? prefilled?.key ?? projects.data?.[0]?.key;
  const project = useQuery({
    queryKey: ['project', projectKey],
    queryFn: () => loadProject(projectKey ?? ''),
    enabled: projectKey !== undefined,
  });
  const types = project.data?.issueTypes.filter(({ subtask }) => !subtask) ?? [];
  const type =
    types.find(({ id }) => id === (chosenType ?? values['issueTypeId'])) ??
    types.find(({ name }) => name === 'Task') ??
    types[0];

  const create = useMutation({
    mutationFn: () =>
      createIssue({
        ...extraFields(values),
        project: { key: projectKey },
        issuetype: { id: type?.id },
        summary: summary.trim(),
        ...(description.trim() === '' ? {} : { description: paragraphs(description) }),
      }),
    onSuccess: ({ id, key }) => {
      services.showFlag({
        id: `created-${key}`,
        title: `${key} was created`,
        type: 'success',
        isAutoDismiss: true,
        actions: [
          {
            text: 'View issue',
            onClick: () => {
              services.navigate(`/browse/${key}`);
              return Promise.resolve();
            },
          },
        ],
      });
      onClose([id]);
    },
  });
  const cancel = (): void => {
    onClose([]);
  };

  return (
    <Modal width="large" onClose={cancel}>
      <ModalHeader>
        <ModalTitle>Create issue</ModalTitle>
        <CloseButton label="Close" onClick={cancel} />
      </ModalHeader>
      <ModalBody>
        <div className="create-issue">
          {create.error !== null && (
            <SectionMessage appearance="error" title="The issue was not created">
              <p>{create.error.message}</p>
            </SectionMessage>
          )}
          <div>
            <Label htmlFor="create-project">Project</Label>
            <Select
              inputId="create-project"
              options={
                projects.data?.map(({ key, name }) => ({ label: `${name} (${key})`, value: key })) ?? []
              }
              value={
                projectKey === undefined
                  ? null
                  : {
                      label: projects.data?.find(({ key }) => key === projectKey)?.name ?? projectKey,
                      value: projectKey,
                    }
              }
              onChange={(option) => {
                setChosenKey(option?.value);
              }}
            />
          </div>
          <div>
            <Label htmlFor="create-type">Issue type</Label>
            <Select
              inputId="create-type"
              options={types.map(({ id, name }) => ({ label: name, value: id }))}
              value={type === undefined ? null : { label: type.name, value: type.id }}
              onChange={(option) => {
                setChosenType(option?.value);
              }}
            />
          </div>
          <div>
            <Label htmlFor="create-summary">Summary</Label>
            <Textfield
              id="create-summary"
              value={summary}
              onChange={(event) => {
                setSummary(event.currentTarget.value);
              }}
            />
          </div>
          <div>
            <Label htmlFor="create-description">Description</Label>
            <Textarea
              id="create-description"
              minimumRows={4}
              value={description}
              onChange={(event) => {
                setDescription(event.currentTarget.value);
              }}
            />
          </div>
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={cancel}>
          Cancel
        </Button>
        <Button
          appearance="primary"
          isDisabled={summary.trim() === '' || type === undefined}
          isLoading={create.isPending}
          onClick={() => {
            create.mutate();
          }}
        >
          Create
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The pre-filled fields the form does not show, from CreateIssueModal's names to the REST API's. */
function extraFields(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const extra: Record<string, unknown> = {};
  if (typeof values['parentId'] === 'string') extra['parent'] = { id: values['parentId'] };
  if (typeof values['assignee'] === 'string') extra['assignee'] = { accountId: values['assignee'] };
  if (typeof values['reporter'] === 'string') extra['reporter'] = { accountId: values['reporter'] };
  if (typeof values['duedate'] === 'string') extra['duedate'] = values['duedate'];
  if (Array.isArray(values['labels'])) extra['labels'] = values['labels'];
  for (const [name, value] of Object.entries(values))
    if (name.startsWith('customfield_')) extra[name] = value;
  return extra;
}

function paragraphs(text: string): unknown {
  return {
    type: 'doc',
    version: 1,
    content: text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  };
}
