import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PERMISSION, PUBLIC } from './access.js';
import type { PermissionName } from './permissions.js';

/** A route of the management API, and what it takes to call it. */
export interface Route {
  method: string;
  /** As it is declared, without the prefix /api/v1. */
  path: string;
  /** `Controller.method` */
  handler: string;
  permission?: PermissionName;
  /** Why it needs nobody to be signed in. */
  public?: string;
}

/** Every route that a controller declares, by path. */
export function routesOf(app: INestApplication): Route[] {
  const scanner = new MetadataScanner();
  const routes: Route[] = [];
  for (const { instance, metatype } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    if (!instance || !metatype) continue;
    const prototype = Object.getPrototypeOf(instance);
    const base = [Reflect.getMetadata(PATH_METADATA, metatype)].flat()[0] as string;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name] as object;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) continue;
      const read = (key: string) => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, metatype);
      for (const path of [Reflect.getMetadata(PATH_METADATA, handler)].flat() as string[]) {
        routes.push({
          method: RequestMethod[method] as string,
          path: `/${[base, path]
            .map((part) => part.replace(/^\/+|\/+$/g, ''))
            .filter(Boolean)
            .join('/')}`,
          handler: `${metatype.name}.${name}`,
          permission: read(PERMISSION),
          public: read(PUBLIC),
        });
      }
    }
  }
  return routes.sort((a, b) => a.path.localeCompare(b.path, 'en') || a.method.localeCompare(b.method, 'en'));
}
