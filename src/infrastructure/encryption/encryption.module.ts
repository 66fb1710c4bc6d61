import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Keyring } from './keyring.js';

/** Gives every module the `Keyring`. */
@Global()
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module is a class
export class EncryptionModule {
  static with(keyring: Keyring): DynamicModule {
    return { module: EncryptionModule, providers: [{ provide: Keyring, useValue: keyring }], exports: [Keyring] };
  }
}
