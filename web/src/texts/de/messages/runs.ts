import type { Messages } from '../../messages.ts';

/** In German: what stops a run. */
export const runs: Messages = {
  'A person stopped the run: it was not known whether "{}" had taken effect.':
    'Jemand hat den Lauf angehalten: Es war nicht bekannt, ob „{1}“ gewirkt hatte.',
  'The journal holds a step where the workflow has none: it is of another version.':
    'Das Journal enthält einen Schritt, den der Workflow nicht hat: Es gehört zu einer anderen Version.',
  '"{}" waits for an input that can not come any more. Check what is joined to its inputs.':
    '„{1}“ wartet auf einen Eingang, der nicht mehr kommen kann. Prüfen Sie, was an seinen Eingängen hängt.',
  "The run took longer than the {} s that the workflow's settings allow.":
    'Der Lauf dauerte länger als die {1} s, die die Einstellungen des Workflows erlauben.',
  'The run was stopped after {} steps, the last one in "{}". Look for a loop that never ends.':
    'Der Lauf wurde nach {1} Schritten angehalten, der letzte in „{2}“. Suchen Sie nach einer Schleife ohne Ende.',
  'The run holds more than {} MB of items; "{}" went over it. Work in smaller batches, or keep files as binary data.':
    'Der Lauf hält mehr als {1} MB an Elementen; „{2}“ ging darüber hinaus. Arbeiten Sie in kleineren Schüben, oder halten Sie Dateien als Binärdaten.',
  '"{}" is of the type "{}" (version {}), which is not installed here.':
    '„{1}“ ist von der Art „{2}“ (Version {3}), die hier nicht installiert ist.',
  'The step took longer than {} s.': 'Der Schritt dauerte länger als {1} s.',
  'The step ran out of time.': 'Die Zeit des Schritts ist abgelaufen.',
  'This run was recorded in journal format {}, but this version reads format {}. Update the server that reads it.':
    'Dieser Lauf ist im Journalformat {1} aufgezeichnet, diese Version liest Format {2}. Aktualisieren Sie den Server, der ihn liest.',
  'The journal of this run is damaged and can not be read.':
    'Das Journal dieses Laufs ist beschädigt und lässt sich nicht lesen.',
  '"{}" gave a value that is nested more than {} levels deep, which is more than can be kept. Take out the part that is needed before it goes on, or keep it as text.':
    '„{1}“ gab einen Wert, der mehr als {2} Ebenen tief verschachtelt ist; so tief kann nichts aufgehoben werden. Nehmen Sie zuvor den Teil heraus, der gebraucht wird, oder halten Sie ihn als Text.',
  'The workflow has no node with the id "{}" to stop at.':
    'Der Workflow hat keinen Knoten mit der ID „{1}“, an dem er anhalten könnte.',
  'The workflow has no node with the id "{}" to start at.':
    'Der Workflow hat keinen Knoten mit der ID „{1}“, an dem er beginnen könnte.',
  '"{}" was not reached: {}': '„{1}“ wurde nicht erreicht: {2}',
  '"{}" is not in that version any more. Replay the run from another node.':
    '„{1}“ gibt es in dieser Version nicht mehr. Spielen Sie den Lauf von einem anderen Knoten nach.',
  'The node that the run was to stop at is not in that version any more.':
    'Den Knoten, an dem der Lauf anhalten sollte, gibt es in dieser Version nicht mehr.',
  'In that version nothing comes to "{}". Replay the run from its trigger.':
    'In dieser Version kommt bei „{1}“ nichts an. Spielen Sie den Lauf von seinem Auslöser nach.',
  '"{}" serves other nodes and does not run by itself. Run one of those.':
    '„{1}“ dient anderen Knoten und läuft nicht für sich. Führen Sie einen von jenen aus.',
  'No path leads from "{}" to "{}".': 'Von „{1}“ führt kein Weg zu „{2}“.',
  '"{}" gave no items for "{}" to run on. Hand items in, or run what is before it again.':
    '„{1}“ gab keine Elemente, mit denen „{2}“ laufen könnte. Übergeben Sie Elemente, oder führen Sie aus, was davor steht.',
  '"{}" has nothing to run on yet. Run {} first, run to "{}" instead, or hand items in.':
    '„{1}“ hat noch nichts, womit er laufen könnte. Führen Sie zuerst {2} aus, oder bis zu „{3}“, oder übergeben Sie Elemente.',
  'it did not answer in time': 'er hat nicht rechtzeitig geantwortet',
  'it answered {}': 'er antwortete {1}',
  'it answered {} when asked for {}': 'er antwortete {1} auf die Frage nach {2}',
  'The proxy {} could not be used: {}': 'Der Proxy {1} ließ sich nicht verwenden: {2}',
  '"{}" is not the address of a proxy, such as http://proxy.example.com:3128':
    '„{1}“ ist keine Adresse eines Proxys wie http://proxy.example.com:3128',
  'Calls to {} are refused: it is a private or reserved address':
    'Aufrufe von {1} sind gesperrt: Es ist eine private oder reservierte Adresse',
  'An operator of this server can allow it by adding the host or its address to EGRESS_ALLOW.':
    'Ein Betreiber dieses Servers kann das erlauben, indem er den Host oder seine Adresse in EGRESS_ALLOW einträgt.',
  'The call was cancelled': 'Der Aufruf wurde abgebrochen',
  '{} redirects more than {} times': '{1} leitet mehr als {2}-mal um',
  'Raise the number of redirects in the options, or check the URL: it may redirect in a circle.':
    'Erhöhen Sie die Zahl der Umleitungen in den Optionen, oder prüfen Sie die Adresse: Vielleicht leitet sie im Kreis um.',
  '{} did not answer within {} ms': '{1} antwortete nicht innerhalb von {2} ms',
  '"{}" is not a URL that can be called': '„{1}“ ist keine Adresse, die sich aufrufen lässt',
  'A URL begins with http:// or https://, such as https://example.com/orders.':
    'Eine Adresse beginnt mit http:// oder https://, etwa https://example.com/orders.',
  'The call to {} failed: {}': 'Der Aufruf von {1} ist gescheitert: {2}',
  'The host {} was not found. Check the URL': 'Den Host {1} gibt es nicht. Prüfen Sie die Adresse',
  'The name of the host {} could not be looked up just now':
    'Der Name des Hosts {1} ließ sich gerade nicht nachschlagen',
  '{} refused the connection. Is the service running there?':
    '{1} hat die Verbindung abgelehnt. Läuft der Dienst dort?',
  "{} can't be reached from this server": '{1} ist von diesem Server aus nicht zu erreichen',
  '{} closed the connection before it had answered': '{1} hat die Verbindung beendet, bevor die Antwort da war',
  '{} did not accept the connection in time': '{1} hat die Verbindung nicht rechtzeitig angenommen',
  '{} stopped answering': '{1} hat aufgehört zu antworten',
  'The headers that {} answered are too large': 'Die Header der Antwort von {1} sind zu groß',
  "The request can't be sent: {}": 'Die Anfrage lässt sich nicht senden: {1}',
  'No trusted connection to {}: {}': 'Keine vertrauenswürdige Verbindung zu {1}: {2}',
  'The certificate could not be verified. For a server you trust, ignore SSL issues in the options.':
    'Das Zertifikat ließ sich nicht prüfen. Bei einem Server, dem Sie trauen, schalten Sie in den Optionen ein, dass TLS-Fehler übergangen werden.',
  'The answer is encoded {} times over': 'Die Antwort ist {1}-fach kodiert',
  'The answer comes in too many pieces of a few bytes': 'Die Antwort kommt in zu vielen winzigen Stücken',
  'The answer is larger than the {} MiB allowed': 'Die Antwort ist größer als die erlaubten {1} MiB',
  'Ask for less at a time (paging, filters), or take the answer as a file.':
    'Fragen Sie nach weniger auf einmal (Seiten, Filter), oder nehmen Sie die Antwort als Datei.',
  'Credentials of the type "{}" can\'t sign requests here yet':
    'Zugangsdaten der Art „{1}“ lassen sich hier noch nicht für Anfragen verwenden',
  'Use a general type (header, bearer, basic, query or custom auth) with the same key instead.':
    'Nehmen Sie eine allgemeine Art (Header, Bearer, Basic, Query oder eigene Anmeldung) mit demselben Schlüssel.',
  "The credential '{}' may not be sent to {}. {}.": 'Die Zugangsdaten „{1}“ dürfen nicht an {2} gesendet werden. {3}.',
  'Nothing was sent. If the credential is meant for this service, add {} to its allowed hosts.':
    'Es wurde nichts gesendet. Sind die Zugangsdaten für diesen Dienst gedacht, fügen Sie {1} zu ihren erlaubten Hosts hinzu.',
  "The credential '{}' may not be sent by way of the proxy {}, which could read it.":
    'Die Zugangsdaten „{1}“ dürfen nicht über den Proxy {2} gesendet werden, der sie lesen könnte.',
  'Nothing was sent. Call the service by https with its certificate checked, or add {} to the allowed hosts of the credential.':
    'Es wurde nichts gesendet. Rufen Sie den Dienst über https mit geprüftem Zertifikat auf, oder fügen Sie {1} zu den erlaubten Hosts der Zugangsdaten hinzu.',
  "The service redirects to {} with the credential '{}' in the address.":
    'Der Dienst leitet zu {1} um, mit den Zugangsdaten „{2}“ in der Adresse.',
  'The redirect was not followed. If the credential is meant for {} too, add it to its allowed hosts.':
    'Der Umleitung wurde nicht gefolgt. Sind die Zugangsdaten auch für {1} gedacht, fügen Sie das zu ihren erlaubten Hosts hinzu.',
  "Custom data of an execution is text, but '{}' is not": 'Eigene Daten einer Ausführung sind Text; „{1}“ ist keiner',
  'This run has already answered its caller': 'Dieser Lauf hat seinem Aufrufer schon geantwortet',
  "'{}' can't supply anything to '{}'": '„{1}“ kann „{2}“ nichts liefern',
  "'{}' needs a credential of the type {}: pick or create one in the node's settings":
    '„{1}“ braucht Zugangsdaten der Art {2}: Wählen oder erstellen Sie welche in den Parametern des Knotens',
  'The expressions of this node do not settle': 'Die Ausdrücke dieses Knotens kommen zu keinem Ergebnis',
  '{} [parameter {}, item {}]': '{1} [Parameter {2}, Element {3}]',
  "'{}' has no choices named '{}'": '„{1}“ hat keine Auswahl namens „{2}“',
  "There is no node type '{}' of version {} here": 'Die Art Knoten „{1}“ gibt es hier nicht in Version {2}',
  'A response code is a whole number from 200 to 599, but is {}':
    'Ein Statuscode ist eine ganze Zahl von 200 bis 599, hier aber {1}',
  'The credential that this node names is not there any more: pick another in its settings':
    'Die Zugangsdaten, die dieser Knoten nennt, gibt es nicht mehr: Wählen Sie andere in seinen Parametern',
  "'{}' is a credential of another type ({}) than this node needs ({})":
    '„{1}“ sind Zugangsdaten einer anderen Art ({2}), als dieser Knoten braucht ({3})',
};
