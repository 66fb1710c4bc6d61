/** What templates say in German, by their English. The names of their nodes stay: expressions mean them. */
export const de: Readonly<Record<string, string>> = {
  'Take an order, check it, answer': 'Eine Bestellung annehmen, prüfen, beantworten',
  'A webhook takes an order, checks that nothing is missing, works out the total and answers. What is wrong is answered with 400 and the reason.':
    'Ein Webhook nimmt eine Bestellung an, prüft, dass nichts fehlt, rechnet die Summe aus und antwortet. Was nicht stimmt, wird mit 400 und dem Grund beantwortet.',
  'Fetch a list each night and summarise it': 'Jede Nacht eine Liste holen und zusammenfassen',
  'Every night at two a list is fetched from an API, grouped, and sent on as one message. Put in your own addresses.':
    'Jede Nacht um zwei wird eine Liste von einer API geholt, gruppiert und als eine Nachricht weitergeschickt. Setzen Sie Ihre eigenen Adressen ein.',
  'Look for news and pass on only what is new': 'Nach Neuem sehen und nur Neues weitergeben',
  'Every quarter of an hour a list is fetched; what was seen in earlier runs is dropped, also after a restart.':
    'Alle Viertelstunde wird eine Liste geholt; was frühere Läufe schon gesehen haben, fällt weg, auch nach einem Neustart.',
  'Ask a person before going on': 'Vor dem Weitermachen einen Menschen fragen',
  'A request waits until somebody opens its link, for days if need be, and holds no memory meanwhile.':
    'Eine Anfrage wartet, bis jemand ihren Link öffnet, notfalls tagelang, und braucht so lange keinen Speicher.',
  'Send `approve` to somebody by mail or chat, with `?answer=yes` or `?answer=no` behind it. The run goes on when the link is opened.':
    'Schicken Sie `approve` jemandem per Mail oder Chat, mit `?answer=yes` oder `?answer=no` dahinter. Der Lauf geht weiter, wenn der Link geöffnet wird.',
  'Sort messages to the right place': 'Nachrichten an die richtige Stelle leiten',
  'Every message is looked at by rules and goes one of several ways; what fits none goes to a person.':
    'Jede Nachricht wird nach Regeln angesehen und geht einen von mehreren Wegen; was zu keiner passt, geht an einen Menschen.',
  'Work through a long list in batches': 'Eine lange Liste in Schüben abarbeiten',
  'Takes a list in batches of ten, calls an API for each, waits in between, and goes on when single calls fail.':
    'Nimmt eine Liste in Zehnerschüben, ruft für jedes Element eine API auf, wartet dazwischen und macht weiter, wenn einzelne Aufrufe scheitern.',
  'Join two lists by a field': 'Zwei Listen über ein Feld verbinden',
  'Customers from one API, orders from another, put together by the customer’s number; orders without a customer are kept.':
    'Kunden aus einer API, Bestellungen aus einer anderen, verbunden über die Kundennummer; Bestellungen ohne Kunden bleiben.',
  'Turn a CSV text into items, clean them': 'Einen CSV-Text in Elemente verwandeln und aufräumen',
  'Reads lines of text, gives every row its fields, drops what is empty or doubled, and shows what is left.':
    'Liest Textzeilen, gibt jeder Zeile ihre Felder, lässt Leeres und Doppeltes weg und zeigt, was bleibt.',
  'Tell somebody when a workflow fails': 'Jemandem sagen, wenn ein Workflow scheitert',
  'Choose this one as the error workflow in the settings of others: it is started when they fail, and sends a message with what happened and a link.':
    'Wählen Sie diesen in den Einstellungen anderer als Fehler-Workflow: Er startet, wenn sie scheitern, und sendet eine Nachricht mit dem, was geschah, und einem Link.',
  'A part that other workflows call': 'Ein Teil, den andere Workflows aufrufen',
  'A workflow that is given a price and gives it back with tax: call it from others with “Execute Sub-workflow”, so that the rule stands in one place.':
    'Ein Workflow, der einen Preis bekommt und ihn mit Steuer zurückgibt: Rufen Sie ihn aus anderen mit „Unterworkflow ausführen“ auf, damit die Regel an einer Stelle steht.',
  Schedule: 'Zeitplan',
  'HTTP Request': 'HTTP-Anfrage',
  Summarize: 'Zusammenfassen',
  'Remove Duplicates across runs': 'Duplikate über Läufe hinweg entfernen',
  Wait: 'Warten',
  'resume link': 'Link zum Fortsetzen',
  Switch: 'Weiche',
  fallback: 'sonst',
  'Loop Over Items': 'Schleife über Elemente',
  'error output': 'Fehlerausgang',
  Merge: 'Zusammenführen',
  branches: 'Zweige',
  Code: 'Code',
  Filter: 'Filter',
  'Remove Duplicates': 'Duplikate entfernen',
  'Error trigger': 'Fehler-Auslöser',
  'Sub-workflow trigger': 'Bei Aufruf durch einen Workflow',
  'typed inputs': 'Eingaben mit Typ',
  Webhook: 'Webhook',
  If: 'Wenn',
  'Respond to Webhook': 'Webhook beantworten',
  expressions: 'Ausdrücke',
  webhook: 'webhook',
  api: 'api',
  schedule: 'zeitplan',
  report: 'bericht',
  poll: 'abfragen',
  approval: 'freigabe',
  wait: 'warten',
  routing: 'verteilen',
  loop: 'schleife',
  merge: 'verbinden',
  data: 'daten',
  errors: 'fehler',
  alarm: 'alarm',
  'sub-workflow': 'unterworkflow',
};
