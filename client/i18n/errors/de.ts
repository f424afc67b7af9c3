import type { ErrorTexts } from './error-texts.ts'

export const texts: ErrorTexts = {
  'offline':
    'Es gibt keine Verbindung zum Server. Prüfen Sie das Netz und versuchen Sie es erneut.',
  'invalid':
    'Im Formular fehlt etwas oder etwas stimmt nicht. Prüfen Sie es und versuchen Sie es erneut.',
  'not-found': 'Das wurde nicht gefunden. Vielleicht wurde es entfernt. Laden Sie die Seite neu.',
  'too-large': 'Das ist zu groß. Senden Sie weniger auf einmal.',
  'unsupported-media-type':
    'Diese Art von Datei kann nicht gelesen werden. Wählen Sie eine andere Datei.',
  'too-many-requests': 'Das war zu schnell. Warten Sie eine Minute und versuchen Sie es erneut.',
  'foreign-origin':
    'Diese Seite wurde nicht unter ihrer eigenen Adresse geöffnet. Öffnen Sie den Link Ihres Dienstes erneut.',
  'internal':
    'Auf dem Server ging etwas schief. Versuchen Sie es erneut. Geht es wieder schief, rufen Sie den Dienst an.',
  'unavailable':
    'Der Server ist ausgelastet oder startet neu. Versuchen Sie es gleich noch einmal.',
  'storage-full':
    'Der Server hat keinen Platz mehr, um dies zu speichern. Rufen Sie den Dienst an: Es muss dort gelöst werden.',
  'signed-out': 'Sie sind abgemeldet. Melden Sie sich erneut an.',
  'not-allowed': 'Ihr Konto darf das nicht tun. Fragen Sie den Dienst, wenn Sie es brauchen.',
  'link-not-valid':
    'Dieser Link funktioniert nicht oder nicht mehr. Bitten Sie den Dienst um einen neuen.',
  'passkey-refused':
    'Dieser Passkey wurde nicht angenommen. Versuchen Sie es erneut, oder bitten Sie Ihren Dienst um einen neuen Link.',
  'passkey-copied':
    'Dieser Passkey wurde abgelehnt: Es scheint irgendwo eine Kopie zu geben. Rufen Sie Ihren Dienst an, entfernen Sie diesen Passkey und erstellen Sie einen neuen.',
  'last-planner':
    'Das ist das letzte Konto, das andere zulassen kann. Erstellen Sie zuerst ein anderes Konto für die Planung.',
  'last-passkey':
    'Das ist Ihr letzter Passkey. Erstellen Sie zuerst einen anderen: Ohne ihn könnten Sie sich nicht mehr anmelden.',
  'passkey-cancelled':
    'Es wurde kein Passkey verwendet: Die Frage wurde geschlossen, oder es dauerte zu lange. Versuchen Sie es erneut.',
  'passkey-known-here': 'Dieses Gerät hat schon einen Passkey für Sie. Melden Sie sich damit an.',
  'passkey-not-possible':
    'Dieser Browser oder dieses Gerät kann das nicht mit Passkeys. Nehmen Sie einen anderen Browser oder Ihr Telefon, unter der Adresse Ihres Dienstes.',
  'itsme-unavailable': 'itsme antwortet gerade nicht. Nutzen Sie einen anderen Weg.',
  'own-sign-in-unavailable':
    'Die Anmeldung Ihres Dienstes antwortet gerade nicht. Nutzen Sie Ihren Passkey, oder versuchen Sie es später noch einmal.',
  'code-wrong':
    'Das ist nicht der Code, der gesendet wurde. Sehen Sie nach und geben Sie ihn noch einmal ein.',
  'code-over': 'Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.',
  'code-not-sent':
    'Der Code konnte nicht gesendet werden. Versuchen Sie es erneut oder nutzen Sie einen anderen Weg.',
  'slot-taken': 'Dieser Moment wurde gerade vergeben. Wählen Sie einen anderen.',
  'slot-past': 'Dieser Moment ist vorbei. Wählen Sie einen späteren.',
  'worker-already-planned':
    'Dieser Arbeitnehmer hat schon einen Termin. Verschieben Sie ihn zuerst, oder sagen Sie ihn ab.',
  'worker-not-known': 'Sagen Sie zuerst, welcher Arbeitnehmer das ist.',
  'seen-by-employer':
    'In einem Raum des Betriebs sieht es der Arbeitgeber, und er darf es nicht wissen. Wählen Sie einen Zeitpunkt mit eigenem Telefon.',
  'breach-not-shown':
    'Inzwischen hat sich etwas geändert: Das Verschieben verstößt jetzt gegen eine Regel. Prüfen Sie es, bevor Sie speichern.',
  'public-holiday': 'Das ist ein Feiertag. Wählen Sie einen anderen Tag, oder bestätigen Sie ihn.',
  'closed-day':
    'An diesem Tag ist der Dienst geschlossen. Wählen Sie einen anderen Tag, oder bestätigen Sie ihn.',
  'undo-over':
    'Das lässt sich nicht mehr zurücknehmen: Es ist zu lange her, oder etwas hat sich geändert. Sehen Sie sich den Tag neu an.',
  'slot-of-other-kind': 'Dieser halbe Tag ist für Termine vor Ort. Wählen Sie einen per Video.',
  'choice-over': 'Das lässt sich hier nicht mehr ändern. Rufen Sie den Dienst an.',
  'transition-refused':
    'Dieser Termin ist schon abgeschlossen. Es wurde nichts geändert. Laden Sie die Seite neu, um ihn zu sehen.',
  'remote-not-allowed':
    'Diese Untersuchung darf nicht per Video stattfinden. Planen Sie einen Termin vor Ort.',
  'act-due':
    'Eine technische Handlung steht an. Planen Sie sie als eigenen Termin, oder alles vor Ort.',
  'not-due':
    'Diese Untersuchung ist nicht mehr fällig: Sie hat stattgefunden, oder der Posten hat sich geändert. Laden Sie die Liste neu.',
  'approval-begins-later':
    'Die Genehmigung für Untersuchungen per Video beginnt nach diesem Tag. Wählen Sie einen späteren Tag, oder planen Sie einen Termin vor Ort.',
  'approval-expired':
    'Die Genehmigung für Untersuchungen per Video gilt an diesem Tag nicht mehr. Planen Sie einen Termin vor Ort, oder tragen Sie die neue Genehmigung ein.',
  'approval-missing':
    'Diese Untersuchung darf nur mit einer Genehmigung per Video stattfinden. Füllen Sie die Genehmigung aus.',
  'overlaps': 'Der Arzt hat zu dieser Zeit schon eine Sitzung. Wählen Sie eine andere Zeit.',
  'in-use': 'Dies wird noch verwendet und wurde deshalb nicht entfernt.',
  'roster-unreadable':
    'Die Liste kann nicht gelesen werden. Speichern Sie sie als CSV mit Spaltennamen in der ersten Zeile.',
  'roster-columns':
    'Eine Spalte fehlt oder ist nicht bekannt. Prüfen Sie die erste Zeile der Liste.',
  'roster-changed': 'Das ist nicht die Liste, die Sie geprüft haben. Prüfen Sie sie erneut.',
  'no-address':
    'Dieser Arbeitnehmer hat keine E-Mail-Adresse. Fügen Sie eine hinzu oder rufen Sie an.',
  'worker-not-here':
    'Der Arbeitnehmer ist nicht auf der Seite: Es kann nichts klingeln. Rufen Sie an oder warten Sie.',
  'already-ringing': 'Es klingelt schon.',
  'already-in-call': 'Sie sind noch in einem Gespräch. Beenden Sie es zuerst.',
  'ring-over': 'Dieser Anruf ist schon vorbei. Rufen Sie bei Bedarf erneut an.',
  'call-over': 'Dieses Gespräch ist schon vorbei.',
}
