import type { Messages } from '../../messages.ts';

/** What the import of workflows says: why a node is not available, and what did not come along. */
export const imports: Messages = {
  'there is no node of this kind here yet': 'einen Knoten dieser Art gibt es hier noch nicht',
  'version {} of this node is not known here': 'Version {1} dieses Knotens ist hier nicht bekannt',
  'its parameters could not be read ({})': 'seine Parameter ließen sich nicht lesen ({1})',
  'Python code does not run here; rewrite it in JavaScript.':
    'Python-Code läuft hier nicht; schreiben Sie ihn in JavaScript.',
  'Item Lists has no operation "{}" that is known here': 'Item Lists hat keine Operation „{1}“, die hier bekannt ist',
  'answering with "{}"': 'eine Antwort mit „{1}“',
  'answering piece by piece (streaming)': 'eine Antwort Stück für Stück (Streaming)',
  'items can not be merged by an SQL query here yet; combine them by fields instead.':
    'Elemente lassen sich hier noch nicht durch eine SQL-Abfrage zusammenführen; verbinden Sie sie stattdessen nach Feldern.',
  'Waiting for a form is not there yet': 'auf ein Formular lässt sich noch nicht warten',
  'An expression chooses the operation': 'ein Ausdruck wählt die Operation',
  'The setting "{}" has no counterpart here and was left out.':
    'Die Einstellung „{1}“ hat hier kein Gegenstück und wurde weggelassen.',
  'The time zone "{}" is not known; the workspace\'s is used.':
    'Die Zeitzone „{1}“ ist nicht bekannt; die des Mandanten wird verwendet.',
  'Pinned data of "{}" was left out: there is no such node.':
    'Angeheftete Daten von „{1}“ wurden weggelassen: Diesen Knoten gibt es nicht.',
  'Pinned data of "{}": {} was left out, its name is not safe.':
    'Angeheftete Daten von „{1}“: {2} wurde weggelassen, der Name ist nicht sicher.',
  'What the workflow remembered between runs in n8n (its static data) does not come along.':
    'Was sich der Workflow in n8n zwischen Läufen gemerkt hat (seine statischen Daten), kommt nicht mit.',
  'There are more warnings, which are not listed.': 'Es gibt weitere Warnungen, die hier nicht stehen.',
  'Entry {} of "nodes" is not an object and was left out.':
    'Eintrag {1} von „nodes“ ist kein Objekt und wurde weggelassen.',
  'Two nodes are called "{}": it is now "{}".': 'Zwei Knoten heißen „{1}“: Dieser heißt nun „{2}“.',
  'Node {} has no name: it is now "{}".': 'Knoten {1} hat keinen Namen: Er heißt nun „{2}“.',
  'Node "{}" had the id of another node; it has a new one.':
    'Der Knoten „{1}“ hatte die Kennung eines anderen; er hat eine neue.',
  '"connections" is not an object: no edges.': '„connections“ ist kein Objekt: keine Verbindungen.',
  'Edges from "{}" were left out: there is no such node.':
    'Verbindungen von „{1}“ wurden weggelassen: Diesen Knoten gibt es nicht.',
  'Edges of the kind "{}" from "{}" were left out: the kind is not known.':
    'Verbindungen der Art „{1}“ von „{2}“ wurden weggelassen: Die Art ist nicht bekannt.',
  'An edge from "{}" was left out: {}.': 'Eine Verbindung von „{1}“ wurde weggelassen: {2}.',
  'no such output': 'diesen Ausgang gibt es nicht',
  'Node "{}": {} was left out, its name is not safe.':
    'Knoten „{1}“: {2} wurde weggelassen, der Name ist nicht sicher.',
  'Credential to be made: {}, used by {}.': 'Anzulegende Zugangsdaten: {1}, verwendet von {2}.',
};
