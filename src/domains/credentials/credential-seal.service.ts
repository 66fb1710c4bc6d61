import { Injectable } from '@nestjs/common';
import type { CredentialDefinition } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { Problem } from '../../http/problem.js';
import { DecryptionError, Keyring } from '../../infrastructure/encryption/keyring.js';
import type { Credential } from './credential.entity.js';
import { shownFields } from './credential-fields.js';

const PURPOSE = 'credentials';

/** What is encrypted of a credential, and read again. */
@Injectable()
export class CredentialSeal {
  constructor(private readonly keyring: Keyring) {}

  /** A credential's data as it is stored: what may be shown, and the whole of it encrypted. */
  close(definition: CredentialDefinition, tenantId: string, id: string, data: JsonObject) {
    return {
      shown: shownFields(definition, data),
      sealed: this.keyring.encrypt(JSON.stringify(data), PURPOSE, identity(tenantId, id)),
    };
  }

  /** @throws Problem 409 when it was encrypted with a key that is not here, or for another record */
  open(row: Credential): JsonObject {
    try {
      return JSON.parse(this.keyring.decrypt(row.sealed, PURPOSE, identity(row.tenantId, row.id))) as JsonObject;
    } catch (error) {
      if (!(error instanceof DecryptionError)) throw error;
      throw Problem.conflict(
        'credential.unreadable',
        `'${row.name}' can't be read: ${error.message} Enter its data anew.`,
      );
    }
  }
}

/** What the encrypted text is bound to: it can't be read as another tenant's or another record's. */
function identity(tenantId: string, id: string): string {
  return `${tenantId}/${id}`;
}
