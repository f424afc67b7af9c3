import type { SignInTexts } from './en.ts'

export const texts: SignInTexts = {
  'signIn.title': 'Se connecter',
  'signIn.looking': 'Nous vérifions votre lien.',
  'signIn.noLink':
    'Ouvrez votre lien de connexion personnel. Votre service en crée un pour vous. Il fonctionne une seule fois.',
  'signIn.as': (name) => `Se connecter comme ${name}`,
  'signIn.asWho': 'Ce lien connecte :',
  'signIn.notYou': 'Ce n’est pas vous ? Fermez cette page. Rien n’a changé.',
  'signIn.role.physician': 'Médecin',
  'signIn.role.planner': 'Planning',
  'signIn.enrol.title': 'Créez votre compte',
  'signIn.enrol.why': 'Ce lien crée un nouveau compte. Il fonctionne une seule fois.',
  'signIn.name': 'Votre nom',
  'signIn.name.hint': 'Comme les travailleurs le lisent, par exemple : Dr Lien Claes.',
  'signIn.name.missing': 'Remplissez votre nom.',
  'signIn.email': 'Votre adresse e-mail',
  'signIn.email.wrong': 'Remplissez une adresse e-mail, comme nom@service.be.',
  'signIn.enrol.submit': 'Créer le compte et se connecter',
  'signIn.busy': 'Un instant : connexion en cours.',
  'signIn.help': (service) => `Aide : ${service}`,
  'signIn.reference': (reference) => `Référence : ${reference}`,
  'signIn.retry': 'Réessayer',
}
