import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { useSession } from '../../../api/session.ts';
import { useAsked } from '../../../app/use-asked.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { confirm } from '../../../ui/confirm.tsx';
import { Select } from '../../../ui/select.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { Block, NotAllowed } from '../block.tsx';
import { OnceDialog, type Secret } from '../once-dialog.tsx';
import { atLeast, givenBy, type Role } from '../role-order.ts';
import { membersQuery, useChange } from '../settings.queries.ts';
import { useRole } from '../use-role.ts';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';

type Member = components['schemas']['Member'];

/** Who belongs to the tenant, in which role, and who is invited. */
export function MembersSection() {
  const { settings } = useTexts();
  const format = useFormat();
  const role = useRole();
  const isAdmin = atLeast(role, 'admin');
  const me = useSession(({ signed }) => signed?.user.id);
  const members = useQuery(membersQuery);
  const [inviting, setInviting] = useState(false);
  const [secret, setSecret] = useState<Secret>();
  useAsked('invite', () => setInviting(true), isAdmin);
  const setRole = useChange(
    ({ userId, role }: { userId: string; role: Role }) =>
      unwrap(api.PATCH('/api/v1/tenants/current/members/{userId}', { params: { path: { userId } }, body: { role } })),
    ['members'],
  );
  const remove = useChange(
    ({ userId }: Member) =>
      unwrap(api.DELETE('/api/v1/tenants/current/members/{userId}', { params: { path: { userId } } })),
    ['members'],
  );
  const reset = useChange(
    ({ userId: id }: Member) => unwrap(api.POST('/api/v1/users/{id}/password-reset', { params: { path: { id } } })),
    [],
    {
      onSuccess: ({ link, expiresAt }) =>
        setSecret({
          title: settings.resetTitle,
          label: settings.link,
          value: link,
          text: settings.linkWorksUntil(format.dateTime(expiresAt)),
        }),
    },
  );
  const mayChange = (row: Member) => isAdmin && row.userId !== me && atLeast(role, row.role);
  const askRemove = async (row: Member) => {
    const agreed = await confirm({
      title: settings.removeTitle(row.name),
      text: settings.removeText,
      action: settings.remove,
      danger: true,
    });
    if (agreed) remove.mutate(row);
  };
  const roleOf = (row: Member) =>
    mayChange(row) ? (
      <Select
        aria-label={settings.roleOf(row.name)}
        className="!w-36"
        value={setRole.isPending && setRole.variables.userId === row.userId ? setRole.variables.role : row.role}
        onChange={(next) => setRole.mutate({ userId: row.userId, role: next as Role })}
        options={givenBy(role).map((value) => ({
          value,
          label: settings.roles[value],
          description: settings.roleTexts[value],
        }))}
      />
    ) : (
      <span title={settings.roleTexts[row.role]}>{settings.roles[row.role]}</span>
    );
  const nameOf = (row: Member) => (
    <span className="flex items-center gap-2">
      <span className="truncate font-semibold">{row.name}</span>
      {row.userId === me && <Badge>{settings.itsYou}</Badge>}
    </span>
  );
  return (
    <>
      <Block
        title={settings.members}
        text={settings.membersText}
        actions={
          isAdmin && (
            <Button look="primary" onClick={() => setInviting(true)}>
              {settings.invite}
            </Button>
          )
        }
      >
        {!isAdmin && (
          <div className="mb-3">
            <NotAllowed>{settings.adminsOnly}</NotAllowed>
          </div>
        )}
        <DataTable
          label={settings.members}
          rows={members.data}
          rowId={({ userId }) => userId}
          rowName={({ name }) => name}
          fault={members.error}
          onRetry={() => void members.refetch()}
          empty={null}
          columns={[
            { id: 'name', header: settings.name, cell: nameOf },
            { id: 'email', header: settings.email, cell: ({ email }) => <span className="text-muted">{email}</span> },
            {
              id: 'role',
              header: settings.role,
              width: '170px',
              cell: (row) => <div className="py-1">{roleOf(row)}</div>,
            },
            {
              id: 'since',
              header: settings.since,
              width: '130px',
              cell: ({ joinedAt }) => (
                <time dateTime={joinedAt} title={format.dateTime(joinedAt)} className="text-muted">
                  {format.ago(joinedAt)}
                </time>
              ),
            },
          ]}
          menu={
            isAdmin
              ? (row) => [
                  { label: settings.makeReset, disabled: !mayChange(row), run: () => reset.mutate(row) },
                  null,
                  {
                    label: settings.remove,
                    danger: true,
                    disabled: !mayChange(row),
                    run: () => void askRemove(row),
                  },
                ]
              : undefined
          }
          card={(row) => (
            <>
              {nameOf(row)}
              <p className="truncate text-muted">{row.email}</p>
              <div className="mt-1">{roleOf(row)}</div>
            </>
          )}
        />
      </Block>
      {/* Below a list that has its length, so that it comes to stand where it stays. */}
      {isAdmin && !members.isPending && <Invitations />}
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onMade={(made) => {
            setInviting(false);
            setSecret(made);
          }}
        />
      )}
      {secret && <OnceDialog secret={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}
