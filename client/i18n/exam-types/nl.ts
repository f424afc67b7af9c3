import type { ExamTypeTexts } from './en.ts'

export const texts: ExamTypeTexts = {
  'pre-assignment': 'Voorafgaande gezondheidsbeoordeling',
  'periodic': 'Periodieke gezondheidsbeoordeling',
  'additional-acts': 'Aanvullende medische handelingen',
  'return-to-work': 'Onderzoek bij werkhervatting',
  'pre-resumption': 'Bezoek voorafgaand aan de werkhervatting',
  'spontaneous': 'Spontane raadpleging',
  'maternity': 'Onderzoek moederschapsbescherming',
  'prolonged': 'Voortgezet gezondheidstoezicht',
  'extension': 'Uitbreiding van het gezondheidstoezicht',
  'work-potential': 'Inschatting van het arbeidspotentieel',
  'reintegration': 'Re-integratiebeoordeling',
}
