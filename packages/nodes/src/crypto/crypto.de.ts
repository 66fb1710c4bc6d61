import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Hash', 'Prüfsumme', 'signieren', 'unterschreiben', 'Zufall', 'Passwort', 'verschlüsseln', 'UUID'],
  texts: {
    Crypto: 'Kryptografie',
    'Hashes or signs text and files, and makes random values.':
      'Bildet Hashes von Text und Dateien, signiert sie und erzeugt Zufallswerte.',
    'Hash a text or a file': 'Hash eines Textes oder einer Datei bilden',
    'Hash with a secret (HMAC)': 'Hash mit einem Geheimnis (HMAC)',
    'Sign with a private key': 'Mit einem privaten Schlüssel signieren',
    'Generate a random value or UUID': 'Zufallswert oder UUID erzeugen',
    Action: 'Aktion',
    Hash: 'Hash',
    'Generate a random value': 'Zufallswert erzeugen',
    'Kind of hash': 'Art des Hashs',
    'Of a file': 'Einer Datei',
    'Name of the file': 'Name der Datei',
    Value: 'Wert',
    'Secret or key': 'Geheimnis oder Schlüssel',
    Here: 'Hier',
    'In a credential': 'In Zugangsdaten',
    Secret: 'Geheimnis',
    Signature: 'Signatur',
    'Such as RSA-SHA256 or RSA-SHA512.': 'Zum Beispiel RSA-SHA256 oder RSA-SHA512.',
    'Private key': 'Privater Schlüssel',
    'In PEM form.': 'Im PEM-Format.',
    Encoding: 'Kodierung',
    Hex: 'Hex',
    Base64: 'Base64',
    Kind: 'Art',
    'ASCII text': 'ASCII-Text',
    'Base64 text': 'Base64-Text',
    'Hex text': 'Hex-Text',
    Characters: 'Zeichen',
    'Output field': 'Ausgangsfeld',
    'random {kind}': 'Zufall {kind}',
    sign: 'signieren',
    hash: 'Hash',
  },
  docs: {
    of: '4367dd9a',
    text: `Bildet Hashes, signiert und erzeugt Zufallswerte.

Um zu prüfen, ob ein Webhook echt ist: *Hash mit einem Geheimnis*, Wert \`={{ $json.body }}\`, und das Ergebnis in einem **Wenn** mit dem Header vergleichen, der mitkam.

**Achtung:** Ein Hash ist keine Verschlüsselung und lässt sich nicht umkehren. Bewahren Sie Passwörter nicht nur mit MD5 oder SHA auf. Das Geheimnis gehört in Zugangsdaten und nicht in den Knoten, damit es nicht Teil des Workflows ist.`,
  },
};
