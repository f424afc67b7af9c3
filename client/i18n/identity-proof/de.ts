import type { IdentityProofTexts } from './en.ts'

export const texts: IdentityProofTexts = {
  'proved': (name: string) => `${name}, mit itsme ausgewiesen: diesem Browser bewiesen`,
  'how': 'Worauf das beruht',
  'connection-own': (time: string) =>
    `itsme hat diese Person um ${time} genannt, für einen Schlüssel, den nur ihr Browser hat. Dieser Schlüssel hat diese Verbindung unterschrieben.`,
  'keys-by-server':
    'Die öffentlichen Schlüssel von itsme kamen über unseren eigenen Server in diesen Browser.',
  'keys-first':
    'Dieser Browser sah sie zum ersten Mal. Von jetzt an sagt er Ihnen, wenn es andere sind.',
  'keys-known': (day: string) => `Dieser Browser kennt den, der unterschrieben hat, seit ${day}.`,
  'keys-added':
    'Der Schlüssel von itsme, der unterschrieben hat, ist diesem Browser neu; er kam neben einem, den der Browser kannte. itsme macht das manchmal, aber unser Server könnte es auch. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'pinned':
    'Unser Server sagt, dass Ihr Administrator festgelegt hat, welche Schlüssel von itsme gelten.',
  'claimed': 'Nur vom Server behauptet.',
  'none':
    'Der andere Browser hat keinen Beweis von itsme geschickt. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'malformed':
    'Der Beweis von itsme ist beschädigt. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'algorithm':
    'Der Beweis ist nicht so unterschrieben, wie itsme es tut. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'unknown-key':
    'Der Beweis ist mit einem Schlüssel unterschrieben, der nicht von itsme ist. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'signature':
    'Die Unterschrift von itsme stimmt nicht. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'issuer':
    'Der Beweis kommt nicht von itsme. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'audience':
    'Der Beweis wurde für einen anderen Dienst gemacht. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'nonce':
    'Der Beweis wurde für einen anderen Browser gemacht. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'stale':
    'Es ist zu lange her, dass sich die Person ausgewiesen hat. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'not-yet':
    'Der Beweis kommt aus der Zukunft: Geht die Uhr dieses Computers richtig? Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'connection':
    'Der Beweis gehört zu einer anderen Verbindung. Vielleicht hört jemand mit. Vergleichen Sie die Sicherheitswörter.',
  'other-person':
    'itsme hat eine andere Person genannt. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'keys-changed':
    'itsme ist nicht so, wie dieser Browser es kannte: alle Schlüssel, die Adresse oder die Nummer unseres Dienstes dort sind andere. Fragen Sie Ihren Administrator. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'change': 'Wenn itsme sich wirklich geändert hat',
  'change-before': 'Was dieser Browser kannte',
  'change-now': 'Was unser Server jetzt sagt',
  'change-address': 'Adresse',
  'change-number': 'Nummer unseres Dienstes bei itsme',
  'change-keys': 'Schlüssel',
  'change-signer': 'dieser hat unterschrieben',
  'change-how':
    'Rufen Sie Ihren Administrator an. Er fragt itsme selbst, nicht unseren Server, und liest Ihnen den Code des Schlüssels vor, der unterschrieben hat: 16 Buchstaben und Ziffern. Nehmen Sie den Code nur mündlich an, nie aus einer Nachricht.',
  'change-code': 'Der Code, den Sie gehört haben',
  'change-accept': 'Dem ab jetzt vertrauen',
  'change-accepted':
    'Dieser Browser vertraut dem ab dem nächsten Anruf. Vergleichen Sie in diesem Anruf das Gesicht mit dem Personalausweis.',
  'change-other-code':
    'Das ist nicht der Code dieses Schlüssels. Es hat sich nichts geändert. Haben Sie ihn richtig getippt, hört vielleicht jemand mit: Sagen Sie es Ihrem Administrator.',
  'change-not-noted':
    'Das konnte nicht gespeichert werden. Deshalb hat sich nichts geändert. Versuchen Sie es noch einmal.',
  'no-keys':
    'Die Schlüssel von itsme waren nicht zu bekommen. Vergleichen Sie das Gesicht mit dem Personalausweis.',
  'failed':
    'Dieser Browser konnte es nicht prüfen. Vergleichen Sie das Gesicht mit dem Personalausweis.',
}
