import { plural } from '../format.ts'
import type { DueTexts } from './en.ts'

const count = (n: number, one: string, other: string) => `${n} ${plural('de', n, { one, other })}`
const workers = (n: number) => count(n, 'Arbeitnehmer', 'Arbeitnehmer')
const workingDays = (n: number) => count(n, 'Werktag', 'Werktage')

export const texts: DueTexts = {
  'nav.due': 'Fällig',
  'act': {
    'eye-test': 'Sehtest',
    'hearing-test': 'Hörtest',
    'spirometry': 'Lungenfunktionstest',
    'ecg': 'EKG',
    'blood-sample': 'Blutentnahme',
    'urine-sample': 'Urinprobe',
    'blood-pressure': 'Blutdruck',
    'vaccination': 'Impfung',
    'tuberculin-test': 'Tuberkulintest',
    'x-ray': 'Röntgenaufnahme',
    'ergometry': 'Belastungstest',
  },

  'post.add': 'Posten hinzufügen',
  'post.add-to': (employer) => `Posten zu ${employer} hinzufügen`,
  'post.change': 'Ändern',
  'post.none': 'Noch kein Posten: Es wird nichts von selbst fällig.',
  'post.list': 'Posten',
  'post.name-hint': 'Wie der Arbeitgeber die Arbeit nennt: Techniker Masten',
  'post.period': 'Monate von einer Untersuchung zur nächsten',
  'post.category': 'Gesetzliche Kategorie',
  'post.no-category': 'Keine oder nicht bekannt',
  'post.categories': {
    'safety-post': 'Sicherheitsposten (Gesetzbuch, Art. I.4-1)',
    'vigilance-post': 'Posten mit erhöhten Wachsamkeitsanforderungen (Gesetzbuch, Art. I.4-1)',
    'defined-risk': 'Tätigkeit mit bestimmtem Risiko (Gesetzbuch, Art. I.4-1)',
  },
  'post.period-hint':
    'Leer lassen für den Zeitraum, den der Dienst für die Kategorie festgelegt hat.',
  'post.acts': 'Nötige Handlungen',
  'post.acts-hint':
    'Nur möglich, wo der Arbeitnehmer ist. Solange eine ansteht, geht es nicht per Video.',
  'post.every': (months) => `alle ${count(months, 'Monat', 'Monate')}`,
  'post.no-act': 'keine technische Handlung',
  'post.changed': (name) => `${name} ist geändert. Die Liste ist angepasst.`,
  'post.of': (worker) => `Der Posten von ${worker}`,
  'post.give': 'Posten ändern',
  'post.nothing': 'Kein Posten',
  'post.post': 'Posten',

  'import.gone': (n) => `${n} nicht mehr da`,
  'import.gone-who': (names) => `Nicht mehr auf dieser Liste: ${names}.`,
  'import.gone-note':
    'Vermerken, dass sie weg sind. Für sie ist nichts mehr fällig, und sie stehen nicht mehr in den Listen.',
  'import.gone-done': (n) => `Vermerkt: ${workers(n)} nicht mehr da.`,

  'due.title': 'Fällig',
  'due.lead': 'Wer bis wann untersucht werden muss. Der Posten entscheidet.',
  'due.empty':
    'Nichts ist fällig. Arbeitnehmer brauchen einen Posten: Geben Sie ihn hier an, oder in der Liste.',
  'due.all': 'Alles',
  'due.next-month': 'Der nächste Monat',
  'due.next-quarter': 'Die nächsten drei Monate',
  'due.late': 'Schon zu spät',
  'due.unplanned': 'Nur ohne Termin',
  'due.invite': 'Planen und einladen',
  'due.last-day': 'Letzter Tag',
  'due.acts': 'Zuerst nötig',
  'due.planned': 'Termin',
  'due.left': (n) => (n === 0 ? 'Heute ist der letzte Tag' : `Noch ${workingDays(n)}`),
  'due.over': (n) => `${workingDays(n)} zu spät`,
  'due.not-planned': 'Nicht geplant',
  'due.shown': (n) => `${workers(n)}, das Dringendste zuerst`,
  'due.shown-first': (n) => `Die ersten ${n}, das Dringendste zuerst`,
  'due.more': 'Mehr zeigen',
  'due.correct': 'Letzter Tag und Handlungen',
  'due.correct-of': (name) => `Was für ${name} ansteht`,
  'due.correct-hint':
    'Entfernen Sie das Häkchen bei dem, was getan ist: Dann kann das Gespräch per Video sein.',
  'due.done': 'Vor Ort erledigt',
  'due.done-of': (name) => `${name} wurde vor Ort untersucht`,
  'due.done-on': 'Tag der Untersuchung',
  'due.done-yes': 'Vermerken',
  'due.noted': (name) => `Für ${name} ist es vermerkt.`,

  'cohort.title': 'Planen und einladen',
  'cohort.lead':
    'Wer untersucht werden muss, in den freien Plätzen. Nichts geht hinaus, bevor Sie bestätigen.',
  'cohort.back': 'Zurück zu dem, was fällig ist',
  'cohort.pilot': 'Pilotprojekt',
  'cohort.every-pilot': 'Alles, was fällig ist',
  'cohort.from': 'Plätze ab',
  'cohort.until': 'Plätze bis',
  'cohort.due-until': 'Fällig bis',
  'cohort.nobody': 'Bis zu diesem Tag ist niemand ohne Termin fällig.',
  'cohort.fits': (n, free) =>
    `${workers(n)} ${n === 1 ? 'hat' : 'haben'} einen Platz, ${count(free, 'Platz bleibt', 'Plätze bleiben')} frei.`,
  'cohort.are-late': (n) =>
    `${workers(n)} ${n === 1 ? 'kann' : 'können'} erst nach dem letzten Tag untersucht werden. Machen Sie früher eine Sitzung, oder fahren Sie fort.`,
  'cohort.more':
    'Mehr sind fällig, als auf einmal geplant werden kann. Dies sind die dringendsten.',
  'cohort.kept': (n) =>
    `${count(n, 'freier Platz ist', 'freie Plätze sind')} für wartende Anfragen reserviert. Diese gehen vor.`,
  'cohort.to-requests': 'Diese Anfragen planen',
  'cohort.placed': 'Wer welchen Platz bekommt',
  'cohort.slot': 'Platz',
  'cohort.late': 'nach dem letzten Tag',
  'cohort.no-email': 'keine E-Mail: anrufen',
  'cohort.take-out': 'Herausnehmen',
  'cohort.put-back': 'Zurücknehmen',
  'cohort.move': 'Anderer Platz',
  'cohort.move-of': (name) => `Ein anderer Platz für ${name}`,
  'cohort.move-yes': 'Diesen Platz wählen',
  'cohort.no-other': 'Kein anderer Platz ist frei.',
  'cohort.chosen': 'von Ihnen gewählt',
  'cohort.left-out': 'Ohne Platz',
  'cohort.taken-out': 'Von Ihnen herausgenommen',
  'cohort.why': {
    'no-free-slot': 'Kein Platz ist mehr frei. Machen Sie eine Sitzung.',
    'kept-for-request': 'Die freien Plätze sind für wartende Anfragen. Diese gehen vor.',
    'worker-already-planned': 'Hat schon einen Termin.',
    'wants-in-person': 'Hat einen Termin vor Ort gewählt.',
    'not-at-their-site': 'Die freien Plätze sind in Räumen einer anderen Niederlassung.',
    'not-in-their-language': 'Kein Arzt mit freien Plätzen spricht diese Sprache.',
    'remote-not-allowed': 'Diese Untersuchung darf nicht per Video sein. Planen Sie sie vor Ort.',
    'act-due':
      'Planen Sie die Handlung als eigenen Termin und danach das Gespräch per Video. Oder alles vor Ort.',
    'approval-begins-later': 'Die Genehmigung für Video beginnt später. Wählen Sie spätere Tage.',
    'approval-expired': 'Die Genehmigung für Video ist dann abgelaufen. Planen Sie vor Ort.',
  },
  'cohort.acts-first': (acts) => `Zuerst: ${acts}.`,
  'cohort.confirm': (n) => `${workers(n)} planen und einladen`,
  'cohort.leaves':
    'Die Einladungen gehen hinaus, sobald Sie bestätigen. Ändern Sie später etwas, bekommt der Arbeitnehmer eine E-Mail.',
  'cohort.changed':
    'Es wurde nichts geplant. Die Liste unten zeigt den jetzigen Stand: Sehen Sie noch einmal nach.',
  'cohort.done': (n) => `${workers(n)} geplant.`,
  'cohort.sent': (n) => `${count(n, 'Einladung geht', 'Einladungen gehen')} jetzt hinaus.`,
  'cohort.phone': (names) => `Keine E-Mail-Adresse, also anrufen: ${names}.`,
}
