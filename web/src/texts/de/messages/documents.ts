import type { Messages } from '../../messages.ts';

/** In German: what is wrong with a document. */
export const documents: Messages = {
  'There is no node with the id "{}".': 'Es gibt keinen Knoten mit der ID „{1}“.',
  'A node needs a name.': 'Ein Knoten braucht einen Namen.',
  'Another node is called "{}".': 'Ein anderer Knoten heißt „{1}“.',
  'The node has no input of the kind "{}" (it has: {}).': 'Der Knoten hat keinen Eingang der Art „{1}“ (er hat: {2}).',
  'The node has no output of the kind "{}" (it has: {}).': 'Der Knoten hat keinen Ausgang der Art „{1}“ (er hat: {2}).',
  'The node has {} "{}" {}s; there is no number {}.': 'Der Knoten hat {1}-mal „{2}“ ({3}); Nummer {4} gibt es nicht.',
  'The expression refers to "{}", which is not a node here.':
    'Der Ausdruck nennt „{1}“; einen solchen Knoten gibt es hier nicht.',
  'The workflow has {} {}; at most {} are allowed. Split it into sub-workflows.':
    'Der Workflow hat {1} {2}; erlaubt sind höchstens {3}. Teilen Sie ihn in Unterworkflows auf.',
  'A field can\'t be called "{}". Rename it.': 'Ein Feld kann nicht „{1}“ heißen. Benennen Sie es um.',
  'A text of {} characters; at most {} are allowed. Keep large data outside.':
    'Ein Text mit {1} Zeichen; erlaubt sind höchstens {2}. Bewahren Sie große Daten anderswo auf.',
  'There is no node type "{}" here.': 'Die Art Knoten „{1}“ gibt es hier nicht.',
  '"{}" has no version {}; there is {}.': '„{1}“ hat keine Version {2}; es gibt {3}.',
  'is missing.': 'fehlt.',
  'is not a known field. Check its spelling.': 'ist kein bekanntes Feld. Prüfen Sie die Schreibweise.',
  'has to be one of {}.': 'muss eines von diesen sein: {1}.',
  'has to be {}.': 'muss {1} sein.',
  'has to be of the type {}.': 'muss vom Typ {1} sein.',
  'It has the same id as "{}". Give it one of its own.': 'Er hat dieselbe ID wie „{1}“. Geben Sie ihm eine eigene.',
  'Another node has the same name. Rename one of them.':
    'Ein anderer Knoten heißt ebenso. Benennen Sie einen davon um.',
  'The name is longer than {} characters.': 'Der Name hat mehr als {1} Zeichen.',
  'Pinned data of a node that is not there.': 'Angeheftete Daten eines Knotens, den es nicht gibt.',
  'The group has no node "{}".': 'Die Gruppe hat keinen Knoten „{1}“.',
  'A workflow is a JSON object.': 'Ein Workflow ist ein JSON-Objekt.',
  'It has no credential yet. Pick or make one in its panel.':
    'Er hat noch keine Zugangsdaten. Wählen Sie welche in seinen Parametern oder legen Sie sie an.',
  '{} has no parameter "{}"; it is ignored.': '{1} hat keinen Parameter „{2}“; er wird übergangen.',
  '"{}" has to be given.': '„{1}“ muss angegeben werden.',
  '"{}" has to be {}.': '„{1}“ muss {2} sein.',
  'an object': 'ein Objekt',
  'a list': 'eine Liste',
  'a list of objects': 'eine Liste von Objekten',
  'a list of assignments': 'eine Liste von Zuweisungen',
  'a set of conditions': 'eine Gruppe von Bedingungen',
  '{} has to be a number, but is {}': '{1} muss eine Zahl sein, ist aber {2}',
  "{} can't be {}; it is one of: {}": '{1} kann nicht {2} sein; möglich sind: {3}',
  'The schedule has no rule that ever starts the workflow.':
    'Der Zeitplan hat keine Regel, die den Workflow je startet.',
  '"{}" is not a signature that this server knows': '„{1}“ ist keine Signatur, die dieser Server kennt',
  'Nothing would ever start this workflow: add a trigger, such as a webhook or a schedule.':
    'Nichts würde diesen Workflow je starten: Fügen Sie einen Auslöser hinzu, etwa einen Webhook oder einen Zeitplan.',
  'No trigger leads here, so that it never runs.': 'Kein Auslöser führt hierher; der Knoten läuft nie.',
  'It waits for a node that answers the call, but no such node lies behind it.':
    'Er wartet auf einen Knoten, der den Aufruf beantwortet, aber dahinter liegt keiner.',
  'Nothing that leads here waits for this answer, so that nobody gets it.':
    'Nichts, was hierher führt, wartet auf diese Antwort; niemand bekommt sie.',
  'It lies within the loop of "{}" and does not start over, so that it works through the first round of that alone.':
    'Er liegt in der Schleife von „{1}“ und beginnt nicht von vorn; er arbeitet nur deren erste Runde ab.',
  'The expression names "{}", which can\'t have run before this node.':
    'Der Ausdruck nennt „{1}“; dieser Knoten kann vorher nicht gelaufen sein.',
  '"{}" is not a time zone. Choose one such as Europe/Berlin, or leave it out.':
    '„{1}“ ist keine Zeitzone. Wählen Sie eine wie Europe/Berlin, oder lassen Sie sie weg.',
};
