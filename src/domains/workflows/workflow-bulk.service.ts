import { Injectable } from '@nestjs/common';
import { type BulkAnswer, eachOf } from '../../http/bulk.js';
import { type Principal, requireAlso } from '../../http/principal.js';
import type { WorkflowBulkBody } from './dto/bulk-body.js';
import { WorkflowsService } from './workflows.service.js';

/** One act on several workflows, each as if it had been asked for alone: with its own rules, audit and events. */
@Injectable()
export class WorkflowBulk {
  constructor(private readonly workflows: WorkflowsService) {}

  /** @throws Problem 403 when the caller may not switch workflows on and off */
  async run(caller: Principal, { action, ids, folderId, tags = [] }: WorkflowBulkBody): Promise<BulkAnswer> {
    if (action === 'activate' || action === 'deactivate') requireAlso(caller, 'workflows.activate');
    switch (action) {
      case 'activate':
        return eachOf(ids, (id) => this.workflows.activate(caller, id));
      case 'deactivate':
        return eachOf(ids, (id) => this.workflows.deactivate(caller, id));
      case 'delete':
        return eachOf(ids, (id) => this.workflows.delete(caller, id));
      case 'move':
        return eachOf(ids, (id) => this.workflows.place(caller, id, { folderId: folderId ?? null }));
      case 'tag':
        return eachOf(ids, (id) => this.workflows.place(caller, id, { tags: (before) => [...before, ...tags] }));
      case 'untag':
        return eachOf(ids, (id) =>
          this.workflows.place(caller, id, { tags: (before) => before.filter((tag) => !tags.includes(tag)) }),
        );
    }
  }
}
