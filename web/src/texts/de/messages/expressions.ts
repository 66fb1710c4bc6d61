import type { Messages } from '../../messages.ts';

/** In German: what is wrong with an expression or code. */
export const expressions: Messages = {
  'This expression uses more of JavaScript than can be worked out here. Use a Code node instead.':
    'Dieser Ausdruck braucht mehr JavaScript, als hier ausgewertet werden kann. Nehmen Sie einen Code-Knoten.',
  "Expressions can't use '{}'. Read the fields of your data by their own names instead.":
    'Ausdrücke dürfen „{1}“ nicht verwenden. Lesen Sie die Felder Ihrer Daten unter ihren eigenen Namen.',
  'Cannot read a field of a value that is not there': 'Ein Feld eines fehlenden Wertes kann nicht gelesen werden',
  'This is not a function': 'Das ist keine Funktion',
  'This name is not defined': 'Dieser Name ist nicht bekannt',
  "This is no name of a language. Give one such as 'en' or 'de-CH', or a few in a list.":
    "Das ist kein Name einer Sprache. Nennen Sie eine wie 'en' oder 'de-CH', oder mehrere in einer Liste.",
  'This value is nested too deeply, or holds itself.':
    'Dieser Wert ist zu tief verschachtelt oder enthält sich selbst.',
  "'{}' can't be read here.": '„{1}“ kann hier nicht gelesen werden.',
  'This needs a function': 'Hier muss eine Funktion stehen',
  'Nothing can be in this value': 'In diesem Wert kann nichts enthalten sein',
  'This is no type': 'Das ist kein Typ',
  'The operator {} is not known here.': 'Der Operator {1} ist hier nicht bekannt.',
  '{}() needs a pattern with the flag g': '{1}() braucht ein Muster mit dem Flag g',
  'The expression makes more than {} MB of data. Use a Code node for work of that size.':
    'Der Ausdruck erzeugt mehr als {1} MB Daten. Nehmen Sie dafür einen Code-Knoten.',
  'The expression calls itself too deeply.': 'Der Ausdruck ruft sich zu tief selbst auf.',
  'The expression takes too long. Does it work through too many items? Use a Code node for heavy work.':
    'Der Ausdruck braucht zu lange. Geht er zu viele Elemente durch? Nehmen Sie für schwere Arbeit einen Code-Knoten.',
  'This needs a text, not a pattern': 'Hier muss ein Text stehen, kein Muster',
  'The parameter is longer than {} characters.': 'Der Parameter hat mehr als {1} Zeichen.',
  'The expressions of the parameter are longer than {} characters together.':
    'Die Ausdrücke des Parameters haben zusammen mehr als {1} Zeichen.',
  'This is a function, please add () to call it.': 'Das ist eine Funktion. Rufen Sie sie mit () auf.',
  'The expression is nested too deeply.': 'Der Ausdruck ist zu tief verschachtelt.',
  'Cannot convert object to primitive value': 'Ein Objekt lässt sich nicht in einen einfachen Wert umwandeln',
  'This value is not a list': 'Dieser Wert ist keine Liste',
  'There is no node "{}" in this workflow. Was it renamed?':
    'In diesem Workflow gibt es keinen Knoten „{1}“. Wurde er umbenannt?',
  '"{}" is a field of the item: read it as $json.{}.': '„{1}“ ist ein Feld des Elements: Lesen Sie es als $json.{2}.',
  'There is nothing called "{}" here.': 'Etwas namens „{1}“ gibt es hier nicht.',
  'This is a function. Add () to call it.': 'Das ist eine Funktion. Rufen Sie sie mit () auf.',
  '{} is null, so "{}" can\'t be read from it.': '{1} ist null, darum kann „{2}“ nicht daraus gelesen werden.',
  '{} is not there, so "{}" can\'t be read from it.': '{1} ist nicht da, darum kann „{2}“ nicht daraus gelesen werden.',
  '{} is a function. Add () to call it.': '{1} ist eine Funktion. Rufen Sie sie mit () auf.',
  '{} has nothing called "{}".': '{1} hat nichts namens „{2}“.',
  '{} has no field "{}". {}': '{1} hat kein Feld „{2}“. {3}',
  'It is empty.': 'Es ist leer.',
  'It has {}.': 'Vorhanden: {1}.',
  '{} has no method {}().': '{1} hat keine Methode {2}().',
  'A list': 'Eine Liste',
  'A date': 'Ein Datum',
  'A text': 'Ein Text',
  'A number': 'Eine Zahl',
  'True or false': 'Wahr oder falsch',
  'An object': 'Ein Objekt',
  '{} is a list, which has no field "{}".': '{1} ist eine Liste und hat kein Feld „{2}“.',
  '{} Its entries do.': '{1} Ihre Einträge haben es.',
  '{} is a text, which has no field "{}".': '{1} ist ein Text und hat kein Feld „{2}“.',
  '{} It holds JSON.': '{1} Er enthält JSON.',
  'Did you mean "{}"?': 'Meinten Sie „{1}“?',
  'Did you mean {}?': 'Meinten Sie {1}?',
  'Add () to call it': 'Mit () aufrufen',
  'Call it: {}()': 'Aufrufen: {1}()',
  'Try {}': 'Versuchen: {1}',
  '{}() is only callable on lists of numbers; this one holds null.':
    '{1}() geht nur mit Listen von Zahlen; diese enthält null.',
  '{}() is only callable on lists of numbers; this one holds a {}.':
    '{1}() geht nur mit Listen von Zahlen; diese enthält: {2}.',
  '{}() needs a list to work with, such as {}([1, 2]).': '{1}() braucht eine Liste, etwa {2}([1, 2]).',
  "smartJoin() needs the names of two fields, such as smartJoin('name', 'value').":
    "smartJoin() braucht die Namen zweier Felder, etwa smartJoin('name', 'value').",
  'chunk() needs a size above 0, such as chunk(10).': 'chunk() braucht eine Größe über 0, etwa chunk(10).',
  "renameKeys() needs pairs of names: renameKeys('from', 'to').":
    "renameKeys() braucht Paare von Namen: renameKeys('from', 'to').",
  '{}() works on {}, and this is {}.': '{1}() geht mit {2}, und das ist {3}.',
  "toDateTime() knows the units ms, s, us and excel, not '{}'.":
    'toDateTime() kennt die Einheiten ms, s, us und excel, nicht „{1}“.',
  '{}() needs a date to compare with.': '{1}() braucht ein Datum zum Vergleichen.',
  "{}(): '{}' is not a date": '{1}(): „{2}“ ist kein Datum',
  'isBetween() needs two dates.': 'isBetween() braucht zwei Daten.',
  'format() needs a format': 'format() braucht ein Format',
  "hash() does not know '{}'. It knows base64, {}.": 'hash() kennt „{1}“ nicht. Es kennt base64, {2}.',
  '{}() is only callable on whole numbers; {} is not one.': '{1}() geht nur mit ganzen Zahlen; {2} ist keine.',
  "{}() needs the text to look for, such as {}('abc').": "{1}() braucht den gesuchten Text, etwa {2}('abc').",
  "{}(): '{}' is not a number.": '{1}(): „{2}“ ist keine Zahl.',
  "toDateTime(): '{}' is not a date written as '{}'.": 'toDateTime(): „{1}“ ist kein Datum in der Form „{2}“.',
  "toDateTime(): '{}' is not a date. Give its format: toDateTime('dd.MM.yyyy').":
    "toDateTime(): „{1}“ ist kein Datum. Nennen Sie sein Format: toDateTime('dd.MM.yyyy').",
  "toDate(): '{}' is not a date.": 'toDate(): „{1}“ ist kein Datum.',
  'parseJson(): this text is not JSON: {}': 'parseJson(): Dieser Text ist kein JSON: {1}',
  "'{}' can't be read by $jmespath().": '„{1}“ kann $jmespath() nicht lesen.',
  'This function needs more: {}.': 'Diese Funktion braucht mehr: {1}.',
  '$jmespath() needs an object and a path: $jmespath($json, "a.b").':
    '$jmespath() braucht ein Objekt und einen Pfad: $jmespath($json, "a.b").',
  'The path of $jmespath() is too long.': 'Der Pfad von $jmespath() ist zu lang.',
  '$fromAI() needs a name for the value.': '$fromAI() braucht einen Namen für den Wert.',
  'numberList() needs two numbers.': 'numberList() braucht zwei Zahlen.',
  'zip() needs two lists of the same length.': 'zip() braucht zwei gleich lange Listen.',
  "This item was made from several items of '{}', so it isn't clear which one is meant. Use $('{}').first(), .last() or .all()[index] instead of .item.":
    "Dieses Element entstand aus mehreren Elementen von „{1}“; darum ist nicht klar, welches gemeint ist. Nehmen Sie $('{2}').first(), .last() oder .all()[index] statt .item.",
  "There is no way back from this item of '{}' to an item of '{}'. Use $('{}').first(), .last() or .all() instead of .item, or let the node in between keep the link (pairedItem).":
    "Von diesem Element von „{1}“ führt kein Weg zurück zu einem Element von „{2}“. Nehmen Sie $('{3}').first(), .last() oder .all() statt .item, oder lassen Sie den Knoten dazwischen die Verbindung behalten (pairedItem).",
  "There is no node '{}' in this workflow. Was it renamed?":
    'In diesem Workflow gibt es keinen Knoten „{1}“. Wurde er umbenannt?',
  "'{}' ran {} times; there is no run {}.": '„{1}“ lief {2}-mal; einen Lauf {3} gibt es nicht.',
  "'{}' has no output {}.": '„{1}“ hat keinen Ausgang {2}.',
  "'{}' hasn't run, so it has no items. Ask $('{}').isExecuted first, or run the nodes before this one.":
    "„{1}“ ist nicht gelaufen und hat darum keine Elemente. Fragen Sie zuerst $('{2}').isExecuted, oder führen Sie die Knoten davor aus.",
  "$input.{}() takes no arguments here; use $('Node').{}(output, run).":
    "$input.{1}() nimmt hier keine Argumente; nehmen Sie $('Node').{2}(output, run).",
  "'{}' hasn't run, so it has no items.": '„{1}“ ist nicht gelaufen und hat darum keine Elemente.',
  'customData.{}() changes the execution, which only a Code node can do.':
    'customData.{1}() ändert die Ausführung; das kann nur ein Code-Knoten.',
  'This is nothing, and no object': 'Das ist nichts und kein Objekt',
  'This is no list': 'Das ist keine Liste',
  '{} is no function': '{1} ist keine Funktion',
  '{} needs new': '{1} braucht new',
  'A map is made of pairs': 'Eine Map besteht aus Paaren',
  "$getWorkflowStaticData() takes 'global' or 'node', not '{}'.":
    "$getWorkflowStaticData() nimmt 'global' oder 'node', nicht „{1}“.",
  'It declares more than {} names.': 'Er vereinbart mehr als {1} Namen.',
  'Its regular expressions name more than {} classes of characters by \\p{...}.':
    'Seine regulären Ausdrücke nennen mehr als {1} Klassen von Zeichen mit \\p{...}.',
  'The expression between {{ and }} is empty.': 'Der Ausdruck zwischen {{ und }} ist leer.',
  "An expression gives one value; it can't hold statements.":
    'Ein Ausdruck gibt einen Wert; Anweisungen kann er nicht enthalten.',
  'The expression is longer than {} characters.': 'Der Ausdruck hat mehr als {1} Zeichen.',
  "The expression can't be read: {}.": 'Der Ausdruck lässt sich nicht lesen: {1}.',
  'The expression could not be evaluated.': 'Der Ausdruck konnte nicht ausgewertet werden.',
  'This expression runs apart from the server, and {} is too large for that. Use a Code node for work of that size.':
    'Dieser Ausdruck läuft getrennt vom Server, und dafür ist {1} zu groß. Nehmen Sie dafür einen Code-Knoten.',
  'Static data is kept for "global" or "node", not for "{}".':
    'Bleibende Daten gibt es für „global“ oder „node“, nicht für „{1}“.',
  'A run can keep {} values of custom data at most.': 'Ein Lauf kann höchstens {1} eigene Werte aufheben.',
  'The code failed, and what it threw could not be read.':
    'Der Code ist gescheitert; was er geworfen hat, ließ sich nicht lesen.',
  'This node has no parameter "{}".': 'Dieser Knoten hat keinen Parameter „{1}“.',
  'The module "{}" can\'t be loaded: code runs in a sandbox without modules. Use a node for it, such as Crypto or HTTP Request.':
    'Das Modul „{1}“ lässt sich nicht laden: Code läuft abgeschottet und ohne Module. Nehmen Sie dafür einen Knoten, etwa Kryptografie oder HTTP-Anfrage.',
  "{}.{} can't be used: code runs in a sandbox without network and files. Use a node for it, such as HTTP Request, and read its result with $('its name').":
    "{1}.{2} geht hier nicht: Code läuft abgeschottet, ohne Netz und Dateien. Nehmen Sie dafür einen Knoten, etwa HTTP-Anfrage, und lesen Sie sein Ergebnis mit $('sein Name').",
  'Too many timers.': 'Zu viele Zeitgeber.',
  'The encoding "{}" is not supported here.': 'Die Kodierung „{1}“ gibt es hier nicht.',
  'The text given to atob is not base64.': 'Der Text für atob ist kein Base64.',
  'The text given to btoa has characters beyond Latin 1.': 'Der Text für btoa hat Zeichen außerhalb von Latin-1.',
  '$jmespath(): {}': 'Fehler in $jmespath(): {1}',
  'This value': 'Dieser Wert',
};
