// Written by `npm run docs` from docs/openapi.json. Do not edit.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: operations["healthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The server can work */
        get: operations["healthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics in the format of Prometheus */
        get: operations["healthShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what in this tenant, the newest first */
        get: operations["auditList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the newest 5000 entries that fit at once, and tells the audit so */
        get: operations["auditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an account, and a tenant of its own or a place in the one that invited */
        post: operations["authRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether somebody owns this installation, and who may register */
        get: operations["installationStanding"];
        put?: never;
        /** Claims a fresh installation, once */
        post: operations["authSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in, to the tenant that was used last */
        post: operations["authLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells whose invitation a link is, and where it leads */
        post: operations["authInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New tokens for a refresh token, which is used up */
        post: operations["authRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session */
        post: operations["authLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tokens for another tenant of mine */
        post: operations["authSwitch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password and ends every session */
        post: operations["authResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes my password and ends my other sessions */
        post: operations["accountChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["accountList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of my sessions */
        delete: operations["accountEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A one-time link with which a member sets a new password */
        post: operations["accountReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My keys of this tenant; everybody’s for an admin */
        get: operations["apiKeysList"];
        put?: never;
        /** Makes a key, which is shown this once */
        post: operations["apiKeysCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a key can be limited to, and the weakest role that has it */
        get: operations["apiKeysPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a key; it ends at once */
        delete: operations["apiKeysRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that are open */
        get: operations["invitationsList"];
        put?: never;
        /** Makes a one-time link into this tenant, which is shown this once */
        post: operations["invitationsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Joins the tenant that invited me */
        post: operations["invitationsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws an invitation */
        delete: operations["invitationsWithdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am, and in which tenant with which role */
        get: operations["usersMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes my name */
        patch: operations["usersChange"];
        trace?: never;
    };
    "/api/v1/users/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I like the app, in every tenant and on every device */
        get: operations["preferencesGet"];
        /** Says how I like the app; what is left out counts as never chosen */
        put: operations["preferencesPut"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenants that I belong to */
        get: operations["tenantsList"];
        put?: never;
        /** Makes a further tenant, which I own */
        post: operations["tenantsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant that I am in */
        get: operations["tenantsCurrent"];
        put?: never;
        post?: never;
        /** Removes the tenant with everything in it */
        delete: operations["tenantsRemove"];
        options?: never;
        head?: never;
        /** Changes its name, slug or time zone */
        patch: operations["tenantsChange"];
        trace?: never;
    };
    "/api/v1/tenants/current/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its members */
        get: operations["tenantsListMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/current/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a member */
        delete: operations["tenantsRemoveMember"];
        options?: never;
        head?: never;
        /** Changes a member's role */
        patch: operations["tenantsChangeRole"];
        trace?: never;
    };
    "/api/v1/tenants/current/members/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leaves the tenant */
        delete: operations["tenantsLeave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the declarations of all node types. */
        get: operations["nodesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nodes/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the declaration of one node type. */
        get: operations["nodesGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nodes/describe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells how nodes with these parameters are drawn, in the order of the question. */
        post: operations["nodesDescribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/callable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the workflows that another may call, by name, with the fields that each takes. */
        get: operations["callableWorkflowsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists workflows, newest first unless another order is asked for, without their documents. */
        get: operations["workflowListsList"];
        put?: never;
        /** Saves a new workflow. */
        post: operations["workflowsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells how many workflows fit the filters, and how they fare. */
        get: operations["workflowListsStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the tags of all workflows, by name. */
        get: operations["workflowListsTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the newest versions of workflows as a file, which can be imported again: the newest 2000 that fit. */
        get: operations["workflowListsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does one thing to several workflows, and tells of each what became of it. */
        post: operations["workflowListsAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Translates an n8n export and saves it, with a report of what could not be carried over. */
        post: operations["workflowsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetches a workflow that lies on the web, to be imported. Private addresses are not asked. */
        post: operations["workflowsFetch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/translate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Translates an n8n export without saving it, as an editor pastes it. */
        post: operations["workflowsTranslate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells everything that is wrong with a document, saved or not, and what only is worth a look. */
        post: operations["workflowsValidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a workflow: its newest version, or the one asked for. */
        get: operations["workflowsGet"];
        /** Saves a new version as the draft, based on `version`; what is live stays as it is. */
        put: operations["workflowsSave"];
        post?: never;
        /** Deletes a workflow with all its versions, and takes back what is live of it. */
        delete: operations["workflowsDelete"];
        options?: never;
        head?: never;
        /** Moves a workflow to a folder, or changes its tags. */
        patch: operations["workflowsPlace"];
        trace?: never;
    };
    "/api/v1/workflows/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copies the newest version of a workflow into a new one, switched off. */
        post: operations["workflowsDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a version live, on every instance, from the moment this answers. */
        post: operations["workflowsActivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back what is live, on every instance, from the moment this answers. */
        post: operations["workflowsDeactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the saved versions, newest first. */
        get: operations["workflowsVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Gives a version a name, or takes it away. */
        patch: operations["workflowsLabel"];
        trace?: never;
    };
    "/api/v1/workflows/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events of a workflow, for those who have it open: how it stands (`state`), what others do to it (`saved`, `activated`, `deactivated`, `moved`, `versions`, `comments`, `run-started`, `call-refused`, `deleted`) and who has it open (`present`). Ends with the access token. */
        get: operations["workflowEventsEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the threads of comments of a workflow with their replies, newest first. */
        get: operations["commentsList"];
        put?: never;
        /** Begins a thread about a node or the whole workflow, or replies in one. */
        post: operations["commentsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/comments/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts the threads that are not resolved, by node. */
        get: operations["commentsCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a comment of one’s own; admins delete any. Replies to it stay. */
        delete: operations["commentsDelete"];
        options?: never;
        head?: never;
        /** Changes the text of a comment of one’s own. */
        patch: operations["commentsEdit"];
        trace?: never;
    };
    "/api/v1/workflows/{id}/comments/{commentId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a thread as resolved. */
        post: operations["commentsResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/comments/{commentId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back that a thread is resolved. */
        post: operations["commentsReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists all folders, by name. */
        get: operations["foldersList"];
        put?: never;
        /** Makes a folder. */
        post: operations["foldersCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/folders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Renames or moves a folder. */
        put: operations["foldersUpdate"];
        post?: never;
        /** Deletes a folder and those in it; their workflows move to the top. */
        delete: operations["foldersDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists workflows to begin with. */
        get: operations["templatesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives one of them. */
        get: operations["templatesGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the declarations of all types of credentials. */
        get: operations["credentialsTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists credentials, newest first, without their secrets. */
        get: operations["credentialsList"];
        put?: never;
        /** Saves a credential. Its secrets never come out again. */
        post: operations["credentialsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does one thing to several credentials, and tells of each what became of it. */
        post: operations["credentialsBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries the fields of a new credential out, and saves nothing. */
        post: operations["credentialsTestNew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a credential without its secrets. */
        get: operations["credentialsGet"];
        /** Changes the fields that are given; the others, secrets among them, stay as they are. A further host wants the secrets anew, except of an owner or admin. */
        put: operations["credentialsUpdate"];
        post?: never;
        /** Deletes a credential. Workflows that name it fail where they need it. */
        delete: operations["credentialsDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the workflows that name a credential, live or in their newest version. */
        get: operations["credentialsUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a credential out where its type has a harmless call for that. Fields that are given are tried and not saved. */
        post: operations["credentialsTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells what happened in the last hours, in figures. */
        get: operations["executionReportsStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a list of executions as a file: the newest 10,000 that fit. */
        get: operations["executionReportsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does one thing to several executions, and tells of each what became of it. */
        post: operations["executionReportsBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a file that an item of the execution carries. */
        get: operations["executionReportsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs a workflow. With `wait` answers with the finished execution. */
        post: operations["executionsRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/last-call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells when a trigger of a workflow was last met in earnest. Run with `inputFrom` to begin with that data. */
        get: operations["executionsLastCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists executions, newest first, without their data. */
        get: operations["executionsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives an execution with what every node did. */
        get: operations["executionsGet"];
        put?: never;
        post?: never;
        /** Deletes an ended execution with its data. */
        delete: operations["executionsDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/steps/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the items that went into or came out of a step, page by page. */
        get: operations["executionsItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs a failed execution again from the node that failed: as it ran, or in another version of the workflow. */
        post: operations["executionsRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs an execution again, from its trigger or another node, with its own data or other items, in any version. */
        post: operations["executionsReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks a run to stop. */
        post: operations["executionsCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settles a step of which nobody knows whether it took effect. */
        post: operations["executionsAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a run go on that waits for its time or for a call. */
        post: operations["executionsResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events of a run: what has happened so far, then what happens, until it ends. Ends with the access token. */
        get: operations["executionEventsEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/current/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the tenant uses, and its limits; those of runs and calls hold for each process */
        get: operations["usageCurrent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the addresses of live workflows, newest first. */
        get: operations["webhooksList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells at which addresses a path would be called, if a workflow had it now. */
        get: operations["webhooksAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the plain paths that nobody else can have, newest first: those in use, and those that were a while ago. */
        get: operations["webhooksHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/held/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lets go of a plain path that is not in use: from now on any tenant may have it. */
        delete: operations["webhooksRelease"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/listen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Arms the test addresses of the workflow's draft, for one call or 2 minutes. */
        post: operations["webhooksListen"];
        /** Stops listening at the test addresses. */
        delete: operations["webhooksCancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expressions/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells what a text with expressions gives for an item: a value, `undefined` or an error, and what would mend it. */
        post: operations["editorEvaluate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expressions/evaluate-many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells what several texts give for the same item, such as all parameters of a node. */
        post: operations["editorEvaluateMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nodes/{type}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the choices of a parameter, looked up where the node type says so. */
        post: operations["editorOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the schedules of live workflows, with the next time of each. */
        get: operations["schedulesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{id}/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells the next times of a schedule. */
        get: operations["schedulesUpcoming"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells the next times of a schedule trigger as it is drafted, as if it went live now. */
        post: operations["schedulesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses a schedule; the workflow stays live for its other triggers. */
        post: operations["schedulesPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resumes a schedule with its next time; what was due in between is not made up for. */
        post: operations["schedulesResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells which version of the server answers. */
        get: operations["systemHealthInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells how the process that answers is: memory, database, code processes, crashes; to admins of the tenant that runs the installation. */
        get: operations["systemHealthLook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists my saved views, and those that the tenant shares, by name. */
        get: operations["viewsList"];
        put?: never;
        /** Saves a view of a list. Sharing it needs the role that edits workflows. */
        post: operations["viewsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a view. Of others only admins delete one that is shared. */
        delete: operations["viewsDelete"];
        options?: never;
        head?: never;
        /** Renames a view, changes what it shows, shares it or takes it back. Of others only admins change one. */
        patch: operations["viewsChange"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Liveness: {
            /** @enum {string} */
            status: "ok";
        };
        ReadinessAnswer: {
            /** @enum {string} */
            status: "ok" | "failing";
            /** @description Which part works */
            parts: {
                [key: string]: "ok" | "failing";
            };
        };
        AuditActor: {
            /**
             * @description `user`, `apiKey` or `system`
             * @example user
             */
            kind: string;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            userId: string | null;
            /**
             * @description The user by name; null where none is known
             * @example Ada Lovelace
             */
            name: string | null;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            apiKeyId: string | null;
        };
        AuditTarget: {
            /** @example user */
            type: string;
            id: string;
            /**
             * @description What it is called, or was when it was deleted; null where that is not known
             * @example Charles Babbage
             */
            name: string | null;
            /** @description It is still there */
            isThere: boolean;
        };
        AuditEntry: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            at: string;
            actor: components["schemas"]["AuditActor"];
            /** @example member.role_changed */
            action: string;
            target: components["schemas"]["AuditTarget"];
            /** @description What changed, as it was; null where nothing is told */
            before: components["schemas"]["JsonValue"];
            /** @description What changed, as it is */
            after: components["schemas"]["JsonValue"];
            /** @description Names of what `before` and `after` mention, by id */
            names: {
                [key: string]: string;
            };
        };
        UserView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example ada@example.com */
            email: string;
            /** @example Ada Lovelace */
            name: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
        };
        /** @enum {string} */
        MemberRole: "viewer" | "editor" | "admin" | "owner";
        TenantOfUser: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * @description In addresses: /webhook/t/<slug>/...
             * @example engines
             */
            slug: string;
            /** @example Analytical Engines */
            name: string;
            /**
             * @description IANA zone of workflows that name none
             * @example Europe/London
             */
            timezone: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            role: components["schemas"]["MemberRole"];
        };
        Welcome: {
            /**
             * @description For `Authorization: Bearer`
             * @example eyJhbGciOiJIUzI1NiJ9...
             */
            accessToken: string;
            /** @description In the cookie besides, which scripts of the app can not read */
            refreshToken: string;
            /**
             * @description Seconds that the access token is good for
             * @example 900
             */
            expiresIn: number;
            user: components["schemas"]["UserView"];
            tenant: components["schemas"]["TenantOfUser"];
        };
        RegisterDto: {
            /**
             * @description At least 12 characters, or a good score
             * @example correct horse battery staple
             */
            password: string;
            /** @example ada@example.com */
            email: string;
            /** @example Ada Lovelace */
            name: string;
            /**
             * @description Named after the user when left out
             * @example Analytical Engines
             */
            tenantName?: string;
            /** @description The token of an invitation: joins that tenant instead of making one */
            invitation?: string;
        };
        SetupDto: {
            /**
             * @description At least 12 characters, or a good score
             * @example correct horse battery staple
             */
            password: string;
            /** @example ada@example.com */
            email: string;
            /** @example Ada Lovelace */
            name: string;
            /**
             * @description From the one-time link that the first start printed
             * @example kX3...
             */
            token: string;
        };
        Tokens: {
            /**
             * @description For `Authorization: Bearer`
             * @example eyJhbGciOiJIUzI1NiJ9...
             */
            accessToken: string;
            /** @description In the cookie besides, which scripts of the app can not read */
            refreshToken: string;
            /**
             * @description Seconds that the access token is good for
             * @example 900
             */
            expiresIn: number;
        };
        LoginDto: {
            /**
             * @description At least 12 characters, or a good score
             * @example correct horse battery staple
             */
            password: string;
            /** @example ada@example.com */
            email: string;
        };
        InvitationLook: {
            /**
             * @description The tenant that it leads into
             * @example Analytical Engines
             */
            tenant: string;
            /**
             * @description Who made it, by name
             * @example Ada Lovelace
             */
            inviter: string | null;
            role: components["schemas"]["MemberRole"];
            /**
             * @description Who alone may use it; anybody when null
             * @example charles@example.com
             */
            email: string | null;
        };
        TokenDto: {
            /** @example kX3... */
            token: string;
        };
        RefreshDto: {
            /** @description Taken from the cookie when left out */
            refreshToken?: string;
        };
        SwitchDto: {
            /** @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e */
            tenantId: string;
        };
        ResetPasswordDto: {
            /**
             * @description At least 12 characters, or a good score
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description From a one-time link
             * @example kX3...
             */
            token: string;
        };
        ChangePasswordDto: {
            /** @example correct horse battery staple */
            currentPassword: string;
            /** @example purple monkey dishwasher */
            newPassword: string;
        };
        SessionView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its token was renewed last
             * @example 2026-11-24T09:30:00.000Z
             */
            rotatedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            expiresAt: string;
            /** @example Mozilla/5.0 */
            userAgent: string | null;
            /** @example 192.0.2.1 */
            ip: string | null;
            /** @description The one that asks */
            current: boolean;
        };
        OneTimeLink: {
            /**
             * @description What the link carries
             * @example kX3...
             */
            token: string;
            /** @example https://flows.example.com/reset-password#token=kX3... */
            link: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            expiresAt: string;
        };
        /**
         * @description All that it may do; everything of its role when null
         * @enum {string}
         */
        PermissionName: "self.read" | "self.write" | "tenant.read" | "tenant.write" | "tenant.create" | "tenant.delete" | "members.read" | "members.write" | "members.reset" | "apiKeys.read" | "apiKeys.write" | "audit.read" | "system.read" | "workflows.read" | "workflows.write" | "workflows.activate" | "workflows.run" | "comments.read" | "comments.write" | "executions.read" | "executions.write" | "credentials.read" | "credentials.write" | "views.read" | "views.write" | "nodes.read" | "nodes.options" | "expressions.evaluate" | "webhooks.read" | "webhooks.write" | "schedules.read" | "schedules.write";
        NewApiKey: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example nightly export */
            name: string;
            role: components["schemas"]["MemberRole"];
            /**
             * Format: uuid
             * @description Whom it acts for
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            userId: string;
            /**
             * @description How the key begins
             * @example orc_kX3p
             */
            hint: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Never, when null, as keys of before were made
             * @example 2026-11-24T09:30:00.000Z
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            lastUsedAt: string | null;
            /**
             * @description All that it may do; everything of its role when null
             * @example [
             *       "workflows.read",
             *       "executions.read"
             *     ]
             */
            permissions: components["schemas"]["PermissionName"][] | null;
            /**
             * @description Where it may be used from; from anywhere when empty
             * @example [
             *       "192.0.2.0/24"
             *     ]
             */
            addresses: string[];
            /**
             * Format: uuid
             * @description The key that made it, with which it goes
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            parentId: string | null;
            /**
             * @description The key itself, shown this once
             * @example orc_kX3p...
             */
            key: string;
        };
        CreateApiKeyDto: {
            /** @example nightly export */
            name: string;
            /**
             * @description No higher than your own, which is the default
             * @example editor
             * @enum {string}
             */
            role?: "viewer" | "editor" | "admin" | "owner";
            /**
             * @description Within 365 days; in 90 days, when left out
             * @example 2027-01-01T00:00:00Z
             */
            expiresAt?: string;
            /**
             * @description All that it may do, of what its role may; everything of its role when left out
             * @example [
             *       "workflows.read",
             *       "executions.read"
             *     ]
             */
            permissions?: components["schemas"]["PermissionName"][];
            /**
             * @description IP addresses and CIDR blocks that it may be used from; from anywhere when left out
             * @example [
             *       "192.0.2.0/24",
             *       "2001:db8::/32"
             *     ]
             */
            addresses?: string[];
        };
        ApiKeyView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example nightly export */
            name: string;
            role: components["schemas"]["MemberRole"];
            /**
             * Format: uuid
             * @description Whom it acts for
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            userId: string;
            /**
             * @description How the key begins
             * @example orc_kX3p
             */
            hint: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Never, when null, as keys of before were made
             * @example 2026-11-24T09:30:00.000Z
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            lastUsedAt: string | null;
            /**
             * @description All that it may do; everything of its role when null
             * @example [
             *       "workflows.read",
             *       "executions.read"
             *     ]
             */
            permissions: components["schemas"]["PermissionName"][] | null;
            /**
             * @description Where it may be used from; from anywhere when empty
             * @example [
             *       "192.0.2.0/24"
             *     ]
             */
            addresses: string[];
            /**
             * Format: uuid
             * @description The key that made it, with which it goes
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            parentId: string | null;
        };
        PermissionOfKeys: {
            name: components["schemas"]["PermissionName"];
            /** @description The weakest role that has it */
            role: components["schemas"]["MemberRole"];
        };
        NewInvitation: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * @description Who alone may use it; anybody when null
             * @example charles@example.com
             */
            email: string | null;
            role: components["schemas"]["MemberRole"];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            expiresAt: string;
            /** @example kX3... */
            token: string;
            /** @example https://flows.example.com/invitation#token=kX3... */
            link: string;
        };
        CreateInvitationDto: {
            /**
             * @example editor
             * @enum {string}
             */
            role: "viewer" | "editor" | "admin" | "owner";
            /**
             * @description Only this address may use it; anybody when left out
             * @example charles@example.com
             */
            email?: string;
        };
        InvitationView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * @description Who alone may use it; anybody when null
             * @example charles@example.com
             */
            email: string | null;
            role: components["schemas"]["MemberRole"];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            expiresAt: string;
        };
        Joined: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            tenantId: string;
            role: components["schemas"]["MemberRole"];
        };
        Me: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example ada@example.com */
            email: string;
            /** @example Ada Lovelace */
            name: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description The tenant of the access token
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            tenantId: string;
            role: components["schemas"]["MemberRole"];
        };
        ProfileDto: {
            /** @example Ada Lovelace */
            name: string;
        };
        /** @enum {string} */
        Colours: "light" | "dark" | "system";
        Preferences: {
            /**
             * @description The language of the app, as BCP 47 writes it
             * @example de
             */
            language?: string;
            /** @example dark */
            colours?: components["schemas"]["Colours"];
            /** @description Whether the tour of the first minute was taken, or ended */
            tourDone?: boolean;
        };
        CreateTenantDto: {
            /** @example Analytical Engines */
            name: string;
        };
        TenantView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * @description In addresses: /webhook/t/<slug>/...
             * @example engines
             */
            slug: string;
            /** @example Analytical Engines */
            name: string;
            /**
             * @description IANA zone of workflows that name none
             * @example Europe/London
             */
            timezone: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
        };
        ChangeTenantDto: {
            /** @example Analytical Engines */
            name?: string;
            /**
             * @description In addresses: /webhook/t/<slug>/...
             * @example engines
             */
            slug?: string;
            /**
             * @description IANA zone of workflows that name none
             * @example Europe/London
             */
            timezone?: string;
        };
        Member: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            userId: string;
            /** @example ada@example.com */
            email: string;
            /** @example Ada Lovelace */
            name: string;
            role: components["schemas"]["MemberRole"];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            joinedAt: string;
        };
        MemberRoleDto: {
            /**
             * @example editor
             * @enum {string}
             */
            role: "viewer" | "editor" | "admin" | "owner";
        };
        ChoiceView: {
            value: string | number | boolean;
            label: string;
            description?: string;
        };
        /** @enum {string} */
        ParameterKind: "string" | "number" | "boolean" | "options" | "multiOptions" | "dateTime" | "json" | "code" | "filter" | "assignments" | "collection" | "group" | "list" | "resource" | "workflow" | "any" | "notice";
        ParameterView: {
            kind: components["schemas"]["ParameterKind"];
            /** @example URL */
            label: string;
            /** @description One sentence under the field */
            description?: string;
            placeholder?: string;
            required?: boolean;
            /** @description Never an expression */
            literal?: boolean;
            /**
             * @description Read by the node itself, later than the others: names that its expressions see besides
             * @example [
             *       "$response"
             *     ]
             */
            deferred?: string[];
            /** @description Set by what is imported alone: a form shows it once something is set in it */
            legacy?: boolean;
            /** @description The value when none is given */
            default?: components["schemas"]["JsonValue"];
            /** @description Shown when every parameter named here has one of these values; `name` is one beside it, `/name` one at the top */
            show?: {
                [key: string]: components["schemas"]["JsonValue"][];
            };
            /** @description Hidden when any has */
            hide?: {
                [key: string]: components["schemas"]["JsonValue"][];
            };
            /** @description `options`, `multiOptions` */
            choices?: components["schemas"]["ChoiceView"][];
            /** @description Its choices are looked up: `POST nodes/:type/options` */
            load?: string;
            /** @description `string` */
            multiline?: boolean;
            /** @description `string`: goes in and never comes out */
            password?: boolean;
            /**
             * @description `string`: a name that is chosen from a list
             * @enum {string}
             */
            format?: "timezone";
            /**
             * @description `string`, `code`
             * @enum {string}
             */
            language?: "html" | "sql" | "json" | "javascript" | "python";
            /** @description `number` */
            min?: number;
            /** @description `number` */
            max?: number;
            /** @description `number`: whole numbers only */
            integer?: boolean;
            /**
             * @description `any`: how a person gives it; `none`: not at all
             * @enum {string}
             */
            control?: "text" | "lines" | "number" | "dateTime" | "none";
            /** @description `collection`: those that may be added; `group`: always there; `list`: of each entry */
            fields?: {
                [key: string]: components["schemas"]["ParameterView"];
            };
            /** @description `assignments`: the parameter that names the workflow which takes them */
            takenBy?: string;
            /** @description `multiOptions`: nearly always one is chosen, and at least one */
            usuallyOne?: boolean;
            /** @description `list`: what one entry is called */
            itemLabel?: string;
            /** @description `list`: the order matters */
            sortable?: boolean;
            /** @description `list`: an empty one is shown with its first entry, to be filled in */
            opened?: boolean;
            /**
             * @description `list`: the field by which entries are told apart
             * @example name
             */
            unique?: string;
            /** @description `resource`: how it may be named */
            modes?: ("list" | "id" | "url" | "name")[];
            /** @description `notice`: Markdown to be shown */
            text?: string;
        };
        NodeActionView: {
            /** @example Send an HTTP request */
            label: string;
            /** @description Filled in when it is chosen */
            parameters?: components["schemas"]["JsonObject"];
        };
        /** @enum {string} */
        NodeTypeGroup: "trigger" | "data" | "flow" | "network" | "code" | "ai" | "file" | "service";
        /** @enum {string} */
        NodeKind: "action" | "trigger" | "supplier";
        /**
         * @description How it starts runs
         * @enum {string}
         */
        TriggerKind: "manual" | "webhook" | "schedule" | "error" | "subworkflow" | "poll";
        /**
         * @description What its edges carry
         * @enum {string}
         */
        EdgeKind: "main" | "agent" | "chain" | "document" | "embedding" | "model" | "memory" | "parser" | "retriever" | "reranker" | "splitter" | "tool" | "vectorStore";
        PortLooks: {
            /** @description What its edges carry */
            kind: components["schemas"]["EdgeKind"];
            /**
             * @description What to write beside it
             * @example true
             */
            name?: string;
            /**
             * @description How many edges may end here; 0 for any number
             * @example 0
             */
            max: number;
            /**
             * @description The node does not work with nothing joined here
             * @example false
             */
            required: boolean;
            /**
             * @description The output that failing items take
             * @enum {boolean}
             */
            error?: true;
        };
        /**
         * @description What it does to the world outside; missing where that depends on the parameters
         * @enum {string}
         */
        Effect: "pure" | "idempotent" | "external";
        CredentialUse: {
            /** @example httpHeaderAuth */
            type: string;
            required?: boolean;
            /** @description Used when every parameter named here has one of these values */
            show?: {
                [key: string]: components["schemas"]["JsonValue"][];
            };
        };
        NodeView: {
            /** @example limit */
            type: string;
            /** @example 1 */
            version: number;
            /** @example Limit */
            label: string;
            /**
             * @description One sentence
             * @example Keep only the first or last items
             */
            summary: string;
            /** @description More words that people search for */
            keywords: string[];
            /** @description What it can do, as people look for it */
            actions: components["schemas"]["NodeActionView"][];
            /** @description Help in Markdown */
            docs?: string;
            group: components["schemas"]["NodeTypeGroup"];
            /**
             * @description Name of a Lucide icon
             * @example funnel
             */
            icon: string;
            kind: components["schemas"]["NodeKind"];
            /** @description How it starts runs */
            trigger?: components["schemas"]["TriggerKind"];
            /** @description Without parameters */
            inputs: components["schemas"]["PortLooks"][];
            /** @description Without parameters, and without the error output */
            outputs: components["schemas"]["PortLooks"][];
            /** @description Ports depend on the parameters: ask for them with `POST nodes/describe` */
            dynamicPorts: boolean;
            /** @description It says what it does in one line: ask for it with `POST nodes/describe` */
            subtitled: boolean;
            /** @description What it does to the world outside; missing where that depends on the parameters */
            effect?: components["schemas"]["Effect"];
            /** @description In the order in which they are shown */
            parameters: {
                [key: string]: components["schemas"]["ParameterView"];
            };
            credentials: components["schemas"]["CredentialUse"][];
        };
        NodeLooks: {
            /** @description Edges name them by place among those of their kind */
            inputs: components["schemas"]["PortLooks"][];
            outputs: components["schemas"]["PortLooks"][];
            /**
             * @description What it does here, in one line; empty when there is nothing to say
             * @example POST /orders
             */
            subtitle: string;
            /** @description How it starts runs */
            trigger?: components["schemas"]["TriggerKind"];
            /** @description What it does to the world outside */
            effect?: components["schemas"]["Effect"];
            /** @description Of a trigger: the `json` of an item as it could be met */
            example?: components["schemas"]["JsonObject"];
            /**
             * @description There is no such type here: the ports are a guess
             * @enum {boolean}
             */
            unknown?: true;
        };
        NodeToDescribe: {
            /** @example httpRequest */
            type: string;
            /**
             * @description Version of the node type
             * @example 1
             */
            version: number;
            /**
             * @description As the document holds them; expressions are not evaluated
             * @example {
             *       "method": "POST",
             *       "url": "https://shop.example/orders"
             *     }
             */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * @description `errorOutput` adds an output
             * @example errorOutput
             * @enum {string}
             */
            onError?: "stop" | "continue" | "errorOutput";
        };
        DescribeBody: {
            nodes: components["schemas"]["NodeToDescribe"][];
        };
        CallInput: {
            /** @example orderId */
            name: string;
            /**
             * @example number
             * @enum {string}
             */
            type: "any" | "string" | "number" | "boolean" | "array" | "object";
        };
        CallableWorkflow: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example Check the stock */
            name: string;
            /** @description Whether a version is live; else the newest is called */
            live: boolean;
            /**
             * @description Why it can not be called: no trigger for it, or its settings say who may. Null when it can
             * @enum {string|null}
             */
            refusal: "noTrigger" | "notAllowed" | null;
            /** @description The fields that it takes, in the version that is called; null when it takes whatever it is given */
            inputs: components["schemas"]["CallInput"][] | null;
        };
        /** @enum {string} */
        ExecutionStatus: "queued" | "running" | "waiting" | "success" | "error" | "cancelled" | "in_doubt";
        LastExecution: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            status: components["schemas"]["ExecutionStatus"];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            queuedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            finishedAt: string | null;
        };
        WorkflowPerson: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * @description Null of somebody who has left
             * @example Ada Lovelace
             */
            name: string | null;
        };
        ListedWorkflow: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example New order to warehouse */
            name: string;
            /**
             * @description The version shown: the newest, unless another was asked for
             * @example 3
             */
            version: number;
            /**
             * @description The version that is live
             * @example 3
             */
            activeVersion: number | null;
            /**
             * @description The number of the live version among those that were ever live, as people are told it
             * @example 2
             */
            liveNumber: number | null;
            active: boolean;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            folderId: string | null;
            tags: string[];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            updatedAt: string;
            /**
             * @description What starts it, in the version that is live, else in the newest
             * @example [
             *       "webhook"
             *     ]
             */
            triggers: components["schemas"]["TriggerKind"][];
            /**
             * @description Of that version
             * @example 12
             */
            nodeCount: number;
            /** @description In earnest; null when it never ran so */
            lastExecution: components["schemas"]["LastExecution"] | null;
            /** @description By hand; null when nobody tried it */
            lastTest: components["schemas"]["LastExecution"] | null;
            /** @description Null when the system made it */
            createdBy: components["schemas"]["WorkflowPerson"] | null;
            /** @description Null when the system changed it */
            updatedBy: components["schemas"]["WorkflowPerson"] | null;
        };
        WorkflowStats: {
            /** @example 42 */
            total: number;
            /** @example 30 */
            live: number;
            /**
             * @description Live, with a newer version that is not
             * @example 3
             */
            changed: number;
            /**
             * @description Whose last run in earnest failed, or is in doubt
             * @example 2
             */
            failing: number;
            /**
             * @description That never ran in earnest
             * @example 5
             */
            neverRan: number;
        };
        TagUse: {
            /** @example shop */
            tag: string;
            /**
             * @description Workflows that carry it
             * @example 7
             */
            count: number;
        };
        BulkResult: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            ok: boolean;
            /**
             * @description Why not, for programs
             * @example execution.not_failed
             */
            code?: string;
            /** @description Why not, for people */
            message?: string;
        };
        BulkAnswer: {
            items: components["schemas"]["BulkResult"][];
        };
        WorkflowBulkBody: {
            /**
             * @example activate
             * @enum {string}
             */
            action: "activate" | "deactivate" | "delete" | "move" | "tag" | "untag";
            /**
             * @example [
             *       "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e"
             *     ]
             */
            ids: string[];
            /** @description With `move`: the folder to move them to; out of any when null */
            folderId?: string | null;
            /**
             * @description With `tag` and `untag`: the tags to add, or to take away
             * @example [
             *       "shop"
             *     ]
             */
            tags?: string[];
        };
        Workflow: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example New order to warehouse */
            name: string;
            /**
             * @description The version shown: the newest, unless another was asked for
             * @example 3
             */
            version: number;
            /**
             * @description The version that is live
             * @example 3
             */
            activeVersion: number | null;
            /**
             * @description The number of the live version among those that were ever live, as people are told it
             * @example 2
             */
            liveNumber: number | null;
            active: boolean;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            folderId: string | null;
            tags: string[];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            updatedAt: string;
            /** @enum {number} */
            formatVersion: 1;
            description?: string;
            nodes: components["schemas"]["WorkflowNode"][];
            edges: components["schemas"]["Edge"][];
            settings: components["schemas"]["WorkflowSettings"];
            /** @description Pinned data: node id to items of output 0 */
            pins?: {
                [key: string]: components["schemas"]["Item"][];
            };
            notes?: components["schemas"]["StickyNote"][];
            groups?: components["schemas"]["NodeGroup"][];
        };
        NewWorkflowBody: {
            /**
             * @default 1
             * @enum {number}
             */
            formatVersion?: 1;
            /** @example New order to warehouse */
            name: string;
            description?: string;
            nodes: components["schemas"]["WorkflowNode"][];
            edges: components["schemas"]["Edge"][];
            settings?: components["schemas"]["WorkflowSettings"];
            pins?: {
                [key: string]: components["schemas"]["Item"][];
            };
            notes?: components["schemas"]["StickyNote"][];
            groups?: components["schemas"]["NodeGroup"][];
            tags?: string[];
        };
        UnsupportedNode: {
            /**
             * @description Name of the node
             * @example Slack
             */
            node: string;
            /** @example n8n-nodes-base.slack */
            type: string;
            /**
             * @description What nodes of this type are called
             * @example Slack
             */
            label: string;
            why: string;
        };
        ImportReportView: {
            /** @description Nodes of the file, sticky notes included */
            nodes: number;
            /** @description Nodes that became placeholders */
            unsupported: components["schemas"]["UnsupportedNode"][];
            /** @description What was changed, left out, or is still to be done */
            warnings: string[];
        };
        ImportedWorkflow: {
            workflow: components["schemas"]["Workflow"];
            report: components["schemas"]["ImportReportView"];
        };
        FetchedText: {
            /** @description JSON that may hold a workflow, or several: not looked into yet */
            text: string;
        };
        FetchBody: {
            /**
             * @description Of its JSON, or of the page about it on GitHub or in n8n’s gallery
             * @example https://github.com/ada/flows/blob/main/orders.json
             */
            url: string;
        };
        TranslatedWorkflow: {
            document: components["schemas"]["WorkflowDocument"];
            report: components["schemas"]["ImportReportView"];
        };
        FaultParameter: {
            /** @example fields[0].value */
            path: string;
            /**
             * @description What people know it by, in English
             * @example Fields 1 › Value
             */
            label?: string;
        };
        FaultExpression: {
            /**
             * @description What stands there, or the part of it around the fault
             * @example ={{ $json.id + }}
             */
            text: string;
            /**
             * @description Where in the text the fault begins
             * @example 14
             */
            from?: number;
            /**
             * @description Where it ends
             * @example 15
             */
            to?: number;
        };
        FaultView: {
            /**
             * @description Name of the node; missing when it is about the whole document
             * @example If
             */
            node?: string;
            /**
             * @description Within the node when there is one (`parameters.url`), else within the document (`edges[3].to`)
             * @example parameters.url
             */
            field: string;
            /**
             * @description For programs
             * @example parameter.required
             */
            rule: string;
            /**
             * @description What is wrong and what to do
             * @example "URL" has to be given.
             */
            message: string;
            /**
             * @description An error stops the workflow from going live, a warning does not
             * @enum {string}
             */
            severity: "error" | "warning";
            /** @description The parameter, as an error of a run names it */
            parameter?: components["schemas"]["FaultParameter"];
            /** @description The expression in which the fault is */
            expression?: components["schemas"]["FaultExpression"];
        };
        ValidationAnswer: {
            /** @description No fault stops it from going live */
            ready: boolean;
            /** @description The first 200 */
            items: components["schemas"]["FaultView"][];
        };
        ValidateBody: {
            /** @description As it would be saved */
            document: components["schemas"]["NewWorkflowBody"];
        };
        SaveWorkflowBody: {
            /**
             * @default 1
             * @enum {number}
             */
            formatVersion?: 1;
            /** @example New order to warehouse */
            name: string;
            description?: string;
            nodes: components["schemas"]["WorkflowNode"][];
            edges: components["schemas"]["Edge"][];
            settings?: components["schemas"]["WorkflowSettings"];
            pins?: {
                [key: string]: components["schemas"]["Item"][];
            };
            notes?: components["schemas"]["StickyNote"][];
            groups?: components["schemas"]["NodeGroup"][];
            tags?: string[];
            /**
             * @description The version that the change is based on
             * @example 1
             */
            version: number;
        };
        WorkflowFacts: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example New order to warehouse */
            name: string;
            /**
             * @description The version shown: the newest, unless another was asked for
             * @example 3
             */
            version: number;
            /**
             * @description The version that is live
             * @example 3
             */
            activeVersion: number | null;
            /**
             * @description The number of the live version among those that were ever live, as people are told it
             * @example 2
             */
            liveNumber: number | null;
            active: boolean;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            folderId: string | null;
            tags: string[];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            updatedAt: string;
        };
        PlaceBody: {
            /** @description The folder to move it to; to the top when null */
            folderId?: string | null;
            /**
             * @example [
             *       "shop",
             *       "nightly"
             *     ]
             */
            tags?: string[];
        };
        DuplicateBody: {
            /**
             * @description That of the original with “(copy)” when left out
             * @example Orders, new
             */
            name?: string;
            /** @description That of the original when left out; no folder when null */
            folderId?: string | null;
        };
        WebhookAddress: {
            /**
             * @description Name of the node
             * @example Webhook
             */
            node: string;
            /** @example POST */
            method: string;
            /**
             * @description Where it is called
             * @example http://127.0.0.1:3000/webhook/orders
             */
            url: string;
            /** @description Whether the plain path could be had where tenants share an origin */
            free: boolean;
            /** @description For people */
            note?: string;
        };
        ActivatedWorkflow: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example New order to warehouse */
            name: string;
            /**
             * @description The version shown: the newest, unless another was asked for
             * @example 3
             */
            version: number;
            /**
             * @description The version that is live
             * @example 3
             */
            activeVersion: number | null;
            /**
             * @description The number of the live version among those that were ever live, as people are told it
             * @example 2
             */
            liveNumber: number | null;
            active: boolean;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            folderId: string | null;
            tags: string[];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            updatedAt: string;
            /** @description Where it is called */
            webhooks?: components["schemas"]["WebhookAddress"][];
        };
        VersionBody: {
            /**
             * @description The version; the newest when left out
             * @example 3
             */
            version?: number;
        };
        Person: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example Ada Lovelace */
            name: string;
        };
        VersionFacts: {
            /** @example 3 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description The user; null when the system saved it
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            createdBy: string | null;
            /** @description The same by name; null when they are no member any more */
            author: components["schemas"]["Person"] | null;
            live: boolean;
            /**
             * @description Its number among the versions that were ever live, given when it first was; null when it never was
             * @example 2
             */
            liveNumber: number | null;
            /**
             * @description What somebody calls it
             * @example before the sale
             */
            label: string | null;
            /** @description It was live, or something ran it */
            kept: boolean;
            /** @description Saved by itself while somebody worked on it */
            autosaved: boolean;
        };
        LabelBody: {
            /** @example before the sale */
            label: string | null;
        };
        CommentView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @description null when they are no member any more */
            author: components["schemas"]["Person"] | null;
            /**
             * @description Markdown; empty when it was deleted
             * @example Why twice?
             */
            text: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            editedAt: string | null;
            /** @description It was deleted, and stays for the replies to it */
            deleted: boolean;
        };
        CommentThread: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @description null when they are no member any more */
            author: components["schemas"]["Person"] | null;
            /**
             * @description Markdown; empty when it was deleted
             * @example Why twice?
             */
            text: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            editedAt: string | null;
            /** @description It was deleted, and stays for the replies to it */
            deleted: boolean;
            /** @description The node it is about; null for the whole workflow */
            nodeId: string | null;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            resolvedAt: string | null;
            resolvedBy: components["schemas"]["Person"] | null;
            /** @description Oldest first */
            replies: components["schemas"]["CommentView"][];
        };
        OpenThreads: {
            /** @description null for the whole workflow */
            nodeId: string | null;
            /** @example 2 */
            open: number;
        };
        CommentCounts: {
            items: components["schemas"]["OpenThreads"][];
        };
        NewComment: {
            /**
             * @description Markdown
             * @example Why twice?
             */
            text: string;
            /** @description The node it is about; the whole workflow when left out */
            nodeId?: string;
            /** @description The thread it replies to */
            parentId?: string;
        };
        CommentText: {
            /**
             * @description Markdown
             * @example Why twice?
             */
            text: string;
        };
        FolderView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            parentId: string | null;
            /** @example Shop */
            name: string;
        };
        FolderBody: {
            /** @example Shop */
            name: string;
            /** @description The folder it lies in; at the top when null */
            parentId?: string | null;
        };
        TemplateView: {
            /** @example order-intake */
            id: string;
            /** @example Take an order, check it, answer */
            title: string;
            /** @example A webhook takes an order and answers. */
            description: string;
            /**
             * @description What can be learnt from it
             * @example [
             *       "Webhook",
             *       "If"
             *     ]
             */
            shows: string[];
            /**
             * @example [
             *       "webhook"
             *     ]
             */
            tags: string[];
            document: components["schemas"]["WorkflowDocument"];
        };
        TemplatesAnswer: {
            items: components["schemas"]["TemplateView"][];
        };
        CredentialTypeView: {
            /** @example httpHeaderAuth */
            type: string;
            /** @example Header auth */
            label: string;
            /** @description One sentence */
            summary: string;
            /**
             * @description Name of a Lucide icon
             * @example key-round
             */
            icon: string;
            /** @description Whether it signs calls of services, so that it needs hosts that it may be sent to */
            signsCalls: boolean;
            /**
             * @description Hosts that a new one is for, unless it is told so
             * @example []
             */
            hosts: string[];
            /** @description Fields, in order */
            parameters: {
                [key: string]: components["schemas"]["ParameterView"];
            };
        };
        CredentialProof: {
            /** @description It was taken; `false`: it was refused */
            ok: boolean;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            at: string;
            /**
             * @example run
             * @enum {string}
             */
            by: "test" | "run";
            /**
             * @description For people
             * @example The service at api.example.com answered 200.
             */
            message: string;
        };
        CredentialView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example Warehouse */
            name: string;
            /** @example httpHeaderAuth */
            type: string;
            /** @description Fields that are no secret */
            data: components["schemas"]["JsonObject"];
            /**
             * @description Hosts that it may be sent to. Empty: the first host that it is sent to becomes the only one
             * @example [
             *       "api.example.com"
             *     ]
             */
            allowedHosts: string[];
            /**
             * @description How many workflows name it, live or in their newest version
             * @example 2
             */
            usedBy: number;
            /** @description What the last call with it showed; `null` until one did, and again when its fields change */
            proof: components["schemas"]["CredentialProof"] | null;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            updatedAt: string;
        };
        NewCredentialBody: {
            /**
             * @description Hosts that it may be sent to: api.example.com, *.example.com, example.com:8443, http://intranet, * for any, none. Empty or left out: the first host that it is sent to becomes the only one
             * @example [
             *       "api.example.com"
             *     ]
             */
            allowedHosts?: string[];
            /** @example Warehouse */
            name: string;
            /** @example httpHeaderAuth */
            type: string;
            /**
             * @example {
             *       "name": "X-Api-Key",
             *       "value": "k-123"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
        };
        CredentialBulkBody: {
            /**
             * @example delete
             * @enum {string}
             */
            action: "delete";
            /**
             * @example [
             *       "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e"
             *     ]
             */
            ids: string[];
        };
        CredentialTestResult: {
            /** @description `null` where no call could show it */
            ok: boolean | null;
            /**
             * @description For people
             * @example It works.
             */
            message: string;
        };
        CredentialTrial: {
            /**
             * @description Hosts that it may be sent to: api.example.com, *.example.com, example.com:8443, http://intranet, * for any, none. Empty or left out: the first host that it is sent to becomes the only one
             * @example [
             *       "api.example.com"
             *     ]
             */
            allowedHosts?: string[];
            /** @example Warehouse */
            name?: string;
            /**
             * @description Fields to change; those left out, secrets among them, stay as they are
             * @example {
             *       "value": "k-456"
             *     }
             */
            data?: {
                [key: string]: unknown;
            };
            /**
             * @description Of a new one
             * @example httpHeaderAuth
             */
            type?: string;
        };
        UsingWorkflow: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example New orders */
            name: string;
            /** @description Whether a version of it is live */
            active: boolean;
        };
        CredentialBody: {
            /**
             * @description Hosts that it may be sent to: api.example.com, *.example.com, example.com:8443, http://intranet, * for any, none. Empty or left out: the first host that it is sent to becomes the only one
             * @example [
             *       "api.example.com"
             *     ]
             */
            allowedHosts?: string[];
            /** @example Warehouse */
            name?: string;
            /**
             * @description Fields to change; those left out, secrets among them, stay as they are
             * @example {
             *       "value": "k-456"
             *     }
             */
            data?: {
                [key: string]: unknown;
            };
        };
        ExecutionBucket: {
            /**
             * Format: date-time
             * @description When it begins
             * @example 2026-11-24T09:30:00.000Z
             */
            at: string;
            succeeded: number;
            failed: number;
            /** @description Still going, cancelled or in doubt */
            others: number;
        };
        ExecutionStats: {
            /** @description Runs in earnest; all other figures are of these */
            total: number;
            /** @description Runs by hand, and what they called or what ran them again */
            tests: number;
            failed: number;
            running: number;
            waiting: number;
            inDoubt: number;
            /** @description 95 of 100 ended within so many milliseconds; null when none has ended */
            p95Ms: number | null;
            /** @description Oldest first, all of one length */
            buckets: components["schemas"]["ExecutionBucket"][];
            /** @description There were more than are counted: only the newest are */
            truncated: boolean;
        };
        BulkBody: {
            /**
             * @example retry
             * @enum {string}
             */
            action: "retry" | "replay" | "cancel" | "delete";
            /**
             * @example [
             *       "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e"
             *     ]
             */
            ids: string[];
        };
        StepSource: {
            /**
             * @description Name of the node
             * @example Webhook
             */
            node: string;
            /** @example 0 */
            output: number;
            /**
             * @description Which run of that node
             * @example 0
             */
            run: number;
        };
        /** @enum {string} */
        StepStatus: "success" | "error" | "waiting";
        StepTryView: {
            /** @description When it failed, in epoch milliseconds */
            at: number;
            /** @description Milliseconds */
            took: number;
            error: components["schemas"]["ItemError"];
        };
        /** @enum {string} */
        LogLevel: "debug" | "info" | "warn" | "error";
        StepLogLine: {
            level: components["schemas"]["LogLevel"];
            /** @example total is 42 */
            text: string;
            /** @description Place of the item that the code ran for */
            item?: number;
        };
        StepView: {
            /** @description Place in the order of execution; 0 is the trigger */
            index: number;
            status: components["schemas"]["StepStatus"];
            /** @description Per input; null where nothing came */
            sources: (components["schemas"]["StepSource"] | null)[];
            /** @description Items of each output */
            outputs: components["schemas"]["Item"][][];
            error?: components["schemas"]["ItemError"];
            /** @description Epoch milliseconds */
            startedAt: number;
            /** @description Epoch milliseconds */
            finishedAt: number;
            /** @description Attempts that failed before the last one */
            tries?: components["schemas"]["StepTryView"][];
            /** @description What it wrote down, in all its attempts */
            logs?: components["schemas"]["StepLogLine"][];
            /** @description Taken over from the execution that this one builds on: it did not run again */
            kept?: boolean;
            /** @description Taken over although the node, or one before it, has changed since it ran */
            stale?: boolean;
        };
        /**
         * @description What started it
         * @enum {string}
         */
        RunMode: "manual" | "webhook" | "schedule" | "poll" | "form" | "chat" | "subworkflow" | "error" | "api" | "retry" | "cli";
        ExecutionSummary: {
            /** @description Steps that have ended */
            steps: number;
            /**
             * @description Name of the node that it is at, or failed at
             * @example Wait
             */
            node?: string;
            /**
             * @description What that waits for
             * @enum {string}
             */
            waitsFor?: "subworkflows" | "call" | "time" | "retry";
            /** @description Attempts of a step that is tried again */
            failures?: number;
        };
        /** @enum {string} */
        WaitsFor: "subworkflows" | "call" | "time" | "retry";
        ResumeCall: {
            /** @example POST */
            method: string;
            /** @example https://flows.example/webhook-waiting/01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e/0-4f9d2b7a5c1e8036aa94d7e2c05b61f3 */
            url: string;
            /** @description The caller has to show a credential */
            authenticated: boolean;
        };
        ExecutionWait: {
            /**
             * @description Name of the node
             * @example Wait
             */
            node: string;
            /**
             * @description Place that the step has in the order of execution
             * @example 3
             */
            step: number;
            for: components["schemas"]["WaitsFor"];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            since: string;
            /**
             * Format: date-time
             * @description When it goes on by itself; null when it does not
             * @example 2026-11-24T09:30:00.000Z
             */
            until: string | null;
            /** @description The call that lets it go on; only for those who may let runs go on */
            call?: components["schemas"]["ResumeCall"];
        };
        RelatedExecution: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            workflowId: string;
            /** @description null when the workflow is gone */
            workflowName: string | null;
            /**
             * @description The version that it runs
             * @example 3
             */
            version: number;
            /**
             * @description The number of that version among those that were ever live; null when it never was, or is gone
             * @example 2
             */
            liveNumber: number | null;
            status: components["schemas"]["ExecutionStatus"];
            /** @description What started it */
            mode: components["schemas"]["RunMode"];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            queuedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            finishedAt: string | null;
            error: components["schemas"]["ItemError"] | null;
            /**
             * Format: uuid
             * @description The execution that it runs again
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            retryOf: string | null;
        };
        ChildExecution: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            workflowId: string;
            /** @description null when the workflow is gone */
            workflowName: string | null;
            /**
             * @description The version that it runs
             * @example 3
             */
            version: number;
            /**
             * @description The number of that version among those that were ever live; null when it never was, or is gone
             * @example 2
             */
            liveNumber: number | null;
            status: components["schemas"]["ExecutionStatus"];
            /** @description What started it */
            mode: components["schemas"]["RunMode"];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            queuedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            finishedAt: string | null;
            error: components["schemas"]["ItemError"] | null;
            /**
             * Format: uuid
             * @description The execution that it runs again
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            retryOf: string | null;
            /**
             * @description Name of the node that started it
             * @example Call warehouse
             */
            node: string;
            /**
             * @description Place of that step in the order of execution
             * @example 2
             */
            step: number;
            /** @description Whether the step waits, or waited, for its result */
            wait: boolean;
        };
        ExecutionDetail: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            workflowId: string;
            /** @description null when the workflow is gone */
            workflowName: string | null;
            /**
             * @description The version that it runs
             * @example 3
             */
            version: number;
            /**
             * @description The number of that version among those that were ever live; null when it never was, or is gone
             * @example 2
             */
            liveNumber: number | null;
            status: components["schemas"]["ExecutionStatus"];
            /** @description What started it */
            mode: components["schemas"]["RunMode"];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            queuedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            finishedAt: string | null;
            /**
             * Format: date-time
             * @description When a waiting run goes on by itself
             * @example 2026-11-24T09:30:00.000Z
             */
            wakeAt: string | null;
            error: components["schemas"]["ItemError"] | null;
            /** @description null when it has succeeded */
            summary: components["schemas"]["ExecutionSummary"] | null;
            /**
             * Format: uuid
             * @description The execution that it runs again
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            retryOf: string | null;
            /** @description Started by hand, or by a run that was: figures leave it out */
            isTest: boolean;
            /**
             * Format: uuid
             * @description The execution that called it
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            parentId: string | null;
            /** @description Somebody asked it to stop */
            cancelRequested: boolean;
            /** @description Runs of each node, by the name of the node */
            runs: {
                [key: string]: components["schemas"]["StepView"][];
            };
            /** @description Name of the node that ran last */
            lastNode?: string;
            /** @description What the workflow noted of its run */
            customData: {
                [key: string]: string;
            };
            /** @description What it waits for */
            waiting: components["schemas"]["ExecutionWait"] | null;
            /** @description Attempts of the step that is being tried, so far */
            tries?: components["schemas"]["StepTryView"][];
            /** @description What the step that is being tried wrote down so far */
            logs?: components["schemas"]["StepLogLine"][];
            /** @description This execution with those that run it again and that it runs again, oldest first */
            attempts: components["schemas"]["RelatedExecution"][];
            /** @description The execution that called it */
            parent: components["schemas"]["RelatedExecution"] | null;
            /** @description Runs of sub-workflows that it started: the first 200 */
            children: components["schemas"]["ChildExecution"][];
            /** @description How many runs of sub-workflows it asked for */
            childCount: number;
        };
        Started: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            executionId: string;
        };
        RunBody: {
            /**
             * @description Items, or the `json` of items, that the start node gives
             * @example [
             *       {
             *         "json": {
             *           "id": 1
             *         }
             *       }
             *     ]
             */
            input?: components["schemas"]["JsonValue"][];
            /** @description In place of `input`: an earlier execution of this workflow, whose trigger’s items the start node gives */
            inputFrom?: string;
            /** @description Name or id of the node to start at; the manual trigger, or the first one, when left out */
            startNode?: string;
            /** @description Name or id of the node to stop at. It always runs, and of those before it the ones that have no data. A run that does not reach it fails with `run.targetNotReached` */
            toNode?: string;
            /** @description An earlier execution of this workflow. With `toNode`, nodes that have not changed since keep what they gave there; with `startNode`, all before it do */
            fromExecution?: string;
            /**
             * @description Use pinned data in place of running pinned nodes
             * @default false
             */
            pins?: boolean;
            /** @description `draft` (the default for a person), `live` (the default for an API key), or the number of a version */
            version?: ("draft" | "live") | number;
            /**
             * @description Answer with the finished execution
             * @default false
             */
            wait?: boolean;
        };
        LastCall: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            executionId: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            at: string;
            mode: components["schemas"]["RunMode"];
            status: components["schemas"]["ExecutionStatus"];
            /**
             * @description The version that it ran
             * @example 3
             */
            version: number;
            /**
             * @description How many items the trigger was given
             * @example 1
             */
            itemCount: number;
        };
        LastCallAnswer: {
            call: components["schemas"]["LastCall"] | null;
        };
        ExecutionView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            workflowId: string;
            /** @description null when the workflow is gone */
            workflowName: string | null;
            /**
             * @description The version that it runs
             * @example 3
             */
            version: number;
            /**
             * @description The number of that version among those that were ever live; null when it never was, or is gone
             * @example 2
             */
            liveNumber: number | null;
            status: components["schemas"]["ExecutionStatus"];
            /** @description What started it */
            mode: components["schemas"]["RunMode"];
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            queuedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            finishedAt: string | null;
            /**
             * Format: date-time
             * @description When a waiting run goes on by itself
             * @example 2026-11-24T09:30:00.000Z
             */
            wakeAt: string | null;
            error: components["schemas"]["ItemError"] | null;
            /** @description null when it has succeeded */
            summary: components["schemas"]["ExecutionSummary"] | null;
            /**
             * Format: uuid
             * @description The execution that it runs again
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            retryOf: string | null;
            /** @description Started by hand, or by a run that was: figures leave it out */
            isTest: boolean;
            /**
             * Format: uuid
             * @description The execution that called it
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            parentId: string | null;
            /** @description Somebody asked it to stop */
            cancelRequested: boolean;
        };
        StepItem: {
            /**
             * @description Which input or output
             * @example 0
             */
            port: number;
            item: components["schemas"]["Item"];
        };
        RetryBody: {
            /** @description `same` (the default: the one that it ran), `live`, `draft`, or the number of a version. Any but `same` needs `workflows.run` too */
            version?: ("same" | "live" | "draft") | number;
        };
        ReplayBody: {
            /** @description `same` (the default: the one that it ran), `live`, `draft`, or the number of a version. Any but `same` needs `workflows.run` too */
            version?: ("same" | "live" | "draft") | number;
            /** @description Name or id of the node to begin at; the trigger when left out */
            fromNode?: string;
            /**
             * @description Items to begin with, in place of those of the execution
             * @example [
             *       {
             *         "json": {
             *           "id": 1
             *         }
             *       }
             *     ]
             */
            input?: components["schemas"]["JsonValue"][];
        };
        AnswerBody: {
            /**
             * @description `again` runs the step once more, `done` takes it as done, `stop` ends the run
             * @enum {string}
             */
            answer: "again" | "done" | "stop";
            /**
             * @description With `done`: the items that the step gave; those that went into it when left out
             * @example [
             *       {
             *         "json": {
             *           "sent": true
             *         }
             *       }
             *     ]
             */
            items?: components["schemas"]["JsonValue"][];
        };
        ResumeBody: {
            /**
             * @description Where it waits for a call: what the call would have brought. Left out, it goes on as if its time had passed
             * @example [
             *       {
             *         "json": {
             *           "approved": true
             *         }
             *       }
             *     ]
             */
            items?: components["schemas"]["JsonValue"][];
        };
        StorageUsage: {
            /**
             * @description Bytes of the data of executions
             * @example 73400320
             */
            executionBytes: number;
            /**
             * @description Bytes of files
             * @example 10485760
             */
            fileBytes: number;
            /** @example 10737418240 */
            limitBytes: number;
        };
        DocumentUsage: {
            /**
             * @description Bytes of versions of workflows, of comments and of the audit
             * @example 2097152
             */
            usedBytes: number;
            /**
             * @description Bytes of the audit alone, which nothing makes less
             * @example 81920
             */
            auditBytes: number;
            /** @example 1073741824 */
            limitBytes: number;
        };
        AnswerUsage: {
            /**
             * @description Bytes of answers kept for a day for an Idempotency-Key
             * @example 20480
             */
            usedBytes: number;
            /** @example 268435456 */
            limitBytes: number;
        };
        QueueUsage: {
            /** @example 3 */
            count: number;
            /** @example 100000 */
            limit: number;
        };
        UsageLimit: {
            /** @example 50 */
            limit: number;
        };
        Usage: {
            storage: components["schemas"]["StorageUsage"];
            documents: components["schemas"]["DocumentUsage"];
            keptAnswers: components["schemas"]["AnswerUsage"];
            queuedRuns: components["schemas"]["QueueUsage"];
            /** @description Of each process */
            runsAtOnce: components["schemas"]["UsageLimit"];
            /** @description Of each process */
            callsPerSecond: components["schemas"]["UsageLimit"];
        };
        WebhookWorkflow: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /** @example New orders */
            name: string;
            /**
             * @description The live version
             * @example 3
             */
            version: number;
        };
        WebhookView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            workflow: components["schemas"]["WebhookWorkflow"];
            /** @example a1 */
            nodeId: string;
            /** @example POST */
            method: string;
            /** @example http://127.0.0.1:3000/webhook/orders */
            url: string;
            /** @description Whether the plain path leads here */
            free: boolean;
            /** @description For people */
            note?: string;
            /**
             * @description Works whoever holds the plain path
             * @example http://127.0.0.1:3000/webhook/t/engines/orders
             */
            tenantUrl: string;
        };
        AddressFacts: {
            /**
             * @description Where it is called once it is live
             * @example http://127.0.0.1:3000/webhook/orders
             */
            url: string;
            /** @example http://127.0.0.1:3000/webhook-test/orders */
            testUrl: string;
            /** @description Whether the plain path could be had */
            free: boolean;
            /** @description For people */
            note?: string;
        };
        HeldPath: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * @description In lower case; all spellings of it are held
             * @example orders
             */
            segment: string;
            /** @description Something is live, or listens, at it */
            used: boolean;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            since: string;
            /**
             * Format: date-time
             * @description When others may have it, unless it is used before; null while it is used
             * @example 2026-11-24T09:30:00.000Z
             */
            keptUntil: string | null;
        };
        ArmedWebhook: {
            /**
             * @description Name of the node
             * @example Webhook
             */
            node: string;
            /**
             * @description With the method, what tells it apart: names and paths change
             * @example a1
             */
            nodeId: string;
            /** @example POST */
            method: string;
            /** @example http://127.0.0.1:3000/webhook-test/orders */
            url: string;
            /**
             * @description The path of the same at the app's own host, for a page of the app, which calls no other
             * @example /webhook-test/orders
             */
            appPath: string;
            /**
             * Format: uuid
             * @description The id that the execution of the call will have: ask for it, or for its events, until it is there
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            executionId: string;
        };
        Listening: {
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            until: string;
            webhooks: components["schemas"]["ArmedWebhook"][];
        };
        /** @enum {string} */
        EvaluationKind: "value" | "undefined" | "error";
        MendView: {
            /**
             * @description For people
             * @example Did you mean "total"?
             */
            label: string;
            /**
             * @description What is between here
             * @example 9
             */
            from: number;
            /**
             * @description and here
             * @example 14
             */
            to: number;
            /**
             * @description is replaced by this
             * @example .total
             */
            insert: string;
        };
        HintView: {
            /**
             * @description For programs
             * @example expression.unknown-field
             */
            code: string;
            /**
             * @description For people
             * @example $json has no field "totl". It has "total".
             */
            message: string;
            /**
             * @description Index in the text, its leading `=` included
             * @example 10
             */
            from: number;
            /**
             * @description Index behind its last character
             * @example 14
             */
            to: number;
            mend?: components["schemas"]["MendView"];
        };
        EvaluationView: {
            kind: components["schemas"]["EvaluationKind"];
            /** @description With `value` */
            result?: components["schemas"]["JsonValue"];
            /** @description With `error`: what is wrong, for people */
            message?: string;
            /**
             * @description With `error`: for programs
             * @example expression.syntax
             */
            code?: string;
            /** @description Where it goes wrong: with an error, with nothing, and with a text in which a part gives nothing */
            hints: components["schemas"]["HintView"][];
        };
        EvaluateBody: {
            /**
             * @description Items, or the `json` of items; when left out those that went into `node`, by the execution or by pinned data
             * @example [
             *       {
             *         "json": {
             *           "price": 21
             *         }
             *       }
             *     ]
             */
            items?: components["schemas"]["JsonValue"][];
            /**
             * @description The item that `$json` is
             * @default 0
             * @example 0
             */
            itemIndex?: number;
            /** @description A draft that is not saved; its pinned data is seen in place of what ran */
            document?: components["schemas"]["NewWorkflowBody"];
            /**
             * @description A workflow, whose saved draft says what nodes there are
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            workflowId?: string;
            /**
             * @description An execution, whose data `$("Node")` shows
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            executionId?: string;
            /**
             * @description Name or id of the node that the text belongs to
             * @example Edit Fields
             */
            node?: string;
            /**
             * @description As a parameter holds it, with its leading `=`
             * @example ={{ $json.price * 2 }}
             */
            expression: string;
        };
        EvaluationsAnswer: {
            items: components["schemas"]["EvaluationView"][];
        };
        EvaluateManyBody: {
            /**
             * @description Items, or the `json` of items; when left out those that went into `node`, by the execution or by pinned data
             * @example [
             *       {
             *         "json": {
             *           "price": 21
             *         }
             *       }
             *     ]
             */
            items?: components["schemas"]["JsonValue"][];
            /**
             * @description The item that `$json` is
             * @default 0
             * @example 0
             */
            itemIndex?: number;
            /** @description A draft that is not saved; its pinned data is seen in place of what ran */
            document?: components["schemas"]["NewWorkflowBody"];
            /**
             * @description A workflow, whose saved draft says what nodes there are
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            workflowId?: string;
            /**
             * @description An execution, whose data `$("Node")` shows
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            executionId?: string;
            /**
             * @description Name or id of the node that the text belongs to
             * @example Edit Fields
             */
            node?: string;
            /**
             * @description As parameters hold them
             * @example [
             *       "={{ $json.price * 2 }}",
             *       "={{ $now }}"
             *     ]
             */
            expressions: string[];
        };
        ChoicesAnswer: {
            items: components["schemas"]["ChoiceView"][];
        };
        OptionsBody: {
            /**
             * @description Name of the parameter, with dots to one in a group
             * @example by
             */
            parameter: string;
            /** @description The parameters so far */
            parameters?: components["schemas"]["JsonObject"];
            /** @description The credentials so far, by type */
            credentials?: {
                [key: string]: components["schemas"]["CredentialRef"];
            };
            /**
             * @description Only choices with this in their name
             * @example fie
             */
            search?: string;
            /**
             * @description Version of the node type
             * @default 1
             * @example 1
             */
            version?: number;
        };
        CronRule: {
            /** @enum {string} */
            kind: "cron";
            /**
             * @description Five fields, or six with the seconds first
             * @example 0 30 8 * * 1-5
             */
            expression: string;
            /** @description So many hours from one time to the next */
            everyHours?: number;
            /** @description Only every so many days, counted from the first */
            everyDays?: number;
            /** @description Only every so many weeks, counted from the first */
            everyWeeks?: number;
            /** @description Only every so many months, counted from the first */
            everyMonths?: number;
            /** @description Only this day of the month, or the last of a shorter one */
            monthDay?: number;
        };
        IntervalRule: {
            /** @enum {string} */
            kind: "interval";
            /**
             * @description Milliseconds from one time to the next
             * @example 90000
             */
            ms: number;
        };
        ScheduleView: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            workflowId: string;
            /** @example Morning report */
            workflowName: string;
            /**
             * @description The live version
             * @example 3
             */
            version: number;
            /** @example schedule */
            nodeId: string;
            rule: components["schemas"]["CronRule"] | components["schemas"]["IntervalRule"];
            /**
             * @description IANA zone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * @description What becomes of times that passed while no scheduler ran
             * @enum {string}
             */
            missed: "run-once" | "skip";
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            nextAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            lastAt: string | null;
            paused: boolean;
            /** @description Why the last due time started no run */
            error: string | null;
        };
        UpcomingTimes: {
            items: string[];
            /** @description Always null: there is one page only */
            nextCursor: string | null;
        };
        SchedulePreview: {
            items: string[];
            /** @description What the trigger says, as schedules say it that are live */
            rules: (components["schemas"]["CronRule"] | components["schemas"]["IntervalRule"])[];
            /**
             * @description IANA zone
             * @example Europe/Berlin
             */
            timezone: string;
        };
        SchedulePreviewQuery: {
            /**
             * @description The parameters of the trigger
             * @example {
             *       "rules": [
             *         {
             *           "every": "days",
             *           "count": 3,
             *           "hour": 9
             *         }
             *       ]
             *     }
             */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * @description IANA zone of the workflow; the tenant's when left out
             * @example Europe/Berlin
             */
            timezone?: string;
            /**
             * @description How many times at most
             * @default 5
             */
            count?: number;
        };
        SystemInfo: {
            /** @example 0.1.0 */
            version: string;
            /** @description The caller may ask for system/health: an admin of the tenant that runs the installation */
            seesHealth: boolean;
        };
        MemoryUse: {
            /** @description Of the process, in bytes */
            rss: number;
            heapUsed: number;
            heapLimit: number;
        };
        DatabaseState: {
            works: boolean;
            /** @description It came along with the server, in the data folder */
            embedded: boolean;
            /** @example 18.4 */
            version: string | null;
            /** @description In bytes */
            size: number | null;
            /** @description How long a small question takes, in milliseconds */
            answersInMs: number | null;
        };
        LastCrash: {
            /**
             * Format: date-time
             * @description When it happened, or the last sign of life
             * @example 2026-11-24T09:30:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            startedAt: string;
            /**
             * @description The machine's name
             * @example flows-1
             */
            host: string;
            /** @description What was thrown; null for a process that was killed, ran out of memory, or whose machine went down */
            message: string | null;
        };
        CrashesSeen: {
            /** @description Since the installation was made */
            total: number;
            last: components["schemas"]["LastCrash"] | null;
        };
        SystemHealth: {
            /** @example 0.1.0 */
            version: string;
            /** @example v24.11.0 */
            node: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            startedAt: string;
            /**
             * @example [
             *       "all"
             *     ]
             */
            roles: string[];
            memory: components["schemas"]["MemoryUse"];
            /** @description How late the process comes to what is due, 99 times of 100, in milliseconds */
            eventLoopDelayMs: number;
            database: components["schemas"]["DatabaseState"];
            /** @description Processes in which tenants’ code runs; they start when they are needed */
            codeProcesses: number;
            /** @description Of every process of the installation */
            crashes: components["schemas"]["CrashesSeen"] | null;
        };
        /** @enum {string} */
        ViewList: "workflows" | "executions" | "credentials";
        ViewAnswer: {
            /**
             * Format: uuid
             * @example 01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e
             */
            id: string;
            list: components["schemas"]["ViewList"];
            /** @example Failed webhooks */
            name: string;
            /**
             * @description The search of the list's address
             * @example q=status%3Aerror+mode%3Awebhook
             */
            query: string;
            /** @description Whether everybody in the tenant sees it */
            shared: boolean;
            /** @description Whether it is of the one who asks */
            mine: boolean;
            /**
             * @description The name of the member whose it is; null when they have left
             * @example Ada Lovelace
             */
            ownerName: string | null;
            /** @description Whether the one who asks may rename, change and delete it */
            mayChange: boolean;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:30:00.000Z
             */
            updatedAt: string;
        };
        ViewBody: {
            /** @example executions */
            list: components["schemas"]["ViewList"];
            /** @example Failed webhooks */
            name: string;
            /**
             * @description The search of the list's address, without the question mark
             * @example q=status%3Aerror+mode%3Awebhook
             */
            query: string;
            /**
             * @description Whether everybody in the tenant sees it
             * @default false
             */
            shared?: boolean;
        };
        ViewChanges: {
            /** @example Failed webhooks */
            name?: string;
            /** @example q=status%3Aerror */
            query?: string;
            /** @description Whether everybody in the tenant sees it */
            shared?: boolean;
        };
        Standing: {
            /** @description Somebody owns it */
            claimed: boolean;
            /**
             * @description Anybody may register, or those alone who are invited
             * @enum {string}
             */
            registration: "open" | "invite";
            /** @description The line for a terminal that runs the sample workflow, until somebody owns it */
            sampleCall: string | null;
        };
        WorkflowDocument: import("@orchestrator/workflow").WorkflowDocument;
        WorkflowNode: import("@orchestrator/workflow").WorkflowNode;
        WorkflowSettings: import("@orchestrator/workflow").WorkflowSettings;
        Edge: import("@orchestrator/workflow").Edge;
        PortRef: import("@orchestrator/workflow").PortRef;
        CredentialRef: import("@orchestrator/workflow").CredentialRef;
        RetryPolicy: import("@orchestrator/workflow").RetryPolicy;
        StickyNote: import("@orchestrator/workflow").StickyNote;
        NodeGroup: import("@orchestrator/workflow").NodeGroup;
        Item: import("@orchestrator/workflow").Item;
        BinaryRef: import("@orchestrator/workflow").BinaryRef;
        PairedItem: import("@orchestrator/workflow").PairedItem;
        ItemError: import("@orchestrator/workflow").ItemError;
        /** @description Any JSON object */
        JsonObject: import("@orchestrator/workflow").JsonObject;
        /** @description Any JSON value */
        JsonValue: import("@orchestrator/workflow").JsonValue;
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description For programs; stays as it is */
            code: string;
            /** @description For people: what happened and what to do */
            detail: string;
            /** @description Leads to the call in the log */
            requestId?: string;
            /** @description Seconds to wait */
            retryAfter?: number;
            errors?: {
                /** @description Where, such as `nodes.0.name` */
                field: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description An error: `code` is for programs and stays as it is, `detail` says what happened and what to do. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "code": "request.invalid",
                 *       "detail": "The request has fields that are missing or wrong.",
                 *       "requestId": "7d2f6a52-5a53-4f6e-9d3c-0d3a1f1b7a11",
                 *       "errors": [
                 *         {
                 *           "field": "email",
                 *           "message": "email must be an email"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    healthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process lives */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    healthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server can work */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "parts": {
                     *         "database": "ok"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ReadinessAnswer"];
                };
            };
            /** @description A part can not */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "failing",
                     *       "parts": {
                     *         "database": "failing"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ReadinessAnswer"];
                };
            };
        };
    };
    healthShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics in the format of Prometheus */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example process_cpu_seconds_total 1.5 */
                    "text/plain": string;
                };
            };
        };
    };
    auditList: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
                /** @description One action; or several by a star: `signIn.*`, `*.exported` */
                action?: string;
                /** @description What was changed */
                targetId?: string;
                /** @description The user who changed it */
                actorId?: string;
                /** @description Only entries of this time or later */
                from?: string;
                /** @description Only entries before this time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who changed what in this tenant, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "at": "2026-01-31T09:30:00.000Z",
                     *           "actor": {
                     *             "kind": "user",
                     *             "userId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Ada Lovelace",
                     *             "apiKeyId": null
                     *           },
                     *           "action": "member.role_changed",
                     *           "target": {
                     *             "type": "user",
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Charles Babbage",
                     *             "isThere": true
                     *           },
                     *           "before": {
                     *             "role": "viewer"
                     *           },
                     *           "after": {
                     *             "role": "editor"
                     *           },
                     *           "names": {}
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auditExport: {
        parameters: {
            query?: {
                /** @description One action; or several by a star: `signIn.*`, `*.exported` */
                action?: string;
                /** @description What was changed */
                targetId?: string;
                /** @description The user who changed it */
                actorId?: string;
                /** @description Only entries of this time or later */
                from?: string;
                /** @description Only entries before this time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives the newest 5000 entries that fit at once, and tells the audit so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "at": "2026-01-31T09:30:00.000Z",
                     *           "actor": {
                     *             "kind": "user",
                     *             "userId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Ada Lovelace",
                     *             "apiKeyId": null
                     *           },
                     *           "action": "member.role_changed",
                     *           "target": {
                     *             "type": "user",
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Charles Babbage",
                     *             "isThere": true
                     *           },
                     *           "before": {
                     *             "role": "viewer"
                     *           },
                     *           "after": {
                     *             "role": "editor"
                     *           },
                     *           "names": {}
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    authRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDto"];
            };
        };
        responses: {
            /** @description Makes an account, and a tenant of its own or a place in the one that invited */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *         "email": "ada@example.com",
                     *         "name": "Ada Lovelace",
                     *         "createdAt": "2026-01-31T09:30:00.000Z"
                     *       },
                     *       "tenant": {
                     *         "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *         "slug": "ada-lovelace-5f3a9c",
                     *         "name": "Ada Lovelace",
                     *         "timezone": "UTC",
                     *         "createdAt": "2026-01-31T09:30:00.000Z",
                     *         "role": "owner"
                     *       },
                     *       "accessToken": "eyJhbGciOiJIUzI1NiJ9...",
                     *       "refreshToken": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e.0.kX3...",
                     *       "expiresIn": 900
                     *     }
                     */
                    "application/json": components["schemas"]["Welcome"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    installationStanding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether somebody owns this installation, and who may register */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claimed": false,
                     *       "registration": "open",
                     *       "sampleCall": "curl -X POST http://127.0.0.1:3000/webhook/sample -d '{}'"
                     *     }
                     */
                    "application/json": components["schemas"]["Standing"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    authSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupDto"];
            };
        };
        responses: {
            /** @description Claims a fresh installation, once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *         "email": "ada@example.com",
                     *         "name": "Ada Lovelace",
                     *         "createdAt": "2026-01-31T09:30:00.000Z"
                     *       },
                     *       "tenant": {
                     *         "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *         "slug": "ada-lovelace-5f3a9c",
                     *         "name": "Ada Lovelace",
                     *         "timezone": "UTC",
                     *         "createdAt": "2026-01-31T09:30:00.000Z",
                     *         "role": "owner"
                     *       },
                     *       "accessToken": "eyJhbGciOiJIUzI1NiJ9...",
                     *       "refreshToken": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e.0.kX3...",
                     *       "expiresIn": 900
                     *     }
                     */
                    "application/json": components["schemas"]["Welcome"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    authLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginDto"];
            };
        };
        responses: {
            /** @description Signs in, to the tenant that was used last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJIUzI1NiJ9...",
                     *       "refreshToken": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e.0.kX3...",
                     *       "expiresIn": 900
                     *     }
                     */
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    authInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenDto"];
            };
        };
        responses: {
            /** @description Tells whose invitation a link is, and where it leads */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": "Analytical Engines",
                     *       "inviter": "Ada Lovelace",
                     *       "role": "editor",
                     *       "email": null
                     *     }
                     */
                    "application/json": components["schemas"]["InvitationLook"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    authRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            /** @description New tokens for a refresh token, which is used up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJIUzI1NiJ9...",
                     *       "refreshToken": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e.0.kX3...",
                     *       "expiresIn": 900
                     *     }
                     */
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    authLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            /** @description Ends the session */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    authSwitch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchDto"];
            };
        };
        responses: {
            /** @description Tokens for another tenant of mine */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJIUzI1NiJ9...",
                     *       "refreshToken": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e.0.kX3...",
                     *       "expiresIn": 900
                     *     }
                     */
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    authResetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordDto"];
            };
        };
        responses: {
            /** @description Sets a new password and ends every session */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    accountChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            /** @description Changes my password and ends my other sessions */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    accountList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where I am signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "rotatedAt": "2026-01-31T10:00:00.000Z",
                     *           "expiresAt": "2026-03-02T10:00:00.000Z",
                     *           "userAgent": "Mozilla/5.0",
                     *           "ip": "192.0.2.1",
                     *           "current": true
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SessionView"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    accountEnd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ends one of my sessions */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    accountReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A one-time link with which a member sets a new password */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "kX3...",
                     *       "link": "https://flows.example.com/reset-password#token=kX3...",
                     *       "expiresAt": "2026-02-01T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OneTimeLink"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    apiKeysList: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My keys of this tenant; everybody’s for an admin */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "name": "nightly export",
                     *           "role": "editor",
                     *           "userId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "hint": "orc_kX3p",
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "expiresAt": "2026-05-01T09:30:00.000Z",
                     *           "lastUsedAt": null,
                     *           "permissions": [
                     *             "workflows.read",
                     *             "executions.read"
                     *           ],
                     *           "addresses": [
                     *             "192.0.2.0/24"
                     *           ],
                     *           "parentId": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ApiKeyView"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    apiKeysCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyDto"];
            };
        };
        responses: {
            /** @description Makes a key, which is shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "name": "nightly export",
                     *       "role": "editor",
                     *       "userId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "hint": "orc_kX3p",
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "expiresAt": "2026-05-01T09:30:00.000Z",
                     *       "lastUsedAt": null,
                     *       "permissions": [
                     *         "workflows.read",
                     *         "executions.read"
                     *       ],
                     *       "addresses": [
                     *         "192.0.2.0/24"
                     *       ],
                     *       "parentId": null,
                     *       "key": "orc_kX3p..."
                     *     }
                     */
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    apiKeysPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a key can be limited to, and the weakest role that has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "workflows.read",
                     *           "role": "viewer"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PermissionOfKeys"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    apiKeysRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removes a key; it ends at once */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    invitationsList: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Invitations that are open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "email": "charles@example.com",
                     *           "role": "editor",
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "expiresAt": "2026-02-07T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["InvitationView"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    invitationsCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInvitationDto"];
            };
        };
        responses: {
            /** @description Makes a one-time link into this tenant, which is shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "email": "charles@example.com",
                     *       "role": "editor",
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "expiresAt": "2026-02-07T09:30:00.000Z",
                     *       "token": "kX3...",
                     *       "link": "https://flows.example.com/invitation#token=kX3..."
                     *     }
                     */
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    invitationsAccept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenDto"];
            };
        };
        responses: {
            /** @description Joins the tenant that invited me */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenantId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "role": "editor"
                     *     }
                     */
                    "application/json": components["schemas"]["Joined"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    invitationsWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdraws an invitation */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    usersMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who I am, and in which tenant with which role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "email": "ada@example.com",
                     *       "name": "Ada Lovelace",
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "tenantId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "role": "owner"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    usersChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileDto"];
            };
        };
        responses: {
            /** @description Changes my name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "email": "ada@example.com",
                     *       "name": "Ada Lovelace",
                     *       "createdAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["UserView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    preferencesGet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How I like the app, in every tenant and on every device */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "language": "de",
                     *       "colours": "dark",
                     *       "tourDone": true
                     *     }
                     */
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    preferencesPut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            /** @description Says how I like the app; what is left out counts as never chosen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "language": "de",
                     *       "colours": "dark",
                     *       "tourDone": true
                     *     }
                     */
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenants that I belong to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "slug": "engines",
                     *           "name": "Analytical Engines",
                     *           "timezone": "Europe/London",
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "role": "owner"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["TenantOfUser"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantsCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTenantDto"];
            };
        };
        responses: {
            /** @description Makes a further tenant, which I own */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "slug": "engines",
                     *       "name": "Analytical Engines",
                     *       "timezone": "Europe/London",
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "role": "owner"
                     *     }
                     */
                    "application/json": components["schemas"]["TenantOfUser"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant that I am in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "slug": "engines",
                     *       "name": "Analytical Engines",
                     *       "timezone": "Europe/London",
                     *       "createdAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TenantView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantsRemove: {
        parameters: {
            query: {
                /** @description The tenant's slug, to be sure */
                slug: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removes the tenant with everything in it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantsChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTenantDto"];
            };
        };
        responses: {
            /** @description Changes its name, slug or time zone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "slug": "engines",
                     *       "name": "Analytical Engines",
                     *       "timezone": "Europe/London",
                     *       "createdAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TenantView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantsListMembers: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "userId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "email": "ada@example.com",
                     *           "name": "Ada Lovelace",
                     *           "role": "owner",
                     *           "joinedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantsRemoveMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removes a member */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantsChangeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberRoleDto"];
            };
        };
        responses: {
            /** @description Changes a member's role */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantsLeave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Leaves the tenant */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    nodesList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `etag` of an earlier answer */
                "if-none-match"?: string;
                /** @description The language of the texts, such as `de`; English where it is not spoken */
                "accept-language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the declarations of all node types. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "type": "limit",
                     *           "version": 1,
                     *           "label": "Limit",
                     *           "summary": "Keeps the first or the last items.",
                     *           "keywords": [
                     *             "head",
                     *             "tail"
                     *           ],
                     *           "actions": [
                     *             {
                     *               "label": "Keep only the first items",
                     *               "parameters": {
                     *                 "keep": "first"
                     *               }
                     *             }
                     *           ],
                     *           "docs": "Lets through so many items, from the beginning or the end of the list.",
                     *           "group": "data",
                     *           "icon": "scissors",
                     *           "kind": "action",
                     *           "inputs": [
                     *             {
                     *               "kind": "main",
                     *               "max": 0,
                     *               "required": false
                     *             }
                     *           ],
                     *           "outputs": [
                     *             {
                     *               "kind": "main",
                     *               "max": 0,
                     *               "required": false
                     *             }
                     *           ],
                     *           "dynamicPorts": false,
                     *           "subtitled": true,
                     *           "effect": "pure",
                     *           "parameters": {
                     *             "maxItems": {
                     *               "kind": "number",
                     *               "label": "Items",
                     *               "default": 1,
                     *               "min": 1
                     *             }
                     *           },
                     *           "credentials": []
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["NodeView"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description They are as they were. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    nodesGet: {
        parameters: {
            query: {
                version: number;
            };
            header?: {
                /** @description The language of the texts, such as `de`; English where it is not spoken */
                "accept-language"?: string;
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives the declaration of one node type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "limit",
                     *       "version": 1,
                     *       "label": "Limit",
                     *       "summary": "Keeps the first or the last items.",
                     *       "keywords": [
                     *         "head",
                     *         "tail"
                     *       ],
                     *       "actions": [
                     *         {
                     *           "label": "Keep only the first items",
                     *           "parameters": {
                     *             "keep": "first"
                     *           }
                     *         }
                     *       ],
                     *       "docs": "Lets through so many items, from the beginning or the end of the list.",
                     *       "group": "data",
                     *       "icon": "scissors",
                     *       "kind": "action",
                     *       "inputs": [
                     *         {
                     *           "kind": "main",
                     *           "max": 0,
                     *           "required": false
                     *         }
                     *       ],
                     *       "outputs": [
                     *         {
                     *           "kind": "main",
                     *           "max": 0,
                     *           "required": false
                     *         }
                     *       ],
                     *       "dynamicPorts": false,
                     *       "subtitled": true,
                     *       "effect": "pure",
                     *       "parameters": {
                     *         "maxItems": {
                     *           "kind": "number",
                     *           "label": "Items",
                     *           "default": 1,
                     *           "min": 1
                     *         }
                     *       },
                     *       "credentials": []
                     *     }
                     */
                    "application/json": components["schemas"]["NodeView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    nodesDescribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the texts, such as `de`; English where it is not spoken */
                "accept-language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DescribeBody"];
            };
        };
        responses: {
            /** @description Tells how nodes with these parameters are drawn, in the order of the question. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "inputs": [
                     *           {
                     *             "kind": "main",
                     *             "max": 0,
                     *             "required": false
                     *           }
                     *         ],
                     *         "outputs": [
                     *           {
                     *             "kind": "main",
                     *             "max": 0,
                     *             "required": false
                     *           },
                     *           {
                     *             "kind": "main",
                     *             "name": "error",
                     *             "max": 0,
                     *             "required": false,
                     *             "error": true
                     *           }
                     *         ],
                     *         "subtitle": "POST shop.example/orders",
                     *         "effect": "external"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["NodeLooks"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    callableWorkflowsList: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
                kind?: "subworkflow" | "error";
                /** @description The workflow that calls; left out, it is one that has not been saved yet */
                by?: string;
                /** @description Part of the name */
                q?: string;
                /** @description These workflows, separated by commas, 100 at most: those too that can't be called */
                ids?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the workflows that another may call, by name, with the fields that each takes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "name": "Check the stock",
                     *           "live": true,
                     *           "refusal": null,
                     *           "inputs": [
                     *             {
                     *               "name": "orderId",
                     *               "type": "number"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CallableWorkflow"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowListsList: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
                /** @description Part of the name */
                q?: string;
                /**
                 * @deprecated
                 * @description The same as `q`, which is the newer name
                 */
                search?: string;
                /** @description Only workflows with this tag */
                tag?: string;
                /** @description Only workflows in this folder; `none` for those in no folder */
                folderId?: string;
                /** @description Only active, or only inactive, workflows */
                active?: boolean;
                /** @description Only workflows that something of these kinds starts, separated by commas: manual, webhook, schedule, error, subworkflow, poll */
                trigger?: string;
                /** @description Only workflows whose last run is in one of these states, separated by commas: queued, running, waiting, success, error, cancelled, in_doubt, never */
                status?: string;
                /** @description What never ran comes last by `lastRun`, in either order */
                sort?: "createdAt" | "updatedAt" | "name" | "lastRun";
                /** @description Names from A to Z and times from the newest when left out */
                order?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists workflows, newest first unless another order is asked for, without their documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "name": "New order to warehouse",
                     *           "version": 3,
                     *           "activeVersion": 3,
                     *           "liveNumber": 2,
                     *           "active": true,
                     *           "folderId": null,
                     *           "tags": [
                     *             "shop"
                     *           ],
                     *           "createdAt": "2026-11-20T08:00:00.000Z",
                     *           "updatedAt": "2026-11-24T09:30:00.000Z",
                     *           "triggers": [
                     *             "webhook"
                     *           ],
                     *           "nodeCount": 2,
                     *           "lastExecution": {
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "status": "success",
                     *             "queuedAt": "2026-11-24T10:00:00.000Z",
                     *             "startedAt": "2026-11-24T10:00:00.010Z",
                     *             "finishedAt": "2026-11-24T10:00:00.240Z"
                     *           },
                     *           "lastTest": null,
                     *           "createdBy": {
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "updatedBy": {
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Ada Lovelace"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ListedWorkflow"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsCreate: {
        parameters: {
            query?: {
                /** @description The folder to put it into */
                folderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkflowBody"];
            };
        };
        responses: {
            /** @description Saves a new workflow. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "formatVersion": 1,
                     *       "name": "New order to warehouse",
                     *       "nodes": [
                     *         {
                     *           "id": "hook",
                     *           "name": "Webhook",
                     *           "type": "webhookTrigger",
                     *           "version": 1,
                     *           "position": [
                     *             0,
                     *             0
                     *           ],
                     *           "parameters": {
                     *             "path": "orders",
                     *             "methods": [
                     *               "POST"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "edit",
                     *           "name": "Edit Fields",
                     *           "type": "editFields",
                     *           "version": 1,
                     *           "position": [
                     *             256,
                     *             0
                     *           ],
                     *           "parameters": {
                     *             "fields": [
                     *               {
                     *                 "name": "total",
                     *                 "value": "={{ $json.body.price * $json.body.count }}",
                     *                 "type": "number"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "edges": [
                     *         {
                     *           "kind": "main",
                     *           "from": {
                     *             "node": "hook"
                     *           },
                     *           "to": {
                     *             "node": "edit"
                     *           }
                     *         }
                     *       ],
                     *       "settings": {
                     *         "timezone": "Europe/Berlin"
                     *       },
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "version": 3,
                     *       "activeVersion": 3,
                     *       "liveNumber": 2,
                     *       "active": true,
                     *       "folderId": null,
                     *       "tags": [
                     *         "shop"
                     *       ],
                     *       "createdAt": "2026-11-20T08:00:00.000Z",
                     *       "updatedAt": "2026-11-24T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowListsStats: {
        parameters: {
            query?: {
                /** @description Part of the name */
                q?: string;
                /**
                 * @deprecated
                 * @description The same as `q`, which is the newer name
                 */
                search?: string;
                /** @description Only workflows with this tag */
                tag?: string;
                /** @description Only workflows in this folder; `none` for those in no folder */
                folderId?: string;
                /** @description Only active, or only inactive, workflows */
                active?: boolean;
                /** @description Only workflows that something of these kinds starts, separated by commas: manual, webhook, schedule, error, subworkflow, poll */
                trigger?: string;
                /** @description Only workflows whose last run is in one of these states, separated by commas: queued, running, waiting, success, error, cancelled, in_doubt, never */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tells how many workflows fit the filters, and how they fare. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": 42,
                     *       "live": 30,
                     *       "changed": 3,
                     *       "failing": 2,
                     *       "neverRan": 5
                     *     }
                     */
                    "application/json": components["schemas"]["WorkflowStats"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowListsTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the tags of all workflows, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "tag": "shop",
                     *           "count": 7
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["TagUse"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowListsExport: {
        parameters: {
            query?: {
                /** @description Part of the name */
                q?: string;
                /**
                 * @deprecated
                 * @description The same as `q`, which is the newer name
                 */
                search?: string;
                /** @description Only workflows with this tag */
                tag?: string;
                /** @description Only workflows in this folder; `none` for those in no folder */
                folderId?: string;
                /** @description Only active, or only inactive, workflows */
                active?: boolean;
                /** @description Only workflows that something of these kinds starts, separated by commas: manual, webhook, schedule, error, subworkflow, poll */
                trigger?: string;
                /** @description Only workflows whose last run is in one of these states, separated by commas: queued, running, waiting, success, error, cancelled, in_doubt, never */
                status?: string;
                /** @description These workflows, separated by commas, 200 at most; all that fit the filters when left out */
                ids?: string;
                /** @description The document of one workflow, a list of those of several; or a document a line */
                format?: "json" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives the newest versions of workflows as a file, which can be imported again: the newest 2000 that fit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"formatVersion": 1, "name": ...} */
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowListsAct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowBulkBody"];
            };
        };
        responses: {
            /** @description Does one thing to several workflows, and tells of each what became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "ok": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsImport: {
        parameters: {
            query?: {
                /** @description The folder to put it into */
                folderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description An n8n export, or a native document */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JsonObject"];
            };
        };
        responses: {
            /** @description Translates an n8n export and saves it, with a report of what could not be carried over. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "workflow": {
                     *         "formatVersion": 1,
                     *         "name": "New order to warehouse",
                     *         "nodes": [
                     *           {
                     *             "id": "hook",
                     *             "name": "Webhook",
                     *             "type": "webhookTrigger",
                     *             "version": 1,
                     *             "position": [
                     *               0,
                     *               0
                     *             ],
                     *             "parameters": {
                     *               "path": "orders",
                     *               "methods": [
                     *                 "POST"
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "id": "edit",
                     *             "name": "Edit Fields",
                     *             "type": "editFields",
                     *             "version": 1,
                     *             "position": [
                     *               256,
                     *               0
                     *             ],
                     *             "parameters": {
                     *               "fields": [
                     *                 {
                     *                   "name": "total",
                     *                   "value": "={{ $json.body.price * $json.body.count }}",
                     *                   "type": "number"
                     *                 }
                     *               ]
                     *             }
                     *           }
                     *         ],
                     *         "edges": [
                     *           {
                     *             "kind": "main",
                     *             "from": {
                     *               "node": "hook"
                     *             },
                     *             "to": {
                     *               "node": "edit"
                     *             }
                     *           }
                     *         ],
                     *         "settings": {
                     *           "timezone": "Europe/Berlin"
                     *         },
                     *         "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *         "version": 3,
                     *         "activeVersion": 3,
                     *         "liveNumber": 2,
                     *         "active": true,
                     *         "folderId": null,
                     *         "tags": [
                     *           "shop"
                     *         ],
                     *         "createdAt": "2026-11-20T08:00:00.000Z",
                     *         "updatedAt": "2026-11-24T09:30:00.000Z"
                     *       },
                     *       "report": {
                     *         "nodes": 2,
                     *         "unsupported": [
                     *           {
                     *             "node": "Slack",
                     *             "type": "n8n-nodes-base.slack",
                     *             "label": "Slack",
                     *             "why": "There is no node of this type yet."
                     *           }
                     *         ],
                     *         "warnings": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ImportedWorkflow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsFetch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FetchBody"];
            };
        };
        responses: {
            /** @description Fetches a workflow that lies on the web, to be imported. Private addresses are not asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "text": "{\"name\": \"Orders\", \"nodes\": [], \"connections\": {}}"
                     *     }
                     */
                    "application/json": components["schemas"]["FetchedText"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsTranslate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description An n8n export or a part of one, or a native document */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JsonObject"];
            };
        };
        responses: {
            /** @description Translates an n8n export without saving it, as an editor pastes it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "document": {
                     *         "formatVersion": 1,
                     *         "name": "New order to warehouse",
                     *         "nodes": [
                     *           {
                     *             "id": "hook",
                     *             "name": "Webhook",
                     *             "type": "webhookTrigger",
                     *             "version": 1,
                     *             "position": [
                     *               0,
                     *               0
                     *             ],
                     *             "parameters": {
                     *               "path": "orders",
                     *               "methods": [
                     *                 "POST"
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "id": "edit",
                     *             "name": "Edit Fields",
                     *             "type": "editFields",
                     *             "version": 1,
                     *             "position": [
                     *               256,
                     *               0
                     *             ],
                     *             "parameters": {
                     *               "fields": [
                     *                 {
                     *                   "name": "total",
                     *                   "value": "={{ $json.body.price * $json.body.count }}",
                     *                   "type": "number"
                     *                 }
                     *               ]
                     *             }
                     *           }
                     *         ],
                     *         "edges": [
                     *           {
                     *             "kind": "main",
                     *             "from": {
                     *               "node": "hook"
                     *             },
                     *             "to": {
                     *               "node": "edit"
                     *             }
                     *           }
                     *         ],
                     *         "settings": {
                     *           "timezone": "Europe/Berlin"
                     *         }
                     *       },
                     *       "report": {
                     *         "nodes": 2,
                     *         "unsupported": [
                     *           {
                     *             "node": "Slack",
                     *             "type": "n8n-nodes-base.slack",
                     *             "label": "Slack",
                     *             "why": "There is no node of this type yet."
                     *           }
                     *         ],
                     *         "warnings": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TranslatedWorkflow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsValidate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateBody"];
            };
        };
        responses: {
            /** @description Tells everything that is wrong with a document, saved or not, and what only is worth a look. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ready": false,
                     *       "items": [
                     *         {
                     *           "node": "HTTP Request",
                     *           "field": "parameters.url",
                     *           "rule": "parameter.required",
                     *           "message": "\"URL\" has to be given.",
                     *           "severity": "error"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ValidationAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsGet: {
        parameters: {
            query?: {
                /** @description The version; the newest when left out */
                version?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives a workflow: its newest version, or the one asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "formatVersion": 1,
                     *       "name": "New order to warehouse",
                     *       "nodes": [
                     *         {
                     *           "id": "hook",
                     *           "name": "Webhook",
                     *           "type": "webhookTrigger",
                     *           "version": 1,
                     *           "position": [
                     *             0,
                     *             0
                     *           ],
                     *           "parameters": {
                     *             "path": "orders",
                     *             "methods": [
                     *               "POST"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "edit",
                     *           "name": "Edit Fields",
                     *           "type": "editFields",
                     *           "version": 1,
                     *           "position": [
                     *             256,
                     *             0
                     *           ],
                     *           "parameters": {
                     *             "fields": [
                     *               {
                     *                 "name": "total",
                     *                 "value": "={{ $json.body.price * $json.body.count }}",
                     *                 "type": "number"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "edges": [
                     *         {
                     *           "kind": "main",
                     *           "from": {
                     *             "node": "hook"
                     *           },
                     *           "to": {
                     *             "node": "edit"
                     *           }
                     *         }
                     *       ],
                     *       "settings": {
                     *         "timezone": "Europe/Berlin"
                     *       },
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "version": 3,
                     *       "activeVersion": 3,
                     *       "liveNumber": 2,
                     *       "active": true,
                     *       "folderId": null,
                     *       "tags": [
                     *         "shop"
                     *       ],
                     *       "createdAt": "2026-11-20T08:00:00.000Z",
                     *       "updatedAt": "2026-11-24T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsSave: {
        parameters: {
            query?: {
                /** @description Nobody asked for this save: those of one person within ten minutes become one version */
                autosave?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveWorkflowBody"];
            };
        };
        responses: {
            /** @description Saves a new version as the draft, based on `version`; what is live stays as it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "formatVersion": 1,
                     *       "name": "New order to warehouse",
                     *       "nodes": [
                     *         {
                     *           "id": "hook",
                     *           "name": "Webhook",
                     *           "type": "webhookTrigger",
                     *           "version": 1,
                     *           "position": [
                     *             0,
                     *             0
                     *           ],
                     *           "parameters": {
                     *             "path": "orders",
                     *             "methods": [
                     *               "POST"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "edit",
                     *           "name": "Edit Fields",
                     *           "type": "editFields",
                     *           "version": 1,
                     *           "position": [
                     *             256,
                     *             0
                     *           ],
                     *           "parameters": {
                     *             "fields": [
                     *               {
                     *                 "name": "total",
                     *                 "value": "={{ $json.body.price * $json.body.count }}",
                     *                 "type": "number"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "edges": [
                     *         {
                     *           "kind": "main",
                     *           "from": {
                     *             "node": "hook"
                     *           },
                     *           "to": {
                     *             "node": "edit"
                     *           }
                     *         }
                     *       ],
                     *       "settings": {
                     *         "timezone": "Europe/Berlin"
                     *       },
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "version": 3,
                     *       "activeVersion": 3,
                     *       "liveNumber": 2,
                     *       "active": true,
                     *       "folderId": null,
                     *       "tags": [
                     *         "shop"
                     *       ],
                     *       "createdAt": "2026-11-20T08:00:00.000Z",
                     *       "updatedAt": "2026-11-24T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deletes a workflow with all its versions, and takes back what is live of it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceBody"];
            };
        };
        responses: {
            /** @description Moves a workflow to a folder, or changes its tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "name": "New order to warehouse",
                     *       "version": 3,
                     *       "activeVersion": 3,
                     *       "liveNumber": 2,
                     *       "active": true,
                     *       "folderId": null,
                     *       "tags": [
                     *         "shop"
                     *       ],
                     *       "createdAt": "2026-11-20T08:00:00.000Z",
                     *       "updatedAt": "2026-11-24T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkflowFacts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsDuplicate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DuplicateBody"];
            };
        };
        responses: {
            /** @description Copies the newest version of a workflow into a new one, switched off. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "formatVersion": 1,
                     *       "name": "New order to warehouse",
                     *       "nodes": [
                     *         {
                     *           "id": "hook",
                     *           "name": "Webhook",
                     *           "type": "webhookTrigger",
                     *           "version": 1,
                     *           "position": [
                     *             0,
                     *             0
                     *           ],
                     *           "parameters": {
                     *             "path": "orders",
                     *             "methods": [
                     *               "POST"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "edit",
                     *           "name": "Edit Fields",
                     *           "type": "editFields",
                     *           "version": 1,
                     *           "position": [
                     *             256,
                     *             0
                     *           ],
                     *           "parameters": {
                     *             "fields": [
                     *               {
                     *                 "name": "total",
                     *                 "value": "={{ $json.body.price * $json.body.count }}",
                     *                 "type": "number"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "edges": [
                     *         {
                     *           "kind": "main",
                     *           "from": {
                     *             "node": "hook"
                     *           },
                     *           "to": {
                     *             "node": "edit"
                     *           }
                     *         }
                     *       ],
                     *       "settings": {
                     *         "timezone": "Europe/Berlin"
                     *       },
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "version": 3,
                     *       "activeVersion": 3,
                     *       "liveNumber": 2,
                     *       "active": true,
                     *       "folderId": null,
                     *       "tags": [
                     *         "shop"
                     *       ],
                     *       "createdAt": "2026-11-20T08:00:00.000Z",
                     *       "updatedAt": "2026-11-24T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsActivate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description Makes a version live, on every instance, from the moment this answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "name": "New order to warehouse",
                     *       "version": 3,
                     *       "activeVersion": 3,
                     *       "liveNumber": 2,
                     *       "active": true,
                     *       "folderId": null,
                     *       "tags": [
                     *         "shop"
                     *       ],
                     *       "createdAt": "2026-11-20T08:00:00.000Z",
                     *       "updatedAt": "2026-11-24T09:30:00.000Z",
                     *       "webhooks": [
                     *         {
                     *           "node": "Webhook",
                     *           "method": "POST",
                     *           "url": "http://127.0.0.1:3000/webhook/orders",
                     *           "free": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ActivatedWorkflow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsDeactivate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Takes back what is live, on every instance, from the moment this answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "name": "New order to warehouse",
                     *       "version": 3,
                     *       "activeVersion": null,
                     *       "liveNumber": 2,
                     *       "active": false,
                     *       "folderId": null,
                     *       "tags": [
                     *         "shop"
                     *       ],
                     *       "createdAt": "2026-11-20T08:00:00.000Z",
                     *       "updatedAt": "2026-11-24T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkflowFacts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsVersions: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
                /** @description Only versions that have a name */
                named?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the saved versions, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "version": 3,
                     *           "createdAt": "2026-11-24T09:30:00.000Z",
                     *           "createdBy": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "author": {
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "live": true,
                     *           "liveNumber": 2,
                     *           "label": null,
                     *           "kept": true,
                     *           "autosaved": false
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["VersionFacts"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowsLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelBody"];
            };
        };
        responses: {
            /** @description Gives a version a name, or takes it away. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowEventsEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events of a workflow, for those who have it open: how it stands (`state`), what others do to it (`saved`, `activated`, `deactivated`, `moved`, `versions`, `comments`, `run-started`, `call-refused`, `deleted`) and who has it open (`present`). Ends with the access token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: saved
                     *     data: {"version":4,"activeVersion":3,"by":{"id":"01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e","name":"Grace Hopper"},"at":"2026-11-24T09:30:00.000Z"}
                     */
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commentsList: {
        parameters: {
            query?: {
                /** @description Only threads that are resolved, or only those that are not */
                resolved?: boolean;
                /** @description How many threads at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the threads of comments of a workflow with their replies, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "createdAt": "2026-11-24T09:30:00.000Z",
                     *           "editedAt": null,
                     *           "deleted": false,
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "author": {
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "text": "Why twice?",
                     *           "nodeId": "edit",
                     *           "resolvedAt": null,
                     *           "resolvedBy": null,
                     *           "replies": [
                     *             {
                     *               "createdAt": "2026-11-24T09:30:00.000Z",
                     *               "editedAt": null,
                     *               "deleted": false,
                     *               "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *               "author": {
                     *                 "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *                 "name": "Ada Lovelace"
                     *               },
                     *               "text": "The shop **retries**."
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CommentThread"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commentsAdd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewComment"];
            };
        };
        responses: {
            /** @description Begins a thread about a node or the whole workflow, or replies in one. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-11-24T09:30:00.000Z",
                     *       "editedAt": null,
                     *       "deleted": false,
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "author": {
                     *         "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "text": "Why twice?",
                     *       "nodeId": "edit",
                     *       "resolvedAt": null,
                     *       "resolvedBy": null,
                     *       "replies": [
                     *         {
                     *           "createdAt": "2026-11-24T09:30:00.000Z",
                     *           "editedAt": null,
                     *           "deleted": false,
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "author": {
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "text": "The shop **retries**."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommentThread"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commentsCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts the threads that are not resolved, by node. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "nodeId": "edit",
                     *           "open": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommentCounts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commentsDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deletes a comment of one’s own; admins delete any. Replies to it stay. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    commentsEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                commentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentText"];
            };
        };
        responses: {
            /** @description Changes the text of a comment of one’s own. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-11-24T09:30:00.000Z",
                     *       "editedAt": null,
                     *       "deleted": false,
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "author": {
                     *         "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "text": "Why twice?",
                     *       "nodeId": "edit",
                     *       "resolvedAt": null,
                     *       "resolvedBy": null,
                     *       "replies": [
                     *         {
                     *           "createdAt": "2026-11-24T09:30:00.000Z",
                     *           "editedAt": null,
                     *           "deleted": false,
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "author": {
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "text": "The shop **retries**."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommentThread"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commentsResolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Marks a thread as resolved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-11-24T09:30:00.000Z",
                     *       "editedAt": null,
                     *       "deleted": false,
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "author": {
                     *         "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "text": "Why twice?",
                     *       "nodeId": "edit",
                     *       "resolvedAt": null,
                     *       "resolvedBy": null,
                     *       "replies": [
                     *         {
                     *           "createdAt": "2026-11-24T09:30:00.000Z",
                     *           "editedAt": null,
                     *           "deleted": false,
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "author": {
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "text": "The shop **retries**."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommentThread"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commentsReopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Takes back that a thread is resolved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-11-24T09:30:00.000Z",
                     *       "editedAt": null,
                     *       "deleted": false,
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "author": {
                     *         "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "text": "Why twice?",
                     *       "nodeId": "edit",
                     *       "resolvedAt": null,
                     *       "resolvedBy": null,
                     *       "replies": [
                     *         {
                     *           "createdAt": "2026-11-24T09:30:00.000Z",
                     *           "editedAt": null,
                     *           "deleted": false,
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "author": {
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "text": "The shop **retries**."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommentThread"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    foldersList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists all folders, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "parentId": null,
                     *           "name": "Shop"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["FolderView"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    foldersCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FolderBody"];
            };
        };
        responses: {
            /** @description Makes a folder. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "parentId": null,
                     *       "name": "Shop"
                     *     }
                     */
                    "application/json": components["schemas"]["FolderView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    foldersUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FolderBody"];
            };
        };
        responses: {
            /** @description Renames or moves a folder. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "parentId": null,
                     *       "name": "Shop"
                     *     }
                     */
                    "application/json": components["schemas"]["FolderView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    foldersDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deletes a folder and those in it; their workflows move to the top. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    templatesList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the texts, such as `de`; English where it is not spoken */
                "accept-language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists workflows to begin with. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "order-intake",
                     *           "title": "Take an order, check it, answer",
                     *           "description": "A webhook takes an order, checks that nothing is missing, works out the total and answers. What is wrong is answered with 400 and the reason.",
                     *           "shows": [
                     *             "Webhook",
                     *             "If",
                     *             "Respond to Webhook",
                     *             "expressions"
                     *           ],
                     *           "tags": [
                     *             "webhook",
                     *             "api"
                     *           ],
                     *           "document": {
                     *             "formatVersion": 1,
                     *             "name": "Take an order, check it, answer",
                     *             "description": "A webhook takes an order, checks that nothing is missing, works out the total and answers. What is wrong is answered with 400 and the reason.",
                     *             "tags": [
                     *               "webhook",
                     *               "api"
                     *             ],
                     *             "nodes": [
                     *               {
                     *                 "id": "order-comes-in",
                     *                 "name": "Order comes in",
                     *                 "type": "webhookTrigger",
                     *                 "version": 1,
                     *                 "position": [
                     *                   0,
                     *                   112
                     *                 ],
                     *                 "parameters": {
                     *                   "path": "orders-intake",
                     *                   "methods": [
                     *                     "POST"
                     *                   ],
                     *                   "responseMode": "responseNode"
                     *                 }
                     *               },
                     *               {
                     *                 "id": "is-it-complete",
                     *                 "name": "Is it complete?",
                     *                 "type": "if",
                     *                 "version": 1,
                     *                 "position": [
                     *                   240,
                     *                   112
                     *                 ],
                     *                 "parameters": {
                     *                   "conditions": {
                     *                     "combinator": "and",
                     *                     "typeValidation": "loose",
                     *                     "conditions": [
                     *                       {
                     *                         "left": "={{ $json.body.email }}",
                     *                         "operator": {
                     *                           "type": "string",
                     *                           "operation": "notEmpty"
                     *                         }
                     *                       },
                     *                       {
                     *                         "left": "={{ $json.body.items }}",
                     *                         "operator": {
                     *                           "type": "array",
                     *                           "operation": "notEmpty"
                     *                         }
                     *                       }
                     *                     ]
                     *                   }
                     *                 }
                     *               },
                     *               {
                     *                 "id": "work-out-the-total",
                     *                 "name": "Work out the total",
                     *                 "type": "editFields",
                     *                 "version": 1,
                     *                 "position": [
                     *                   480,
                     *                   0
                     *                 ],
                     *                 "parameters": {
                     *                   "mode": "fields",
                     *                   "fields": [
                     *                     {
                     *                       "name": "email",
                     *                       "type": "string",
                     *                       "value": "={{ $json.body.email }}"
                     *                     },
                     *                     {
                     *                       "name": "total",
                     *                       "type": "number",
                     *                       "value": "={{ $json.body.items.map((item) => item.price * item.qty).sum() }}"
                     *                     },
                     *                     {
                     *                       "name": "at",
                     *                       "type": "string",
                     *                       "value": "={{ $now.toISO() }}"
                     *                     }
                     *                   ]
                     *                 }
                     *               },
                     *               {
                     *                 "id": "confirm",
                     *                 "name": "Confirm",
                     *                 "type": "respondToWebhook",
                     *                 "version": 1,
                     *                 "position": [
                     *                   720,
                     *                   0
                     *                 ],
                     *                 "parameters": {
                     *                   "respondWith": "json",
                     *                   "json": "={{ { ok: true, total: $json.total } }}"
                     *                 }
                     *               },
                     *               {
                     *                 "id": "say-what-is-missing",
                     *                 "name": "Say what is missing",
                     *                 "type": "respondToWebhook",
                     *                 "version": 1,
                     *                 "position": [
                     *                   480,
                     *                   224
                     *                 ],
                     *                 "parameters": {
                     *                   "respondWith": "json",
                     *                   "json": "={{ { ok: false, missing: ['email', 'items'].filter((name) => !$json.body[name] || $json.body[name].length === 0) } }}",
                     *                   "options": {
                     *                     "responseCode": 400
                     *                   }
                     *                 }
                     *               }
                     *             ],
                     *             "edges": [
                     *               {
                     *                 "kind": "main",
                     *                 "from": {
                     *                   "node": "order-comes-in"
                     *                 },
                     *                 "to": {
                     *                   "node": "is-it-complete"
                     *                 }
                     *               },
                     *               {
                     *                 "kind": "main",
                     *                 "from": {
                     *                   "node": "is-it-complete"
                     *                 },
                     *                 "to": {
                     *                   "node": "work-out-the-total"
                     *                 }
                     *               },
                     *               {
                     *                 "kind": "main",
                     *                 "from": {
                     *                   "node": "work-out-the-total"
                     *                 },
                     *                 "to": {
                     *                   "node": "confirm"
                     *                 }
                     *               },
                     *               {
                     *                 "kind": "main",
                     *                 "from": {
                     *                   "node": "is-it-complete",
                     *                   "port": 1
                     *                 },
                     *                 "to": {
                     *                   "node": "say-what-is-missing"
                     *                 }
                     *               }
                     *             ],
                     *             "pins": {
                     *               "order-comes-in": [
                     *                 {
                     *                   "json": {
                     *                     "headers": {
                     *                       "content-type": "application/json"
                     *                     },
                     *                     "params": {},
                     *                     "query": {},
                     *                     "body": {
                     *                       "email": "ada@example.com",
                     *                       "items": [
                     *                         {
                     *                           "name": "Notebook",
                     *                           "price": 12.5,
                     *                           "qty": 2
                     *                         },
                     *                         {
                     *                           "name": "Pencil",
                     *                           "price": 1.2,
                     *                           "qty": 10
                     *                         }
                     *                       ]
                     *                     }
                     *                   }
                     *                 }
                     *               ]
                     *             },
                     *             "settings": {}
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TemplatesAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    templatesGet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the texts, such as `de`; English where it is not spoken */
                "accept-language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives one of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "order-intake",
                     *       "title": "Take an order, check it, answer",
                     *       "description": "A webhook takes an order, checks that nothing is missing, works out the total and answers. What is wrong is answered with 400 and the reason.",
                     *       "shows": [
                     *         "Webhook",
                     *         "If",
                     *         "Respond to Webhook",
                     *         "expressions"
                     *       ],
                     *       "tags": [
                     *         "webhook",
                     *         "api"
                     *       ],
                     *       "document": {
                     *         "formatVersion": 1,
                     *         "name": "Take an order, check it, answer",
                     *         "description": "A webhook takes an order, checks that nothing is missing, works out the total and answers. What is wrong is answered with 400 and the reason.",
                     *         "tags": [
                     *           "webhook",
                     *           "api"
                     *         ],
                     *         "nodes": [
                     *           {
                     *             "id": "order-comes-in",
                     *             "name": "Order comes in",
                     *             "type": "webhookTrigger",
                     *             "version": 1,
                     *             "position": [
                     *               0,
                     *               112
                     *             ],
                     *             "parameters": {
                     *               "path": "orders-intake",
                     *               "methods": [
                     *                 "POST"
                     *               ],
                     *               "responseMode": "responseNode"
                     *             }
                     *           },
                     *           {
                     *             "id": "is-it-complete",
                     *             "name": "Is it complete?",
                     *             "type": "if",
                     *             "version": 1,
                     *             "position": [
                     *               240,
                     *               112
                     *             ],
                     *             "parameters": {
                     *               "conditions": {
                     *                 "combinator": "and",
                     *                 "typeValidation": "loose",
                     *                 "conditions": [
                     *                   {
                     *                     "left": "={{ $json.body.email }}",
                     *                     "operator": {
                     *                       "type": "string",
                     *                       "operation": "notEmpty"
                     *                     }
                     *                   },
                     *                   {
                     *                     "left": "={{ $json.body.items }}",
                     *                     "operator": {
                     *                       "type": "array",
                     *                       "operation": "notEmpty"
                     *                     }
                     *                   }
                     *                 ]
                     *               }
                     *             }
                     *           },
                     *           {
                     *             "id": "work-out-the-total",
                     *             "name": "Work out the total",
                     *             "type": "editFields",
                     *             "version": 1,
                     *             "position": [
                     *               480,
                     *               0
                     *             ],
                     *             "parameters": {
                     *               "mode": "fields",
                     *               "fields": [
                     *                 {
                     *                   "name": "email",
                     *                   "type": "string",
                     *                   "value": "={{ $json.body.email }}"
                     *                 },
                     *                 {
                     *                   "name": "total",
                     *                   "type": "number",
                     *                   "value": "={{ $json.body.items.map((item) => item.price * item.qty).sum() }}"
                     *                 },
                     *                 {
                     *                   "name": "at",
                     *                   "type": "string",
                     *                   "value": "={{ $now.toISO() }}"
                     *                 }
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "id": "confirm",
                     *             "name": "Confirm",
                     *             "type": "respondToWebhook",
                     *             "version": 1,
                     *             "position": [
                     *               720,
                     *               0
                     *             ],
                     *             "parameters": {
                     *               "respondWith": "json",
                     *               "json": "={{ { ok: true, total: $json.total } }}"
                     *             }
                     *           },
                     *           {
                     *             "id": "say-what-is-missing",
                     *             "name": "Say what is missing",
                     *             "type": "respondToWebhook",
                     *             "version": 1,
                     *             "position": [
                     *               480,
                     *               224
                     *             ],
                     *             "parameters": {
                     *               "respondWith": "json",
                     *               "json": "={{ { ok: false, missing: ['email', 'items'].filter((name) => !$json.body[name] || $json.body[name].length === 0) } }}",
                     *               "options": {
                     *                 "responseCode": 400
                     *               }
                     *             }
                     *           }
                     *         ],
                     *         "edges": [
                     *           {
                     *             "kind": "main",
                     *             "from": {
                     *               "node": "order-comes-in"
                     *             },
                     *             "to": {
                     *               "node": "is-it-complete"
                     *             }
                     *           },
                     *           {
                     *             "kind": "main",
                     *             "from": {
                     *               "node": "is-it-complete"
                     *             },
                     *             "to": {
                     *               "node": "work-out-the-total"
                     *             }
                     *           },
                     *           {
                     *             "kind": "main",
                     *             "from": {
                     *               "node": "work-out-the-total"
                     *             },
                     *             "to": {
                     *               "node": "confirm"
                     *             }
                     *           },
                     *           {
                     *             "kind": "main",
                     *             "from": {
                     *               "node": "is-it-complete",
                     *               "port": 1
                     *             },
                     *             "to": {
                     *               "node": "say-what-is-missing"
                     *             }
                     *           }
                     *         ],
                     *         "pins": {
                     *           "order-comes-in": [
                     *             {
                     *               "json": {
                     *                 "headers": {
                     *                   "content-type": "application/json"
                     *                 },
                     *                 "params": {},
                     *                 "query": {},
                     *                 "body": {
                     *                   "email": "ada@example.com",
                     *                   "items": [
                     *                     {
                     *                       "name": "Notebook",
                     *                       "price": 12.5,
                     *                       "qty": 2
                     *                     },
                     *                     {
                     *                       "name": "Pencil",
                     *                       "price": 1.2,
                     *                       "qty": 10
                     *                     }
                     *                   ]
                     *                 }
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "settings": {}
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TemplateView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialsTypes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the texts, such as `de`; English where it is not spoken */
                "accept-language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the declarations of all types of credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "type": "httpHeaderAuth",
                     *           "label": "Header auth",
                     *           "summary": "Sends a header.",
                     *           "icon": "key",
                     *           "signsCalls": true,
                     *           "hosts": [],
                     *           "parameters": {}
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CredentialTypeView"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialsList: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
                /** @description Part of the name, or of what the type is called */
                q?: string;
                /** @description Only credentials of this type */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists credentials, newest first, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "name": "Warehouse",
                     *           "type": "httpHeaderAuth",
                     *           "data": {
                     *             "name": "X-Api-Key"
                     *           },
                     *           "allowedHosts": [
                     *             "api.example.com"
                     *           ],
                     *           "usedBy": 2,
                     *           "proof": {
                     *             "ok": true,
                     *             "at": "2026-11-24T09:30:00.000Z",
                     *             "by": "run",
                     *             "message": "The service at api.example.com answered 200."
                     *           },
                     *           "createdAt": "2026-11-24T09:30:00.000Z",
                     *           "updatedAt": "2026-11-24T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CredentialView"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialsCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCredentialBody"];
            };
        };
        responses: {
            /** @description Saves a credential. Its secrets never come out again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "name": "Warehouse",
                     *       "type": "httpHeaderAuth",
                     *       "data": {
                     *         "name": "X-Api-Key"
                     *       },
                     *       "allowedHosts": [
                     *         "api.example.com"
                     *       ],
                     *       "usedBy": 2,
                     *       "proof": {
                     *         "ok": true,
                     *         "at": "2026-11-24T09:30:00.000Z",
                     *         "by": "run",
                     *         "message": "The service at api.example.com answered 200."
                     *       },
                     *       "createdAt": "2026-11-24T09:30:00.000Z",
                     *       "updatedAt": "2026-11-24T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CredentialView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialsBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialBulkBody"];
            };
        };
        responses: {
            /** @description Does one thing to several credentials, and tells of each what became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "ok": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialsTestNew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialTrial"];
            };
        };
        responses: {
            /** @description Tries the fields of a new credential out, and saves nothing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": null,
                     *       "message": "No call could show it."
                     *     }
                     */
                    "application/json": components["schemas"]["CredentialTestResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives a credential without its secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "name": "Warehouse",
                     *       "type": "httpHeaderAuth",
                     *       "data": {
                     *         "name": "X-Api-Key"
                     *       },
                     *       "allowedHosts": [
                     *         "api.example.com"
                     *       ],
                     *       "usedBy": 2,
                     *       "proof": {
                     *         "ok": true,
                     *         "at": "2026-11-24T09:30:00.000Z",
                     *         "by": "run",
                     *         "message": "The service at api.example.com answered 200."
                     *       },
                     *       "createdAt": "2026-11-24T09:30:00.000Z",
                     *       "updatedAt": "2026-11-24T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CredentialView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialsUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialBody"];
            };
        };
        responses: {
            /** @description Changes the fields that are given; the others, secrets among them, stay as they are. A further host wants the secrets anew, except of an owner or admin. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "name": "Warehouse",
                     *       "type": "httpHeaderAuth",
                     *       "data": {
                     *         "name": "X-Api-Key"
                     *       },
                     *       "allowedHosts": [
                     *         "api.example.com"
                     *       ],
                     *       "usedBy": 2,
                     *       "proof": {
                     *         "ok": true,
                     *         "at": "2026-11-24T09:30:00.000Z",
                     *         "by": "run",
                     *         "message": "The service at api.example.com answered 200."
                     *       },
                     *       "createdAt": "2026-11-24T09:30:00.000Z",
                     *       "updatedAt": "2026-11-24T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CredentialView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialsDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deletes a credential. Workflows that name it fail where they need it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialsUses: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the workflows that name a credential, live or in their newest version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "name": "New orders",
                     *           "active": true
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["UsingWorkflow"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialsTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CredentialTrial"];
            };
        };
        responses: {
            /** @description Tries a credential out where its type has a harmless call for that. Fields that are given are tried and not saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "message": "It works."
                     *     }
                     */
                    "application/json": components["schemas"]["CredentialTestResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionReportsStats: {
        parameters: {
            query?: {
                /** @description Only executions of this workflow */
                workflowId?: string;
                /** @description How far back, in hours */
                hours?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tells what happened in the last hours, in figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": 18204,
                     *       "tests": 12,
                     *       "failed": 31,
                     *       "running": 4,
                     *       "waiting": 2,
                     *       "inDoubt": 0,
                     *       "p95Ms": 412,
                     *       "buckets": [
                     *         {
                     *           "at": "2026-11-24T09:00:00.000Z",
                     *           "succeeded": 740,
                     *           "failed": 2,
                     *           "others": 0
                     *         }
                     *       ],
                     *       "truncated": false
                     *     }
                     */
                    "application/json": components["schemas"]["ExecutionStats"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionReportsExport: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
                /** @description Only executions of this workflow */
                workflowId?: string;
                /** @description Only these states, separated by commas */
                status?: string[];
                /** @description Only executions queued at or after this time */
                from?: string;
                /** @description Only executions queued before this time */
                to?: string;
                /** @description Only runs that were started so, separated by commas */
                mode?: string[];
                /** @description Only tests, or only runs in earnest */
                test?: boolean;
                /** @description Only those with this in their id, their workflow's name or their error; among the newest 20000 that fit the other filters */
                q?: string;
                format?: "csv" | "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives a list of executions as a file: the newest 10,000 that fit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example id,workflowId,... */
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionReportsBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkBody"];
            };
        };
        responses: {
            /** @description Does one thing to several executions, and tells of each what became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "ok": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionReportsFile: {
        parameters: {
            query?: {
                /** @description The `id` of an item’s file */
                file?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives a file that an item of the execution carries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example bytes */
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunBody"];
            };
        };
        responses: {
            /** @description With `wait`: the execution, ended or as it stands after 5 minutes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "workflowId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "workflowName": "New order to warehouse",
                     *       "version": 3,
                     *       "liveNumber": 2,
                     *       "status": "success",
                     *       "mode": "webhook",
                     *       "queuedAt": "2026-11-24T09:30:00.000Z",
                     *       "startedAt": "2026-11-24T09:30:00.000Z",
                     *       "finishedAt": "2026-11-24T09:30:00.214Z",
                     *       "wakeAt": null,
                     *       "error": null,
                     *       "summary": null,
                     *       "retryOf": null,
                     *       "isTest": false,
                     *       "parentId": null,
                     *       "cancelRequested": false,
                     *       "lastNode": "Edit Fields",
                     *       "customData": {},
                     *       "waiting": null,
                     *       "attempts": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "workflowId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "workflowName": "New order to warehouse",
                     *           "version": 3,
                     *           "liveNumber": 2,
                     *           "status": "success",
                     *           "mode": "webhook",
                     *           "queuedAt": "2026-11-24T09:30:00.000Z",
                     *           "startedAt": "2026-11-24T09:30:00.000Z",
                     *           "finishedAt": "2026-11-24T09:30:00.214Z",
                     *           "error": null,
                     *           "retryOf": null
                     *         }
                     *       ],
                     *       "parent": null,
                     *       "children": [],
                     *       "childCount": 0,
                     *       "runs": {
                     *         "Webhook": [
                     *           {
                     *             "index": 0,
                     *             "status": "success",
                     *             "sources": [
                     *               null
                     *             ],
                     *             "outputs": [
                     *               [
                     *                 {
                     *                   "json": {
                     *                     "body": {
                     *                       "price": 21,
                     *                       "count": 2
                     *                     }
                     *                   }
                     *                 }
                     *               ]
                     *             ],
                     *             "startedAt": 1795512600000,
                     *             "finishedAt": 1795512600001
                     *           }
                     *         ],
                     *         "Edit Fields": [
                     *           {
                     *             "index": 1,
                     *             "status": "success",
                     *             "sources": [
                     *               {
                     *                 "node": "Webhook",
                     *                 "output": 0,
                     *                 "run": 0
                     *               }
                     *             ],
                     *             "outputs": [
                     *               [
                     *                 {
                     *                   "json": {
                     *                     "total": 42
                     *                   },
                     *                   "pairedItem": {
                     *                     "item": 0
                     *                   }
                     *                 }
                     *               ]
                     *             ],
                     *             "startedAt": 1795512600001,
                     *             "finishedAt": 1795512600002
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExecutionDetail"];
                };
            };
            /** @description Runs a workflow. With `wait` answers with the finished execution. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "executionId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e"
                     *     }
                     */
                    "application/json": components["schemas"]["Started"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsLastCall: {
        parameters: {
            query: {
                /** @description Id of the trigger’s node */
                trigger: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tells when a trigger of a workflow was last met in earnest. Run with `inputFrom` to begin with that data. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "call": {
                     *         "executionId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *         "at": "2026-11-24T09:30:00.000Z",
                     *         "mode": "webhook",
                     *         "status": "success",
                     *         "version": 3,
                     *         "itemCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["LastCallAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsList: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
                /** @description Only executions of this workflow */
                workflowId?: string;
                /** @description Only these states, separated by commas */
                status?: string[];
                /** @description Only executions queued at or after this time */
                from?: string;
                /** @description Only executions queued before this time */
                to?: string;
                /** @description Only runs that were started so, separated by commas */
                mode?: string[];
                /** @description Only tests, or only runs in earnest */
                test?: boolean;
                /** @description Only those with this in their id, their workflow's name or their error; among the newest 20000 that fit the other filters */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists executions, newest first, without their data. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "workflowId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "workflowName": "New order to warehouse",
                     *           "version": 3,
                     *           "liveNumber": 2,
                     *           "status": "success",
                     *           "mode": "webhook",
                     *           "queuedAt": "2026-11-24T09:30:00.000Z",
                     *           "startedAt": "2026-11-24T09:30:00.000Z",
                     *           "finishedAt": "2026-11-24T09:30:00.214Z",
                     *           "wakeAt": null,
                     *           "error": null,
                     *           "summary": null,
                     *           "retryOf": null,
                     *           "isTest": false,
                     *           "parentId": null,
                     *           "cancelRequested": false
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ExecutionView"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives an execution with what every node did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "workflowId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "workflowName": "New order to warehouse",
                     *       "version": 3,
                     *       "liveNumber": 2,
                     *       "status": "success",
                     *       "mode": "webhook",
                     *       "queuedAt": "2026-11-24T09:30:00.000Z",
                     *       "startedAt": "2026-11-24T09:30:00.000Z",
                     *       "finishedAt": "2026-11-24T09:30:00.214Z",
                     *       "wakeAt": null,
                     *       "error": null,
                     *       "summary": null,
                     *       "retryOf": null,
                     *       "isTest": false,
                     *       "parentId": null,
                     *       "cancelRequested": false,
                     *       "lastNode": "Edit Fields",
                     *       "customData": {},
                     *       "waiting": null,
                     *       "attempts": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "workflowId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "workflowName": "New order to warehouse",
                     *           "version": 3,
                     *           "liveNumber": 2,
                     *           "status": "success",
                     *           "mode": "webhook",
                     *           "queuedAt": "2026-11-24T09:30:00.000Z",
                     *           "startedAt": "2026-11-24T09:30:00.000Z",
                     *           "finishedAt": "2026-11-24T09:30:00.214Z",
                     *           "error": null,
                     *           "retryOf": null
                     *         }
                     *       ],
                     *       "parent": null,
                     *       "children": [],
                     *       "childCount": 0,
                     *       "runs": {
                     *         "Webhook": [
                     *           {
                     *             "index": 0,
                     *             "status": "success",
                     *             "sources": [
                     *               null
                     *             ],
                     *             "outputs": [
                     *               [
                     *                 {
                     *                   "json": {
                     *                     "body": {
                     *                       "price": 21,
                     *                       "count": 2
                     *                     }
                     *                   }
                     *                 }
                     *               ]
                     *             ],
                     *             "startedAt": 1795512600000,
                     *             "finishedAt": 1795512600001
                     *           }
                     *         ],
                     *         "Edit Fields": [
                     *           {
                     *             "index": 1,
                     *             "status": "success",
                     *             "sources": [
                     *               {
                     *                 "node": "Webhook",
                     *                 "output": 0,
                     *                 "run": 0
                     *               }
                     *             ],
                     *             "outputs": [
                     *               [
                     *                 {
                     *                   "json": {
                     *                     "total": 42
                     *                   },
                     *                   "pairedItem": {
                     *                     "item": 0
                     *                   }
                     *                 }
                     *               ]
                     *             ],
                     *             "startedAt": 1795512600001,
                     *             "finishedAt": 1795512600002
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExecutionDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deletes an ended execution with its data. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsItems: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
                /** @description What went in, or what came out */
                side?: "in" | "out";
            };
            header?: never;
            path: {
                id: string;
                index: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives the items that went into or came out of a step, page by page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "port": 0,
                     *           "item": {
                     *             "json": {
                     *               "total": 42
                     *             },
                     *             "pairedItem": {
                     *               "item": 0
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["StepItem"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsRetry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryBody"];
            };
        };
        responses: {
            /** @description Runs a failed execution again from the node that failed: as it ran, or in another version of the workflow. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "executionId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e"
                     *     }
                     */
                    "application/json": components["schemas"]["Started"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReplayBody"];
            };
        };
        responses: {
            /** @description Runs an execution again, from its trigger or another node, with its own data or other items, in any version. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "executionId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e"
                     *     }
                     */
                    "application/json": components["schemas"]["Started"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Asks a run to stop. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "executionId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e"
                     *     }
                     */
                    "application/json": components["schemas"]["Started"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            /** @description Settles a step of which nobody knows whether it took effect. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "executionId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e"
                     *     }
                     */
                    "application/json": components["schemas"]["Started"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionsResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResumeBody"];
            };
        };
        responses: {
            /** @description Lets a run go on that waits for its time or for a call. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "executionId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e"
                     *     }
                     */
                    "application/json": components["schemas"]["Started"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    executionEventsEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the last event that was read: go on behind it */
                "last-event-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events of a run: what has happened so far, then what happens, until it ends. Ends with the access token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 7
                     *     event: finished
                     *     data: {"t":"finished","at":1795480000000,"status":"success"}
                     */
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    usageCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the tenant uses, and its limits; those of runs and calls hold for each process */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "storage": {
                     *         "executionBytes": 73400320,
                     *         "fileBytes": 10485760,
                     *         "limitBytes": 10737418240
                     *       },
                     *       "documents": {
                     *         "usedBytes": 2097152,
                     *         "auditBytes": 81920,
                     *         "limitBytes": 1073741824
                     *       },
                     *       "keptAnswers": {
                     *         "usedBytes": 20480,
                     *         "limitBytes": 268435456
                     *       },
                     *       "queuedRuns": {
                     *         "count": 3,
                     *         "limit": 100000
                     *       },
                     *       "runsAtOnce": {
                     *         "limit": 50
                     *       },
                     *       "callsPerSecond": {
                     *         "limit": 2000
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Usage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhooksList: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the addresses of live workflows, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "workflow": {
                     *             "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *             "name": "New orders",
                     *             "version": 3
                     *           },
                     *           "nodeId": "a1",
                     *           "method": "POST",
                     *           "url": "http://127.0.0.1:3000/webhook/orders",
                     *           "free": true,
                     *           "tenantUrl": "http://127.0.0.1:3000/webhook/t/engines/orders"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["WebhookView"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhooksAddress: {
        parameters: {
            query: {
                /** @description Below /webhook/, with parameters by name */
                path: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tells at which addresses a path would be called, if a workflow had it now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "http://127.0.0.1:3000/webhook/orders",
                     *       "testUrl": "http://127.0.0.1:3000/webhook-test/orders",
                     *       "free": true
                     *     }
                     */
                    "application/json": components["schemas"]["AddressFacts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhooksHeld: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the plain paths that nobody else can have, newest first: those in use, and those that were a while ago. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "segment": "orders",
                     *           "used": false,
                     *           "since": "2026-11-24T09:30:00.000Z",
                     *           "keptUntil": "2026-12-24T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["HeldPath"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhooksRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lets go of a plain path that is not in use: from now on any tenant may have it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    webhooksListen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Arms the test addresses of the workflow's draft, for one call or 2 minutes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "until": "2026-11-24T09:32:00.000Z",
                     *       "webhooks": [
                     *         {
                     *           "node": "Webhook",
                     *           "nodeId": "a1",
                     *           "method": "POST",
                     *           "url": "http://127.0.0.1:3000/webhook-test/orders",
                     *           "appPath": "/webhook-test/orders",
                     *           "executionId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Listening"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhooksCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stops listening at the test addresses. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    editorEvaluate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluateBody"];
            };
        };
        responses: {
            /** @description Tells what a text with expressions gives for an item: a value, `undefined` or an error, and what would mend it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "undefined",
                     *       "hints": [
                     *         {
                     *           "code": "expression.unknown-field",
                     *           "message": "$json has no field \"totl\". It has \"total\".",
                     *           "from": 10,
                     *           "to": 14,
                     *           "mend": {
                     *             "label": "Did you mean \"total\"?",
                     *             "from": 9,
                     *             "to": 14,
                     *             "insert": ".total"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EvaluationView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    editorEvaluateMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluateManyBody"];
            };
        };
        responses: {
            /** @description Tells what several texts give for the same item, such as all parameters of a node. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "value",
                     *           "result": 42,
                     *           "hints": []
                     *         },
                     *         {
                     *           "kind": "undefined",
                     *           "hints": [
                     *             {
                     *               "code": "expression.unknown-field",
                     *               "message": "$json has no field \"totl\". It has \"total\".",
                     *               "from": 10,
                     *               "to": 14,
                     *               "mend": {
                     *                 "label": "Did you mean \"total\"?",
                     *                 "from": 9,
                     *                 "to": 14,
                     *                 "insert": ".total"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EvaluationsAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    editorOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionsBody"];
            };
        };
        responses: {
            /** @description Gives the choices of a parameter, looked up where the node type says so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "value": "fields",
                     *           "label": "Field by field"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChoicesAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    schedulesList: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; the first page when it's left out */
                cursor?: string;
                /** @description Only schedules of this workflow */
                workflowId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the schedules of live workflows, with the next time of each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "workflowId": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "workflowName": "Morning report",
                     *           "version": 3,
                     *           "nodeId": "schedule",
                     *           "rule": {
                     *             "kind": "cron",
                     *             "expression": "0 30 8 * * 1-5"
                     *           },
                     *           "timezone": "Europe/Berlin",
                     *           "missed": "run-once",
                     *           "nextAt": "2026-11-25T07:30:00.000Z",
                     *           "lastAt": "2026-11-24T07:30:00.000Z",
                     *           "paused": false,
                     *           "error": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ScheduleView"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    schedulesUpcoming: {
        parameters: {
            query?: {
                /** @description How many times at most */
                count?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tells the next times of a schedule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         "2026-11-25T07:30:00.000Z",
                     *         "2026-11-26T07:30:00.000Z"
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["UpcomingTimes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    schedulesPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchedulePreviewQuery"];
            };
        };
        responses: {
            /** @description Tells the next times of a schedule trigger as it is drafted, as if it went live now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         "2026-11-25T07:30:00.000Z"
                     *       ],
                     *       "rules": [
                     *         {
                     *           "kind": "cron",
                     *           "expression": "0 30 8 * * 1-5"
                     *         }
                     *       ],
                     *       "timezone": "Europe/Berlin"
                     *     }
                     */
                    "application/json": components["schemas"]["SchedulePreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    schedulesPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pauses a schedule; the workflow stays live for its other triggers. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    schedulesResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Resumes a schedule with its next time; what was due in between is not made up for. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    systemHealthInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tells which version of the server answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "0.1.0",
                     *       "seesHealth": true
                     *     }
                     */
                    "application/json": components["schemas"]["SystemInfo"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    systemHealthLook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tells how the process that answers is: memory, database, code processes, crashes; to admins of the tenant that runs the installation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "0.1.0",
                     *       "node": "v24.11.0",
                     *       "startedAt": "2026-11-24T09:30:00.000Z",
                     *       "roles": [
                     *         "all"
                     *       ],
                     *       "memory": {
                     *         "rss": 210000000,
                     *         "heapUsed": 90000000,
                     *         "heapLimit": 1600000000
                     *       },
                     *       "eventLoopDelayMs": 1.2,
                     *       "database": {
                     *         "works": true,
                     *         "embedded": true,
                     *         "version": "18.4",
                     *         "size": 24000000,
                     *         "answersInMs": 2
                     *       },
                     *       "codeProcesses": 1,
                     *       "crashes": {
                     *         "total": 1,
                     *         "last": {
                     *           "at": "2026-11-24T09:29:51.000Z",
                     *           "startedAt": "2026-11-20T07:00:12.000Z",
                     *           "host": "flows-1",
                     *           "message": null
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SystemHealth"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    viewsList: {
        parameters: {
            query?: {
                /** @description Of every list when left out */
                list?: components["schemas"]["ViewList"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists my saved views, and those that the tenant shares, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *           "list": "executions",
                     *           "name": "Failed webhooks",
                     *           "query": "q=status%3Aerror+mode%3Awebhook",
                     *           "shared": true,
                     *           "mine": true,
                     *           "ownerName": "Ada Lovelace",
                     *           "mayChange": true,
                     *           "createdAt": "2026-01-31T09:30:00.000Z",
                     *           "updatedAt": "2026-01-31T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ViewAnswer"][];
                        /** @description Hand it back as `cursor` for the next page; `null` on the last */
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    viewsCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewBody"];
            };
        };
        responses: {
            /** @description Saves a view of a list. Sharing it needs the role that edits workflows. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "list": "executions",
                     *       "name": "Failed webhooks",
                     *       "query": "q=status%3Aerror+mode%3Awebhook",
                     *       "shared": true,
                     *       "mine": true,
                     *       "ownerName": "Ada Lovelace",
                     *       "mayChange": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ViewAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    viewsDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deletes a view. Of others only admins delete one that is shared. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    viewsChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewChanges"];
            };
        };
        responses: {
            /** @description Renames a view, changes what it shows, shares it or takes it back. Of others only admins change one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e",
                     *       "list": "executions",
                     *       "name": "Failed webhooks",
                     *       "query": "q=status%3Aerror+mode%3Awebhook",
                     *       "shared": true,
                     *       "mine": true,
                     *       "ownerName": "Ada Lovelace",
                     *       "mayChange": true,
                     *       "createdAt": "2026-01-31T09:30:00.000Z",
                     *       "updatedAt": "2026-01-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ViewAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
