import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['JavaScript', 'Skript', 'Programm', 'Funktion', 'umformen', 'eigener Code'],
  texts: {
    Code: 'Code',
    'Runs your own JavaScript on the items.': 'Führt eigenes JavaScript mit den Elementen aus.',
    'Run JavaScript once for all items': 'JavaScript einmal für alle Elemente ausführen',
    'Run JavaScript for each item': 'JavaScript für jedes Element ausführen',
    Run: 'Ausführen',
    'Once for all items': 'Einmal für alle Elemente',
    'Once for each item': 'Einmal für jedes Element',
    Language: 'Sprache',
    JavaScript: 'JavaScript',
    Python: 'Python',
    'Kept from an import; it does not run here yet.': 'Aus einem Import behalten; läuft hier noch nicht.',
    Dialect: 'Dialekt',
    "Globals and rules of n8n's older Function nodes, for what was imported from them.":
      'Namen und Regeln der älteren Function-Knoten von n8n, für das, was aus ihnen importiert wurde.',
    Function: 'Function',
    'Function item': 'Function Item',
    '1 line': '1 Zeile',
    '{count} lines': '{count} Zeilen',
  },
  docs: {
    of: 'bebf1e5c',
    text: `Führt Ihr JavaScript aus, getrennt vom Server: ohne Netz, ohne Dateien und mit begrenzter Zeit und begrenztem Speicher.

**Einmal für alle Elemente**: Geben Sie eine Liste von Elementen zurück.

\`\`\`js
return $input.all().filter((item) => item.json.total > 100);
\`\`\`

**Einmal für jedes Element**: Geben Sie ein Objekt zurück, es wird das Element.

\`\`\`js
return { ...$json, total: $json.price * $json.count };
\`\`\`

Einfache Objekte werden als \`json\` eines Elements genommen.

**Achtung:** Aufrufe von Diensten gehören in einen Knoten **HTTP-Anfrage**. Viele Skripte braucht es gar nicht: **Felder bearbeiten**, **Filter**, **Sortieren** und **Zusammenfassen** zeigen auf der Arbeitsfläche, was sie tun.`,
  },
};
