import type { SignInTexts } from './en.ts'

export const texts: SignInTexts = {
  'signIn.title': 'Se connecter',
  'signIn.looking': 'Nous vérifions votre lien.',
  'signIn.noLink':
    'Connectez-vous avec la clé d’accès que vous avez créée avec votre lien : avec votre empreinte, votre visage ou le code de votre appareil.',
  'signIn.use': 'Se connecter avec une clé d’accès',
  'signIn.own': (service) => `Se connecter avec votre compte ${service}`,
  'signIn.own.going': 'Vous passez à la page de connexion de votre service.',
  'signIn.own.cancelled': 'Vous avez annulé la connexion auprès de votre service. Rien n’a changé.',
  'signIn.own.again':
    'Cela a pris trop de temps, ou cette connexion a déjà servi. Connectez-vous à nouveau.',
  'signIn.own.other-browser': 'Vous avez commencé dans un autre navigateur. Recommencez ici.',
  'signIn.own.unavailable':
    'La connexion de votre service ne répond pas pour le moment. Utilisez votre clé d’accès, ou réessayez plus tard.',
  'signIn.own.failed':
    'La réponse de la connexion de votre service n’était pas fiable. Réessayez, ou utilisez votre clé d’accès.',
  'signIn.own.no-account':
    'La connexion de votre service vous connaît, mais aucun compte n’y correspond ici. Utilisez votre clé d’accès, ou adressez-vous au service de planification.',
  'signIn.own.email-not-confirmed':
    'La connexion de votre service ne confirme pas votre adresse e-mail. Votre compte ne peut donc pas être trouvé ici. Utilisez votre clé d’accès.',
  'signIn.lost':
    'C’est votre première fois ici, ou vous avez perdu votre clé d’accès ? Votre service crée un lien personnel pour vous. Ouvrez-le sur cet appareil.',
  'signIn.passkey.why':
    'Avec ce lien, vous créez une clé d’accès (passkey). Ensuite, vous vous connectez avec votre empreinte, votre visage ou le code de votre appareil. Vous n’avez pas de mot de passe à retenir.',
  'signIn.passkey.own':
    'Créez la clé d’accès sur un appareil à vous ou du service, pas sur un appareil que d’autres utilisent aussi.',
  'signIn.passkey.make': 'Créer une clé d’accès',
  'signIn.passkey.waiting': 'Suivez la question de votre navigateur ou de votre appareil.',
  'signIn.as': (name) => `Se connecter comme ${name}`,
  'signIn.asWho': 'Ce lien connecte :',
  'signIn.notYou': 'Ce n’est pas vous ? Fermez cette page. Rien n’a changé.',
  'signIn.role.physician': 'Médecin',
  'signIn.role.planner': 'Planning',
  'signIn.role.employer': 'Personne de contact d’un employeur',
  'signIn.role.evaluator': 'Évaluation',
  'signIn.enrol.title': 'Créez votre compte',
  'signIn.enrol.why': 'Ce lien crée un nouveau compte. Il fonctionne une seule fois.',
  'signIn.name': 'Votre nom',
  'signIn.name.hint': 'Comme les travailleurs le lisent, par exemple : Dr Lien Claes.',
  'signIn.name.missing': 'Remplissez votre nom.',
  'signIn.email': 'Votre adresse e-mail',
  'signIn.email.wrong': 'Remplissez une adresse e-mail, comme nom@service.be.',
  'signIn.enrol.submit': 'Créer le compte et se connecter',
  'signIn.enrol.passkey': 'Créer le compte et la clé d’accès',
  'signIn.busy': 'Un instant : connexion en cours.',
  'signIn.help': (service) => `Aide : ${service}`,
  'signIn.reference': (reference) => `Référence : ${reference}`,
  'signIn.retry': 'Réessayer',
}
