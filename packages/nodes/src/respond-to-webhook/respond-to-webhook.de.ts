import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Antwort', 'antworten', 'zurückgeben', 'umleiten', 'Webhook'],
  texts: {
    'Respond to webhook': 'Webhook beantworten',
    'Answers the call that started the workflow, and goes on.':
      'Beantwortet den Aufruf, der den Workflow gestartet hat, und macht weiter.',
    'Answer a webhook with JSON': 'Webhook mit JSON beantworten',
    'Answer a webhook with the first item': 'Webhook mit dem ersten Element beantworten',
    'Answer a webhook with a page or text': 'Webhook mit einer Seite oder Text beantworten',
    'Answer a webhook with a file': 'Webhook mit einer Datei beantworten',
    'Redirect the caller': 'Den Aufrufer umleiten',
    'Answer with': 'Antworten mit',
    'The first item': 'Erstes Element',
    'All items': 'Alle Elemente',
    Text: 'Text',
    'A file': 'Eine Datei',
    'A signed token': 'Signiertes Token',
    'A JSON web token.': 'Ein JSON Web Token.',
    'A redirect': 'Umleitung',
    Nothing: 'Nichts',
    'Address to go to': 'Zieladresse',
    'Content of the token': 'Inhalt des Tokens',
    'Name of the file': 'Name der Datei',
    'Left empty: the first file of the first item.': 'Leer: die erste Datei des ersten Elements.',
    'Second output with the answer': 'Zweiter Ausgang mit der Antwort',
    'To go on with what was answered: its status code, headers and body.':
      'Um mit der Antwort weiterzumachen: Statuscode, Header und Inhalt.',
    Options: 'Optionen',
    'Status code': 'Statuscode',
    Headers: 'Header',
    header: 'Header',
    Name: 'Name',
    Value: 'Wert',
    'Put the data in a field': 'Daten in ein Feld legen',
    'Path of the field of the answer that holds the item or items.':
      'Pfad des Feldes der Antwort, in dem das Element oder die Elemente stehen.',
    input: 'Eingang',
    response: 'Antwort',
    'the first item': 'erstes Element',
    'all items': 'alle Elemente',
    text: 'Text',
    'a file': 'eine Datei',
    'a signed token': 'signiertes Token',
    redirect: 'Umleitung',
    nothing: 'nichts',
  },
  docs: {
    of: '247a3510',
    text: `Beantwortet den Aufruf, der den Workflow gestartet hat, und macht weiter.

Stellen Sie den **Webhook** auf die Antwort *Durch einen Knoten*. Statuscode, Header und Inhalt bestimmen Sie:

\`\`\`json
{ "ok": true, "order": "{{ $json.id }}" }
\`\`\`

**Achtung:** Zieladressen dürfen beliebige Zeichen haben, andere Header keine jenseits von Latin-1. Nur die erste Antwort zählt. Der Aufrufer wartet, bis ein Lauf diesen Knoten erreicht. Ein langsamer Workflow sollte zuerst antworten und danach arbeiten.`,
  },
};
