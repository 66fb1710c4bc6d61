import { defineTranslator } from '../translator.js';
import { present } from './parameter-reading.js';

export const crypto = defineTranslator({
  type: 'n8n-nodes-base.crypto',
  translate({ parameters: p = {} }, version) {
    return {
      type: 'crypto',
      version: 1,
      parameters: present({
        action: p.action ?? 'hash',
        hash: p.type ?? (version < 2 ? 'MD5' : 'SHA256'),
        binary: p.binaryData,
        binaryField: p.binaryPropertyName,
        value: p.value,
        source: version < 2 ? 'parameter' : 'credential',
        secret: p.secret,
        algorithm: p.algorithm,
        privateKey: p.privateKey,
        encoding: p.encoding,
        kind: p.encodingType,
        length: p.stringLength,
        outputField: p.dataPropertyName,
      }),
    };
  },
});
