import type { Texts } from '../texts.ts';

export const curl: Texts['curl'] = {
  open: 'cURL importieren',
  title: 'Einen cURL-Befehl importieren',
  command: 'Befehl',
  hint: 'Wie ihn die Entwicklerwerkzeuge eines Browsers oder die Dokumentation einer API geben: für bash, cmd oder PowerShell.',
  take: 'Importieren',
  taken: 'Die Anfrage ist, wie der Befehl sie beschreibt.',
  keep: 'Das Geheimnis in Zugangsdaten aufheben',
  keepText: (source, host) =>
    host === ''
      ? `Was ${source} enthält, wird verschlüsselt aufgehoben und steht nicht im Workflow.`
      : `Was ${source} enthält, wird verschlüsselt aufgehoben, geht nur an ${host} und steht nicht im Workflow.`,
  plainText: 'Das Geheimnis steht im Workflow, wo es alle sehen, die ihn lesen dürfen.',
  credentialName: 'Name der Zugangsdaten',
  faults: {
    notCurl: () => 'Das ist kein curl-Befehl: Er beginnt mit „curl“.',
    quote: (what) => `Ein Anführungszeichen wird nicht geschlossen: ${what}`,
    noAddress: () => 'Der Befehl hat keine Adresse.',
    file: (what) =>
      `Der Befehl liest die Datei „${what}“ auf Ihrem Rechner. Ihren Inhalt einsetzen oder eine Datei des Elements senden.`,
    config: () => 'Der Befehl liest seine Optionen aus einer Datei auf Ihrem Rechner. Die Optionen ausschreiben.',
    method: (what) => `Die Methode ${what} kann nicht gesendet werden.`,
  },
  notes: {
    variable: (what) => `${what} füllt die Shell aus. Den Wert oder einen Ausdruck einsetzen.`,
    moreCommands: () => 'Was auf den Befehl folgt, wird weggelassen.',
    moreAddresses: (what) => `Nur die erste Adresse wird übernommen; weggelassen: ${what}`,
    ignored: (what) => `${what} wird weggelassen.`,
    certificate: (what) => `${what} wird weggelassen: Ein Client-Zertifikat als Zugangsdaten hinzufügen.`,
    file: (what) =>
      `„${what}“ liegt auf Ihrem Rechner: Stattdessen wird die Datei im Feld „data“ des Elements gesendet.`,
  },
};
