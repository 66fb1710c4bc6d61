import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Schnittstelle', 'Endpunkt', 'Anfrage', 'Rückruf', 'Adresse', 'empfangen', 'Aufruf'],
  texts: {
    Webhook: 'Webhook',
    'Starts the workflow when its address is called over HTTP.':
      'Startet den Workflow, wenn seine Adresse über HTTP aufgerufen wird.',
    'Start when a URL is called': 'Starten, wenn eine Adresse aufgerufen wird',
    'Receive data by POST': 'Daten per POST empfangen',
    'Build an API endpoint': 'Einen API-Endpunkt bauen',
    'Receive a call and answer it by a node': 'Einen Aufruf annehmen und durch einen Knoten beantworten',
    Methods: 'Methoden',
    'With several, each has an output of its own.': 'Bei mehreren hat jede ihren eigenen Ausgang.',
    Path: 'Pfad',
    'The end of the address. A part that begins with a colon takes any value, as in orders/:id.':
      'Das Ende der Adresse. Ein Teil, der mit einem Doppelpunkt beginnt, nimmt jeden Wert an, wie in orders/:id.',
    'Who may call': 'Wer aufrufen darf',
    'Everyone who knows the address': 'Alle, die die Adresse kennen',
    'Name and password': 'Name und Passwort',
    'Secret in a header': 'Geheimnis in einem Header',
    'JSON web token': 'JSON Web Token',
    Answer: 'Antwort',
    'At once': 'Sofort',
    'Before the workflow runs.': 'Bevor der Workflow läuft.',
    'When the workflow has run': 'Wenn der Workflow gelaufen ist',
    'With what the last node gave.': 'Mit dem, was der letzte Knoten gab.',
    'By a node': 'Durch einen Knoten',
    'A node "Respond to webhook" answers.': 'Ein Knoten „Webhook beantworten“ antwortet.',
    'Status code': 'Statuscode',
    'Of the answer, 200 to 599.': 'Der Antwort, 200 bis 599.',
    'Answer with': 'Antworten mit',
    'The first item': 'Erstem Element',
    'All items': 'Allen Elementen',
    'A file of the first item': 'Einer Datei des ersten Elements',
    Nothing: 'Nichts',
    'Name of the file': 'Name der Datei',
    Options: 'Optionen',
    'Text of the answer': 'Text der Antwort',
    'When it is answered at once.': 'Wenn sofort geantwortet wird.',
    'Answer without a body': 'Ohne Inhalt antworten',
    'Headers of the answer': 'Header der Antwort',
    header: 'Header',
    Name: 'Name',
    Value: 'Wert',
    'Only this field of the item': 'Nur dieses Feld des Elements',
    'Its path. The answer is the field and not the whole item.':
      'Sein Pfad. Die Antwort ist das Feld und nicht das ganze Element.',
    'Content type of the answer': 'Inhaltstyp der Antwort',
    'Keep the body as it came': 'Inhalt behalten, wie er kam',
    'As a file beside what was read of it, to check a signature for instance.':
      'Als Datei neben dem, was daraus gelesen wurde, etwa um eine Signatur zu prüfen.',
    'Take the body as a file': 'Inhalt als Datei nehmen',
    'Whatever its type, unread.': 'Gleich welcher Art, ungelesen.',
    'Keep +json bodies as files': '+json-Inhalte als Datei behalten',
    'Types such as application/cloudevents+json, as n8n has it. Left out: they are read like JSON.':
      'Typen wie application/cloudevents+json, wie in n8n. Ohne dies werden sie wie JSON gelesen.',
    'Name of the file property': 'Name der Datei-Eigenschaft',
    'Files of a form with several are called by this name and a number.':
      'Hat ein Formular mehrere Dateien, heißen sie so und bekommen eine Nummer.',
    'Web pages that may call': 'Webseiten, die aufrufen dürfen',
    'Origins, separated by commas; * for all.': 'Herkünfte (Origins), durch Kommas getrennt; * für alle.',
    'Addresses that may call': 'Adressen, die aufrufen dürfen',
    'IP addresses or ranges (10.0.0.0/8), separated by commas. Left empty: all.':
      'IP-Adressen oder Bereiche (10.0.0.0/8), durch Kommas getrennt. Leer: alle.',
    'Turn robots away': 'Roboter abweisen',
    'Crawlers and link previews get no run.': 'Suchroboter und Linkvorschauen lösen keinen Lauf aus.',
  },
  docs: {
    of: 'c36ebf51',
    text: `Startet den Workflow, wenn seine Adresse aufgerufen wird. Das Element hat \`body\`, \`query\`, \`headers\` und \`params\`.

Solange Sie bauen, macht *Auf einen Testaufruf warten* die Testadresse für einen Aufruf scharf. Nach dem Veröffentlichen gilt die Produktionsadresse.

\`orders/:id\` nimmt an dieser Stelle jeden Wert an: \`={{ $json.params.id }}\`.

Der Inhalt wird nach seinem Typ gelesen, entpackt (gzip, deflate, br) und in seinem Zeichensatz: JSON (auch \`+json\`), Formulare, Text und XML mit kleingeschriebenen Tags, Attributen unter \`$\` und Text daneben unter \`_\`. Alles andere wird eine Datei.

**Achtung:**
- Wird *Sofort* geantwortet, erfährt der Aufrufer nie, wie der Lauf endete; *Wenn der Workflow gelaufen ist* lässt ihn darauf warten.
- Ohne Wahl unter *Wer aufrufen darf* kann ihn starten, wer die Adresse kennt. Womit sich ein Aufrufer ausweist, steht nicht im Element.
- Bei mehreren Methoden hat jede ihren eigenen Ausgang.`,
  },
};
