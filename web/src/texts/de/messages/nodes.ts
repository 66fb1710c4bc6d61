import type { Messages } from '../../messages.ts';

/** In German: the faults of nodes. */
export const nodes: Messages = {
  "The code doesn't return items.": 'Der Code gibt keine Elemente zurück.',
  'Return a list of objects, one for each item.': 'Geben Sie eine Liste von Objekten zurück, eines für jedes Element.',
  'The code returns {} at position {}.': 'Der Code gibt an Stelle {2} zurück: {1}.',
  'Every member of the list has to be an object.': 'Jeder Eintrag der Liste muss ein Objekt sein.',
  'The code returns a list.': 'Der Code gibt eine Liste zurück.',
  'It runs once for each item here: return one object.':
    'Er läuft hier einmal für jedes Element: Geben Sie ein Objekt zurück.',
  'The code returns {}.': 'Der Code gibt zurück: {1}.',
  'Return an object, such as { json: { ... } }.': 'Geben Sie ein Objekt zurück, etwa { json: { ... } }.',
  'The code returned nothing.': 'Der Code gab nichts zurück.',
  'Always return a list of items.': 'Geben Sie immer eine Liste von Elementen zurück.',
  'The item at position {} has no "json".': 'Das Element an Stelle {1} hat kein „json“.',
  'Return items such as { json: { ... } }.': 'Geben Sie Elemente wie { json: { ... } } zurück.',
  'The item at position {} has an unknown key "{}" beside "json".':
    'Das Element an Stelle {1} hat neben „json“ den unbekannten Schlüssel „{2}“.',
  'Put it inside "json".': 'Legen Sie ihn in „json“ hinein.',
  'The "json" of the item at position {} is not an object.': 'Das „json“ des Elements an Stelle {1} ist kein Objekt.',
  'Return { json: { ... } }.': 'Geben Sie { json: { ... } } zurück.',
  'The "binary" of the item at position {} is not an object.':
    'Das „binary“ des Elements an Stelle {1} ist kein Objekt.',
  'Leave it out.': 'Lassen Sie es weg.',
  'The code failed.': 'Der Code ist gescheitert.',
  'Python code does not run here.': 'Python-Code läuft hier nicht.',
  'There is no operation "{}" here': 'Den Vergleich „{1}“ gibt es hier nicht',
  'The value "{}" is not a date': 'Der Wert „{1}“ ist kein Datum',
  'There is no operation "{}" for values of type {}': 'Den Vergleich „{1}“ gibt es nicht für Werte vom Typ {2}',
  'Condition {}: the first value, "{}", is not {}': 'Bedingung {1}: Der erste Wert, „{2}“, ist nicht: {3}',
  'Condition {}: the second value, "{}", is not {}': 'Bedingung {1}: Der zweite Wert, „{2}“, ist nicht: {3}',
  'Compare values of the same type, choose an operator of the type of your data, or allow values to be converted.':
    'Vergleichen Sie Werte desselben Typs, wählen Sie einen Vergleich, der zum Typ Ihrer Daten passt, oder lassen Sie Werte umwandeln.',
  'It can not be converted to the type that the operator compares. Choose another operator or change the value.':
    'Er lässt sich nicht in den Typ umwandeln, der verglichen wird. Wählen Sie einen anderen Vergleich oder ändern Sie den Wert.',
  'The custom credential is not the text of a JSON object':
    'Die eigenen Zugangsdaten sind kein Text eines JSON-Objekts',
  'It looks like {"headers": {"X-API-Key": "..."}, "qs": {}, "body": {}}.':
    'Sie sehen so aus: {"headers": {"X-API-Key": "..."}, "qs": {}, "body": {}}.',
  'The credential adds fields to the body, which only a JSON object can take':
    'Die Zugangsdaten fügen dem Inhalt Felder hinzu; das geht nur bei einem JSON-Objekt',
  'The credential has no header name': 'Die Zugangsdaten nennen keinen Header',
  'OAuth2 by the grant "{}" can\'t be used yet': 'OAuth 2 mit dem Verfahren „{1}“ geht noch nicht',
  'It needs a person to sign in. The grant "client credentials" works without one.':
    'Dafür muss sich ein Mensch anmelden. Das Verfahren „Client Credentials“ kommt ohne aus.',
  'The authorization server gave no token (it answered {})': 'Der Anmeldeserver gab kein Token (er antwortete {1})',
  'Check the access token URL, the client ID and secret, and the scope of the credential.':
    'Prüfen Sie die Adresse für Access Tokens, Client-ID, Client-Geheimnis und Scope der Zugangsdaten.',
  'The value could not be signed': 'Der Wert ließ sich nicht signieren',
  'The private key has to be in PEM form and fit {} ({}).':
    'Der private Schlüssel muss im PEM-Format sein und zu {1} passen ({2}).',
  'The number of characters has to be a whole number from 1 to {}, but is {}':
    'Die Anzahl der Zeichen muss eine ganze Zahl von 1 bis {1} sein, ist aber {2}',
  'The result is beyond the dates that can be told': 'Das Ergebnis liegt außerhalb der darstellbaren Daten',
  'Adding {} {} leaves the range of dates.': '{1} {2} hinzuzuzählen führt aus dem Bereich der Daten hinaus.',
  '"{}" is not a time zone': '„{1}“ ist keine Zeitzone',
  'Use a name such as Europe/Berlin or America/New_York.':
    'Nehmen Sie einen Namen wie Europe/Berlin oder America/New_York.',
  'The format of the date that is read names a part twice or is too long':
    'Das Format des gelesenen Datums nennt einen Teil doppelt oder ist zu lang',
  'Name year, month, day and so on once each; put words in single quotes.':
    'Nennen Sie Jahr, Monat, Tag und so weiter je einmal; Wörter stehen in einfachen Anführungszeichen.',
  "{} can't be read as a date": '{1} lässt sich nicht als Datum lesen',
  'Use ISO 8601 (2026-03-08T10:00:00Z) or a Unix timestamp, or say the format of the date.':
    'Nehmen Sie ISO 8601 (2026-03-08T10:00:00Z) oder einen Unix-Zeitstempel, oder nennen Sie das Format des Datums.',
  'The field "{}" should be of type {}, but its value is "{}"':
    'Das Feld „{1}“ soll vom Typ {2} sein, sein Wert ist aber „{3}“',
  'Change the value or the type of the field, or let values that do not fit be kept as they are.':
    'Ändern Sie den Wert oder den Typ des Feldes, oder lassen Sie unpassende Werte, wie sie sind.',
  'The item has no file "{}" for the field "{}"': 'Das Element hat keine Datei „{1}“ für das Feld „{2}“',
  'The JSON is not an object': 'Das JSON ist kein Objekt',
  'An item is a JSON object, such as {"name": "value"}.': 'Ein Element ist ein JSON-Objekt, etwa {"name": "value"}.',
  'The JSON is not valid': 'Das JSON ist nicht gültig',
  '{}. Strings from expressions need quotes around them: "{{ $json.name }}".':
    '{1}. Um Texte aus Ausdrücken gehören Anführungszeichen: "{{ $json.name }}".',
  'The sub-workflow failed. Its own execution tells where.':
    'Der Unterworkflow ist gescheitert. Seine eigene Ausführung sagt, wo.',
  'The path of a field is longer than {} characters': 'Der Pfad eines Feldes hat mehr als {1} Zeichen',
  'Fields called "__proto__", "constructor" or "prototype" are refused. Choose another name.':
    'Felder namens „__proto__“, „constructor“ oder „prototype“ sind nicht erlaubt. Wählen Sie einen anderen Namen.',
  '{} fields are named; {} is the most': '{1} Felder sind genannt; höchstens {2} gehen',
  'Name fewer, or take all fields and leave out those that are not wanted.':
    'Nennen Sie weniger, oder nehmen Sie alle und lassen Sie die unerwünschten weg.',
  '"{}" in "{}" is not an entry of a list': '„{1}“ in „{2}“ ist kein Eintrag einer Liste',
  'Entries of a list are named by numbers from 0 to {}.': 'Einträge einer Liste heißen nach Zahlen von 0 bis {1}.',
  'More than {} fields would be made': 'Es würden mehr als {1} Felder entstehen',
  'Keep fewer of the other fields, or work on fewer items at a time (Loop over items).':
    'Behalten Sie weniger der übrigen Felder, oder arbeiten Sie mit weniger Elementen auf einmal (Schleife über Elemente).',
  '{}: this is not valid JSON: {}': '{1}: Das ist kein gültiges JSON: {2}',
  'Text that expressions put into JSON needs quotes, and JSON.stringify where it may hold some itself.':
    'Text, den Ausdrücke in JSON einsetzen, braucht Anführungszeichen, und JSON.stringify, wo er selbst welche enthalten kann.',
  '{}: this must be the text of a JSON object, such as {"limit": 10}':
    '{1}: Das muss der Text eines JSON-Objekts sein, etwa {"limit": 10}',
  'Wrap an expression that gives an object in JSON.stringify(...).':
    'Setzen Sie einen Ausdruck, der ein Objekt gibt, in JSON.stringify(...).',
  'The item has no file in the field "{}"': 'Das Element hat keine Datei im Feld „{1}“',
  'It has files in: {}.': 'Dateien sind in: {1}.',
  'It has no files at all.': 'Es hat überhaupt keine Dateien.',
  '{}, so paging was stopped': '{1}, darum wurde das Blättern beendet',
  'Check the parameter that is updated and the condition that says when it is complete.':
    'Prüfen Sie den Parameter, der sich ändert, und die Bedingung, die das Ende nennt.',
  'The answer is not valid JSON': 'Die Antwort ist kein gültiges JSON',
  'Choose "Text" as the response format to take it as it is. It begins: {}':
    'Wählen Sie „Text“ als Format der Antwort, um sie zu nehmen, wie sie ist. Sie beginnt so: {1}',
  '{} and {} items match in more than {} pairs': '{1} und {2} Elemente ergeben mehr als {3} Paare',
  'Match by fields that fewer items share, or take the first match of each item only.':
    'Ordnen Sie nach Feldern zu, die weniger Elemente gemeinsam haben, oder nehmen Sie nur den ersten Treffer jedes Elements.',
  '{} × {} items are more than {} comparisons': '{1} × {2} Elemente sind mehr als {3} Vergleiche',
  'Comparing with tolerance looks at each pair. Compare smaller lists, or turn the tolerance off.':
    'Der Vergleich über Typen hinweg sieht jedes Paar an. Vergleichen Sie kürzere Listen, oder schalten Sie ihn aus.',
  'Name the fields by which the items of the two inputs belong together':
    'Nennen Sie die Felder, nach denen die Elemente der beiden Eingänge zusammengehören',
  'No item of input {} has a field "{}"': 'Kein Element von Eingang {1} hat ein Feld „{2}“',
  'Check the name of the field; capital letters count.':
    'Prüfen Sie den Namen des Feldes; Groß- und Kleinschreibung zählt.',
  '{} × {} items make more than {} combinations': '{1} × {2} Elemente ergeben mehr als {3} Kombinationen',
  'Combine smaller lists, or match them by fields.':
    'Verbinden Sie kürzere Listen, oder ordnen Sie sie nach Feldern zu.',
  '{} fields in {} items are too many to compare': '{1} Felder in {2} Elementen sind zu viele zum Vergleichen',
  'Name the fields that tell items apart, or work on smaller lists.':
    'Nennen Sie die Felder, die Elemente unterscheiden, oder arbeiten Sie mit kürzeren Listen.',
  'The field "{}" is missing from some items': 'Das Feld „{1}“ fehlt in einigen Elementen',
  'The name holds a dot: turn "Dots reach into objects" on to look inside objects.':
    'Der Name enthält einen Punkt: Schalten Sie „Punkte führen in Objekte hinein“ ein, um in Objekte hineinzusehen.',
  'Item {} does not have it. Fill it in before, or compare other fields.':
    'Element {1} hat es nicht. Füllen Sie es zuvor aus, oder vergleichen Sie andere Felder.',
  'The field "{}" is not of the same type in all items': 'Das Feld „{1}“ ist nicht in allen Elementen vom selben Typ',
  'In item {} it is a {}, before it was a {}.': 'In Element {1} ist es vom Typ {2}, zuvor war es vom Typ {3}.',
  'There are {} values, more than the {} to remember': 'Es sind {1} Werte, mehr als die {2}, die gemerkt werden',
  'Raise "Values to remember", or hand on fewer items at a time.':
    'Erhöhen Sie „So viele Werte merken“, oder geben Sie weniger Elemente auf einmal weiter.',
  'The value to compare has to be a number, but is "{}"': 'Der Vergleichswert muss eine Zahl sein, ist aber „{1}“',
  'An item has no value to compare': 'Ein Element hat keinen Wert zum Vergleichen',
  'The value of item {} is empty. Check "Value".': 'Der Wert von Element {1} ist leer. Prüfen Sie „Wert“.',
  'The header "{}" can\'t be sent': 'Der Header „{1}“ lässt sich nicht senden',
  'Names of headers are letters, digits and "-". Values have no line breaks, and no characters beyond Latin-1, such as "日" or an emoji: encode those, for instance with urlEncode().':
    'Namen von Headern bestehen aus Buchstaben, Ziffern und „-“. Werte haben keine Zeilenumbrüche und keine Zeichen außerhalb von Latin-1 wie „日“ oder ein Emoji: Kodieren Sie solche, zum Beispiel mit urlEncode().',
  "The token can't be signed: the key of the credential does not fit {}":
    'Das Token lässt sich nicht signieren: Der Schlüssel der Zugangsdaten passt nicht zu {1}',
  'The sorting code returns nothing': 'Der Sortiercode gibt nichts zurück',
  'It has to return a number, such as: return a.json.name < b.json.name ? -1 : 1;':
    'Er muss eine Zahl zurückgeben, etwa: return a.json.name < b.json.name ? -1 : 1;',
  'The sorting code failed: {}': 'Der Sortiercode ist gescheitert: {1}',
  'The sorting code did more than compare two items': 'Der Sortiercode tat mehr, als zwei Elemente zu vergleichen',
  'Items are grouped by {} fields; {} is the most': 'Gruppiert wird nach {1} Feldern; höchstens {2} gehen',
  'No fields to aggregate are named': 'Es sind keine Felder zum Sammeln genannt',
  'The name of a field to aggregate is empty': 'Der Name eines zu sammelnden Feldes ist leer',
  'The output field "{}" is used more than once': 'Das Ausgangsfeld „{1}“ wird mehrmals verwendet',
  'No item has a field "{}"': 'Kein Element hat ein Feld „{1}“',
  'No fields are named': 'Es sind keine Felder genannt',
  'The field name "{}" can\'t be used': 'Der Feldname „{1}“ ist nicht erlaubt',
  'Add a field.': 'Fügen Sie ein Feld hinzu.',
  'Choose another name.': 'Wählen Sie einen anderen Namen.',
  'Fill it in.': 'Füllen Sie es aus.',
  'Name the fields to include or to leave out.': 'Nennen Sie die Felder, die dabei sind oder wegfallen.',
  'The item has no file "{}"': 'Das Element hat keine Datei „{1}“',
  'The credential has no "{}"': 'Die Zugangsdaten haben kein „{1}“',
  "More than {} sub-workflows can't be started at once":
    'Mehr als {1} Unterworkflows lassen sich nicht zugleich starten',
  'Wait for each of them, or put a node "Loop over items" in front.':
    'Warten Sie auf jeden, oder setzen Sie einen Knoten „Schleife über Elemente“ davor.',
  'No workflow to run is named': 'Es ist kein Workflow zum Ausführen genannt',
  'The workflow given here is not valid JSON of a workflow':
    'Der hier angegebene Workflow ist kein gültiges JSON eines Workflows',
  '"Items at a time" has to be a whole number above 0, but is {}':
    '„Elemente auf einmal“ muss eine ganze Zahl über 0 sein, ist aber {1}',
  'There is no input {}: the node has {}': 'Einen Eingang {1} gibt es nicht: Der Knoten hat {2}',
  '"{}" is a placeholder for {} and can\'t run.': '„{1}“ ist ein Platzhalter für {2} und kann nicht laufen.',
  '"{}" is a placeholder for {} and can\'t run{}.': '„{1}“ ist ein Platzhalter für {2} und kann nicht laufen{3}.',
  'No fields to compare are named': 'Es sind keine Felder zum Vergleichen genannt',
  'Fill in "Fields".': 'Füllen Sie „Felder“ aus.',
  '{} is not valid JSON': '{1} ist kein gültiges JSON',
  '{}. Text from expressions needs quotes around it: "{{ $json.name }}".':
    '{1}. Um Text aus Ausdrücken gehören Anführungszeichen: "{{ $json.name }}".',
  'The content of a token is a JSON object': 'Der Inhalt eines Tokens ist ein JSON-Objekt',
  'The first item has no file "{}"': 'Das erste Element hat keine Datei „{1}“',
  'The first item has no file': 'Das erste Element hat keine Datei',
  'No fields to sort by are named': 'Es sind keine Felder zum Sortieren genannt',
  'No item has a field "{}" to sort by': 'Kein Element hat ein Feld „{1}“ zum Sortieren',
  'No field to split out is named': 'Es ist kein Feld zum Aufteilen genannt',
  'Fill in "Fields to split out".': 'Füllen Sie „Aufzuteilende Felder“ aus.',
  'There is no field "{}" in the item': 'Im Element gibt es kein Feld „{1}“',
  'Turn "Dots reach into objects" on.': 'Schalten Sie „Punkte führen in Objekte hinein“ ein.',
  'The field "{}" is neither a list nor an object': 'Das Feld „{1}“ ist weder eine Liste noch ein Objekt',
  'The error object is not valid JSON': 'Das Fehlerobjekt ist kein gültiges JSON',
  'The workflow was stopped': 'Der Workflow wurde angehalten',
  'No fields to summarize are named': 'Es sind keine Felder zum Zusammenfassen genannt',
  'The name of a field to summarize is empty': 'Der Name eines zusammenzufassenden Feldes ist leer',
  'No item has a field "{}" to summarize': 'Kein Element hat ein Feld „{1}“ zum Zusammenfassen',
  'There is no output {}; outputs are numbered from 0 to {}':
    'Einen Ausgang {1} gibt es nicht; Ausgänge haben die Nummern 0 bis {2}',
  "The time to wait can't be less than nothing, but is {} {}":
    'Die Wartezeit kann nicht kleiner als null sein, ist aber {1} {2}',
  'The time to wait is longer than a date can tell': 'Die Wartezeit reicht weiter, als ein Datum sagen kann',
  'Give one of the lists another name.': 'Geben Sie einer der Listen einen anderen Namen.',
  'Rewrite the code in JavaScript.': 'Schreiben Sie den Code in JavaScript neu.',
  'The code gave nothing.': 'Der Code gab nichts.',
  'The code returned nothing. Always return an object.':
    'Der Code gab nichts zurück. Geben Sie immer ein Objekt zurück.',
  'Check the spelling, or what the node before gives.': 'Prüfen Sie die Schreibweise, oder was der Knoten davor gibt.',
};
