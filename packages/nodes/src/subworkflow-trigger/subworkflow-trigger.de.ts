import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Unterworkflow', 'Teilworkflow', 'Aufruf', 'wiederverwenden', 'Funktion'],
  texts: {
    'When called by a workflow': 'Bei Aufruf durch einen Workflow',
    'Starts when another workflow runs this one, with the items that it hands over.':
      'Startet, wenn ein anderer Workflow diesen ausführt, mit den Elementen, die er übergibt.',
    'Start when another workflow calls this one': 'Starten, wenn ein anderer Workflow diesen aufruft',
    Takes: 'Nimmt an',
    'Whatever it is given': 'Alles, was übergeben wird',
    'Named inputs': 'Benannte Eingaben',
    'Other fields are left out; missing ones are null.': 'Andere Felder fallen weg, fehlende sind null.',
    Inputs: 'Eingaben',
    input: 'Eingabe',
    Name: 'Name',
    Type: 'Typ',
    Anything: 'Beliebig',
    Text: 'Text',
    Number: 'Zahl',
    'True or false': 'Wahr oder falsch',
    List: 'Liste',
    Object: 'Objekt',
    '1 input': '1 Eingabe',
    '{count} inputs': '{count} Eingaben',
    'any items': 'beliebige Elemente',
  },
  docs: {
    of: '1bb65a98',
    text: `Startet diesen Workflow, wenn ein anderer ihn mit **Unterworkflow ausführen** aufruft.

Benennen Sie die Eingaben, die er annimmt: Beim Aufrufer erscheinen sie als Felder; was nicht benannt ist, fällt weg. Was der letzte Knoten gibt, geht an den Aufrufer zurück.

**Achtung:** Aufrufer bekommen die Live-Version. Veröffentlichen Sie also nach einer Änderung. Wer aufrufen darf, steht in den Einstellungen des Workflows.`,
  },
};
