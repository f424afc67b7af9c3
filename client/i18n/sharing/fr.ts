import type { SharingTexts } from './en.ts'

export const texts: SharingTexts = {
  'panel.title': 'Texte, photos et fichiers',
  'panel.text': 'Texte',
  'panel.files': 'Fichiers',
  'panel.new': 'Nouveau',

  'text.close': 'Fermer',
  'text.you': 'Vous',
  'text.empty': (name) =>
    `Écrivez ici. ${name} voit chaque lettre tout de suite. Rien n’est conservé : le texte disparaît après l’appel.`,
  'text.log': 'Ce qui a été écrit',
  'text.field': 'Votre texte',
  'text.end-line': 'Nouvelle ligne',
  'text.writes': (name) => `${name} écrit`,
  'text.said': (name, words) => `${name} : ${words}`,

  'file.send': 'Envoyer un fichier',
  'file.preparing': 'Nous préparons le fichier.',
  'file.size': (kind, size) => `${kind} · ${size}`,
  'file.progress': 'Progression',
  'file.hash': 'Numéro de contrôle :',
  'file.save': 'Enregistrer sur cet appareil',
  'file.accept': 'Accepter',
  'file.refuse': 'Non, merci',
  'file.cancel': 'Annuler',
  'file.unreadable-picture': 'Ce navigateur ne peut pas afficher l’image.',
  'out.offered': (name) => `${name} n’a pas encore accepté.`,
  'out.moving': (name) => `En route vers ${name}.`,
  'out.held': 'La connexion est faible : la voix passe d’abord, le fichier attend.',
  'out.checking': (name) => `En route vers ${name}.`,
  'out.arrived': (name) => `${name} l’a reçu.`,
  'out.refused': (name) => `${name} ne l’a pas pris.`,
  'out.withdrawn': () => 'Vous l’avez annulé.',
  'out.damaged': () => 'Il n’est pas arrivé entier. Envoyez-le à nouveau.',
  'in.offered': (name) => `${name} veut vous envoyer ceci.`,
  'in.moving': (name) => `Envoi de ${name} en cours.`,
  'in.checking': () => 'Nous le vérifions.',
  'in.arrived': (name) =>
    `Envoyé par ${name}. Il disparaît après l’appel, sauf si vous l’enregistrez.`,
  'in.refused': () => 'Vous ne l’avez pas pris.',
  'in.withdrawn': (name) => `${name} l’a annulé.`,
  'in.damaged': () => 'Il n’est pas arrivé entier. Demandez-le à nouveau.',
  'refusal.kind':
    'Seuls des images et des documents peuvent être envoyés : JPEG, PNG, PDF, Word, texte.',
  'refusal.empty': 'Ce fichier est vide.',
  'refusal.large': 'Ce fichier dépasse 25 Mo.',
  'refusal.unreadable': 'Nous ne pouvons pas lire ce fichier.',
  'refusal.pdf-locked':
    'Ce PDF est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis montrez-la.',
  'refusal.pdf-damaged': 'Ce PDF est abîmé, ou ce n’est pas un PDF. Envoyez plutôt le fichier.',
  'refusal.pdf-heavy': 'Ce PDF est trop lourd pour être montré ici. Envoyez plutôt le fichier.',

  'show.choose': 'Montrer une image ou un PDF',
  'show.own': (name) => `${name} voit cette image.`,
  'show.other': (name) => `${name} vous montre une image.`,
  'show.coming': 'L’image est en route.',
  'show.picture': 'L’image montrée',
  'show.page': (page, count) => `Page ${page} sur ${count}`,
  'show.previous': 'Précédente',
  'show.next': 'Suivante',
  'show.page-unreadable': 'Cette page ne peut pas être montrée.',
  'show.larger': 'Plus grand',
  'show.smaller': 'Plus petit',
  'show.stop': 'Ne plus montrer',

  'ask.what': 'Demander une photo. De quoi ?',
  'ask.button': 'Demander',
  'ask.asked': (name, what) =>
    what === ''
      ? `Vous avez demandé une photo à ${name}.`
      : `Vous avez demandé une photo à ${name} : ${what}`,
  'ask.declined': (name) => `${name} n’envoie pas de photo.`,
  'ask.seen': 'D’accord',

  'photo.title': (name) => `${name} vous demande une photo`,
  'photo.explain':
    'Vous voyez la photo avant l’envoi. Vous pouvez dire non. Nous ne la conservons pas.',
  'photo.open': 'Ouvrir la caméra',
  'photo.opening': 'La caméra s’ouvre.',
  'photo.view': 'Ce que voit la caméra',
  'photo.take': 'Prendre la photo',
  'photo.yours': 'Votre photo',
  'photo.send': 'Envoyer cette photo',
  'photo.again': 'Réessayer',
  'photo.no': 'Pas de photo',
  'photo.no-camera': 'La caméra ne s’ouvre pas. Réessayez, ou dites-le au médecin.',
}
