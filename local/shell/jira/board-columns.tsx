import { useState, type DragEvent } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { z } from 'zod';
import type { BoardIssue } from '../api/agile';
import { request } from '../api/http';
import { loadTransitions, transitionIssue } from '../api/jira';
import { IssueTypeIcon } from '../components/issue-type-icon';
import { PersonPicture } from '../components/person-picture';
import { issueChanged } from '../host/app-events';
import { useHostServices } from '../host/host-services';
import { usePerson } from '../site/person-context';
import { StatusMenu } from './status-menu';

const statuses = z.array(
  z.object({ id: z.string(), name: z.string(), statusCategory: z.object({ key: z.string() }) }),
);
const categoryOrder = ['new', 'indeterminate', 'done'];

/** The board's columns, one for each status. A card moves by dragging, or by the menu on it. */
export function BoardColumns({ issues }: { issues: readonly BoardIssue[] }) {
  const queries = useQueryClient();
  const services = useHostServices();
  const person = usePerson();
  const [over, setOver] = useState<string>();
  const all = useQuery({ queryKey: ['statuses'], queryFn: () => request(statuses, '/rest/api/3/status') });
  const columns = [...(all.data ?? [])].sort(
    (a, b) => categoryOrder.indexOf(a.statusCategory.key) - categoryOrder.indexOf(b.statusCategory.key),
  );

  const move = useMutation({
    mutationFn: async ({ issue, statusName }: { issue: BoardIssue; statusName: string }) => {
      const transition = (await loadTransitions(issue.key)).find(({ to }) => to.name === statusName);
      if (transition === undefined)
        throw new Error(`${issue.key} cannot go from ${issue.fields.status.name} to ${statusName}.`);
      await transitionIssue(issue.key, transition.id);
      issueChanged(issue.id, '', person.accountId);
    },
    onError: (error) => {
      services.showFlag({
        id: 'board-move',
        title: 'The card was not moved',
        description: error.message,
        type: 'error',
        isAutoDismiss: false,
        actions: [],
      });
    },
    onSettled: () => queries.invalidateQueries(),
  });

  const drop = (event: DragEvent, statusName: string): void => {
    event.preventDefault();
    setOver(undefined);
    const issue = issues.find(({ key }) => key === event.dataTransfer.getData('text/plain'));
    if (issue !== undefined && issue.fields.status.name !== statusName) move.mutate({ issue, statusName });
  };

  return (
    <div className="board">
      {columns.map((column) => {
        const cards = issues.filter(({ fields }) => fields.status.name === column.name);
        return (
          <section
            key={column.id}
            className={over === column.id ? 'board__column board__column--over' : 'board__column'}
            aria-label={column.name}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(column.id);
            }}
            onDragLeave={() => {
              setOver(undefined);
            }}
            onDrop={(event) => {
              drop(event, column.name);
            }}
          >
            <h2 className="board__title">
              {column.name} <span className="board__count">{cards.length}</span>
            </h2>
            <ul className="board__cards">
              {cards.map((issue) => (
                <Card
                  key={issue.id}
                  issue={issue}
                  isMoving={move.isPending && move.variables.issue.id === issue.id}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Card({ issue, isMoving }: { issue: BoardIssue; isMoving: boolean }) {
  const { summary, parent, issuetype, assignee } = issue.fields;
  return (
    <li
      className={isMoving ? 'board-card board-card--moving' : 'board-card'}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', issue.key);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <Link className="board-card__summary" to={`/browse/${issue.key}`} draggable={false}>
        {summary}
      </Link>
      {parent?.fields !== undefined && <span className="board-card__parent">{parent.fields.summary}</span>}
      <div className="board-card__foot">
        <IssueTypeIcon name={issuetype.name} />
        <span className="board-card__key">{issue.key}</span>
        <StatusMenu issue={issue} />
        <PersonPicture user={assignee} showName={false} />
      </div>
    </li>
  );
}
