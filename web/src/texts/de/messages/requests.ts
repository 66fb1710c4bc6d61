import type { Messages } from '../../messages.ts';

/** In German: what the API answers. */
export const requests: Messages = {
  'Sign in, and send the access token or an API key as a Bearer token.': 'Melden Sie sich an.',
  'The access token or API key is not valid, or not any more.':
    'Das Token oder der API-Schlüssel gilt nicht oder nicht mehr.',
  'This needs the permission {}, which the role {} does not have.':
    'Dafür braucht es das Recht {1}, das die Rolle {2} nicht hat.',
  'This needs the permission {} too.': 'Dafür braucht es auch das Recht {1}.',
  'Only a person can do this. An API key is for one tenant and ends; this goes beyond it.':
    'Das kann nur ein Mensch. Ein API-Schlüssel gilt für einen Mandanten und endet; das geht darüber hinaus.',
  'The server takes in as much as it can. Try again in a moment.':
    'Der Server nimmt gerade so viel an, wie er kann. Versuchen Sie es gleich noch einmal.',
  'Unpacked, the body is larger than {} bytes.': 'Ausgepackt ist der Inhalt größer als {1} Bytes.',
  'The body unpacks to more than {} times its size. Send it as it is, or in parts.':
    'Der Inhalt wird ausgepackt mehr als {1}-mal so groß. Senden Sie ihn, wie er ist, oder in Teilen.',
  'The cursor is not one that this list gave.': 'Diese Liste kennt die Stelle nicht, an der sie weitergehen soll.',
  'The server has too much to work out just now. Try again in a moment.':
    'Der Server hat gerade zu viel zu tun. Versuchen Sie es gleich noch einmal.',
  'The database does not answer just now. Try again in a moment.':
    'Die Datenbank antwortet gerade nicht. Versuchen Sie es gleich noch einmal.',
  'A value of the request has a form that can not be stored or looked up.':
    'Ein Wert der Anfrage hat eine Form, die sich nicht speichern oder suchen lässt.',
  'Something went wrong on our side. The request id leads to it in the log.':
    'Auf unserer Seite ist etwas schiefgegangen. Die Nummer der Anfrage führt im Protokoll dorthin.',
  "There is no {} with the id '{}' here.": 'Hier gibt es nichts mit der ID „{2}“ ({1}).',
  'The request has fields that are missing or wrong.': 'In der Anfrage fehlen Felder oder sind falsch.',
  'The server gave no reason.': 'Der Server nannte keinen Grund.',
  'The server can’t be reached. Nothing is lost; try again.':
    'Der Server ist nicht zu erreichen. Nichts ist verloren; versuchen Sie es noch einmal.',
  'Versions of workflows, comments and the audit of this tenant take up all of the {} MiB that they have. Delete workflows that nobody needs any more, then try again.':
    'Versionen von Workflows, Kommentare und das Protokoll dieses Mandanten füllen die {1} MiB, die sie haben. Löschen Sie Workflows, die niemand mehr braucht, und versuchen Sie es noch einmal.',
  "The workflow can't be saved as it is.": 'So lässt sich der Workflow nicht speichern.',
  "The workflow can't go live as it is.": 'So kann der Workflow nicht live gehen.',
  'Too many workflows of this tenant are being checked already. Try again in a moment.':
    'Es werden schon zu viele Workflows dieses Mandanten geprüft. Versuchen Sie es gleich noch einmal.',
  'A tenant has {} folders at most.': 'Ein Mandant hat höchstens {1} Ordner.',
  'There is a folder of this name in the same place already.':
    'An dieser Stelle gibt es schon einen Ordner dieses Namens.',
  "A folder can't be moved into itself.": 'Ein Ordner lässt sich nicht in sich selbst verschieben.',
  'Folders lie in each other {} deep at most.': 'Ordner liegen höchstens {1} tief ineinander.',
  'There is no version {}.': 'Es gibt keine Version {1}.',
  'There is no node of this type yet.': 'Diese Art Knoten gibt es noch nicht.',
  'The address answered with status {}, not with a workflow.':
    'Die Adresse antwortete mit Status {1} und nicht mit einem Workflow.',
  'There is no workflow at this address: its answer is not the JSON of one. Give the address of the JSON itself.':
    'Unter dieser Adresse ist kein Workflow: Die Antwort ist nicht dessen JSON. Geben Sie die Adresse des JSON selbst an.',
  'The address did not answer within {} seconds.': 'Die Adresse antwortete nicht innerhalb von {1} Sekunden.',
  "'{}' has no version {}; its newest is {}.": '„{1}“ hat keine Version {2}; die neueste ist {3}.',
  'Somebody saved version {} in between; this change is based on version {}.':
    'Inzwischen hat jemand Version {1} gespeichert; diese Änderung beruht auf Version {2}.',
  "'{}' would have more than {} tags.": '„{1}“ hätte mehr als {2} Schlagwörter.',
  'The name has more than {} characters.': 'Der Name hat mehr als {1} Zeichen.',
  "'{}' would have more than {} tags, or one of more than {} characters.":
    '„{1}“ hätte mehr als {2} Schlagwörter oder eines mit mehr als {3} Zeichen.',
  'A workflow has room for {} threads. Delete old ones.': 'Ein Workflow hat Platz für {1} Gespräche. Löschen Sie alte.',
  'Only who wrote a comment can change it.': 'Ändern kann einen Kommentar nur, wer ihn geschrieben hat.',
  'Only who wrote a comment, or an admin, can delete it.':
    'Löschen kann einen Kommentar nur, wer ihn geschrieben hat, oder ein Admin.',
  'A thread has room for {} replies. Begin another.':
    'Ein Gespräch hat Platz für {1} Antworten. Beginnen Sie ein neues.',
  'There is no template "{}".': 'Die Vorlage „{1}“ gibt es nicht.',
  'This API key may do more than the one that you call with.':
    'Dieser API-Schlüssel darf mehr als der, mit dem Sie aufrufen.',
  "The role {} can't make a key of the role {}.": 'Die Rolle {1} kann keinen Schlüssel der Rolle {2} anlegen.',
  'Registration is by invitation here. Ask an admin for a link.':
    'Konten gibt es hier auf Einladung. Bitten Sie einen Admin um einen Link.',
  'This link was used already, or a later start printed another.':
    'Dieser Link ist verbraucht, oder ein späterer Start hat einen anderen ausgegeben.',
  'You belong to no tenant any more. Ask an admin for an invitation.':
    'Sie gehören zu keinem Mandanten mehr. Bitten Sie einen Admin um eine Einladung.',
  'The e-mail address or the password is wrong.': 'Die E-Mail-Adresse oder das Passwort ist falsch.',
  "The role {} can't invite to the role {}.": 'Die Rolle {1} kann nicht in die Rolle {2} einladen.',
  'You belong to this tenant already.': 'Sie gehören schon zu diesem Mandanten.',
  'The invitation was used already, has ended, or is for another address. Ask an admin of the tenant for another.':
    'Die Einladung ist verbraucht, abgelaufen oder für eine andere Adresse. Bitten Sie einen Admin des Mandanten um eine neue.',
  "The role {} can't reset the password of the role {}.":
    'Die Rolle {1} kann das Passwort der Rolle {2} nicht zurücksetzen.',
  'The current password is wrong.': 'Das jetzige Passwort ist falsch.',
  'The link was used already, has run out or has ended. Ask for another.':
    'Der Link ist verbraucht, abgelaufen oder beendet. Bitten Sie um einen neuen.',
  'The password is too easy to guess. Take at least {} characters, of any kind.':
    'Das Passwort ist zu leicht zu erraten. Nehmen Sie mindestens {1} Zeichen, gleich welche.',
  'The refresh token is not valid, or not any more. Sign in again.':
    'Ihre Anmeldung gilt nicht mehr. Melden Sie sich neu an.',
  'That execution is none of this workflow.': 'Diese Ausführung gehört nicht zu diesem Workflow.',
  'The run has not ended yet.': 'Der Lauf ist noch nicht zu Ende.',
  'The version of the workflow that it ran is not there any more.':
    'Die Version des Workflows, die er ausführte, gibt es nicht mehr.',
  'The execution has no step {}.': 'Die Ausführung hat keinen Schritt {1}.',
  'There is no execution of this workflow whose data could be taken.':
    'Es gibt keine Ausführung dieses Workflows, deren Daten sich nehmen ließen.',
  "The workflow has no node '{}'.": 'Der Workflow hat keinen Knoten „{1}“.',
  'The workflow has no trigger to start at.': 'Der Workflow hat keinen Auslöser, an dem er beginnen könnte.',
  'Only a run that failed or was cancelled can be retried. Replay it instead.':
    'Wiederholen lässt sich nur ein Lauf, der gescheitert ist oder abgebrochen wurde. Spielen Sie ihn stattdessen nach.',
  "'{}' is not in that version. Choose another node, or the version that ran.":
    '„{1}“ gibt es in dieser Version nicht. Wählen Sie einen anderen Knoten oder die Version, die lief.',
  "'{}' has no live version: activate it, or run its draft.":
    '„{1}“ hat keine Live-Version: Veröffentlichen Sie ihn, oder führen Sie den Entwurf aus.',
  "'{}' has no version {}.": '„{1}“ hat keine Version {2}.',
  'The run has ended already.': 'Der Lauf ist schon zu Ende.',
  'No step of this run is in doubt.': 'Kein Schritt dieses Laufs ist ungewiss.',
  'The run does not wait just now.': 'Der Lauf wartet gerade nicht.',
  'The run waits to try a step again, and does so by itself. Cancel and retry it to try at once.':
    'Der Lauf wartet, um einen Schritt zu wiederholen, und tut es von selbst. Brechen Sie ihn ab und wiederholen Sie ihn, um es sofort zu versuchen.',
  'The run waits for sub-workflows: let those go on, and it goes on with their results.':
    'Der Lauf wartet auf Unterworkflows: Lassen Sie diese weitermachen, dann geht er mit ihren Ergebnissen weiter.',
  'The run waits for its time, so it takes no items: leave them out.':
    'Der Lauf wartet auf seine Zeit und nimmt darum keine Elemente: Lassen Sie sie weg.',
  'The workflow of this run has been deleted.': 'Der Workflow dieses Laufs ist gelöscht.',
  'More than {} calls a second came for workflows of this tenant. Try again in a moment.':
    'Für Workflows dieses Mandanten kamen mehr als {1} Aufrufe in der Sekunde. Versuchen Sie es gleich noch einmal.',
  'The executions of this tenant take up {} MiB of the {} MiB that it has. Delete executions, or have fewer kept.':
    'Die Ausführungen dieses Mandanten belegen {1} MiB von {2} MiB. Löschen Sie Ausführungen, oder lassen Sie weniger aufheben.',
  '{} runs of this tenant wait for their turn already. Try again when some have ended, or cancel them.':
    '{1} Läufe dieses Mandanten warten schon. Versuchen Sie es wieder, wenn einige zu Ende sind, oder brechen Sie welche ab.',
  'The sub-workflow has been deleted.': 'Der Unterworkflow ist gelöscht.',
  'The run was cancelled.': 'Der Lauf wurde abgebrochen.',
  'A step of the run was interrupted and waits for a person.':
    'Ein Schritt des Laufs wurde unterbrochen und wartet auf einen Menschen.',
  'The last node of the workflow gave no item to answer with.':
    'Der letzte Knoten des Workflows gab kein Element für die Antwort.',
  "'{}' takes {} calls at '{}' already. Deactivate it, or change the path.":
    '„{1}“ nimmt schon {2}-Aufrufe unter „{3}“ an. Nehmen Sie ihn außer Betrieb, oder ändern Sie den Pfad.',
  "Webhooks are called at '{}'. Unpublish their workflows, or give them other paths, then let go of it.":
    'Unter „{1}“ werden Webhooks aufgerufen. Nehmen Sie deren Workflows außer Betrieb oder geben Sie ihnen andere Pfade; geben Sie ihn dann frei.',
  'The webhook is to be answered by a Respond to Webhook node, but none follows it.':
    'Den Webhook soll ein Knoten „Webhook beantworten“ beantworten, aber es folgt ihm keiner.',
  'Some of the allowed hosts are none.': 'Einige der erlaubten Hosts sind keine.',
  "'{}' is no host. Write api.example.com, *.example.com, example.com:8443 or http://intranet":
    '„{1}“ ist kein Host. Schreiben Sie api.example.com, *.example.com, example.com:8443 oder http://intranet',
  'To let the credential go to a further address, enter its secrets again, or ask an owner or admin to add it.':
    'Damit die Zugangsdaten an eine weitere Adresse gehen dürfen, geben Sie ihre Geheimnisse neu ein, oder bitten Sie einen Inhaber oder Admin, sie hinzuzufügen.',
  'A credential has {} characters at most.': 'Zugangsdaten haben höchstens {1} Zeichen.',
  'The credential has fields that are missing or wrong.': 'In den Zugangsdaten fehlen Felder oder sind falsch.',
  "{} has no field '{}'": '{1} hat kein Feld „{2}“',
  '{} has to be entered again': '{1} muss neu eingegeben werden',
  "'{}' can't be read: {} Enter its data anew.": '„{1}“ lässt sich nicht lesen: {2} Geben Sie die Daten neu ein.',
  'It gave a token.': 'Es kam ein Token.',
  'It works.': 'Es funktioniert.',
  'The service answered {} {}': 'Der Dienst antwortete {1} {2}',
  'The service answered {}': 'Der Dienst antwortete {1}',
  'The service at {} answered {}.': 'Der Dienst unter {1} antwortete {2}.',
  'No call could show it: services differ in what they answer to. The first run that uses it will show whether it works.':
    'Kein Aufruf kann es zeigen: Dienste sind zu verschieden. Der erste Lauf, der sie verwendet, zeigt, ob sie funktionieren.',
  "There is no type of credential '{}'. There are: {}.": 'Die Art Zugangsdaten „{1}“ gibt es nicht. Es gibt: {2}.',
  'You do not belong to this tenant any more.': 'Sie gehören nicht mehr zu diesem Mandanten.',
  'This is the last owner of the tenant. Make somebody else an owner first.':
    'Das ist der letzte Inhaber des Mandanten. Machen Sie zuerst jemand anderen zum Inhaber.',
  "The role {} can't give, change or remove the role {}.":
    'Die Rolle {1} kann die Rolle {2} nicht vergeben, ändern oder entziehen.',
  'This slug is not free. Choose another.': 'Dieses Kürzel ist nicht frei. Wählen Sie ein anderes.',
  'The slug has been changed 10 times within 30 days, and all former ones are kept for this tenant. Go back to one of them, or wait.':
    'Das Kürzel wurde in 30 Tagen 10-mal geändert, und alle früheren sind für diesen Mandanten aufgehoben. Kehren Sie zu einem davon zurück, oder warten Sie.',
  "Give the tenant's slug, {}, to remove it.": 'Geben Sie das Kürzel des Mandanten ({1}) an, um ihn zu entfernen.',
  "The times of '{}' can't be read: {}. Correct them and activate again.":
    'Die Zeiten von „{1}“ lassen sich nicht lesen: {2}. Berichtigen Sie sie und veröffentlichen Sie erneut.',
};
