/** The safety words in French, as it is spoken in Belgium. */
export const words = `
accordéon acteur aventure aéroport dirigeable album alcôve alphabet ambre amphore anchois annexe antilope antenne
hymne enclume appartement abricot aquarelle aquarium arcade architecte archives arène armure flèche artichaut
artiste asperge asphalte astronaute athlète atlas grenier automne revers cartable lard badminton sac cornemuse
baguette boulangerie ballon bambou banane banjo banque barbecue baromètre bassin basket peignoir bain pile bazar
dortoir chevet abeille ruche apiculteur bégonia cloche banc béret vélo jumelles biographie bouleau nichoir
anniversaire bison mûre merle forgeron couverture store myrtille planche chaudière capot bonsai signet librairie
boomerang botte frontière boutique proue bowling bracelet frein déjeuner brique plâtrier pont brocoli bronze balai
bouillon seau buffet ouvrier ampoule bulldozer bungalow buisson bouton buse cabriolet cactus cafétéria calculatrice
calendrier caméra camping canal chandelier bonbon canoë cantine canyon cap voiture caramel caravane carton gilet
caricature carnaval manège charpentier tapis carrosse carotte cajou cassette catalogue chenille bétail caviar céleri
violoncelle ciment muesli cérémonie chaîne caméléon chapitre damier cerise commode châtaigne poussin chicon cheminée
chimpanzé chips burin chocolat chorale côtelette cinéma cannelle cirque clarinette argile employé falaise horloge
séchoir trèfle manteau cacao coco morue café collage peigne comédie virgule comité compost ordinateur concert béton
condor confetti conifère consul conteneur continent contrat convoi biscuit cuivre corail coriandre maïs coton pays
courgette couscous cousin cowboy vacherie crabe canneberge grue cratère crocodile crocus croissant croix carrefour
cristal cube concombre cumin tasse armoire curry rideau client couvert cyprès jonquille dahlia danseur pissenlit
datte débat transat décoration cerf désert bureau détective rosée diamant agenda dé dictée dictionnaire pelleteuse
aneth souper dinosaure diplôme réalisateur découverte vaisselle fossé chien dauphin coupole domino porte sonnette
paillasson seuil pâte beignet dragon libellule dessin vinaigrette goutte batteur dune poubelle édredon dynamo est
écho éclipse rédacteur anguille aubergine électricien éléphant broderie émeraude émeu encyclopédie endive ingénieur
enveloppe équateur expresso domaine eucalyptus soir excursion explorateur fable usine faucon ventilateur fanfare
ferme père feutre clôture fenouil fougère ferry festival feta champ figue film pinson chalutier pêcheur fjord
drapeau flamant flanelle brocante fleuriste farine fleur écume football empreinte formule fontaine ami grenouille
fuchsia kermesse meuble fusible gadget galerie garage jardinier guirlande ail tonnelle gazelle engrenage gecko
géranium geyser gingembre girafe glaïeul lunettes vitrier globe luciole but gardien or poisson gondole gong oie
gorille goulache grammaire mamie granit pamplemousse graphique herbe sauterelle gravier serre guitare guitariste
gymnase gymnastique coiffeur hamburger hamac mouchoir guidon bastingage écriture harpe clavecin récolte épervier
foin noisette écouteur radiateur hérisson hélicoptère casque hémisphère héron hareng hexagone hibiscus charnière
hippopotame loisir vacances houx hologramme devoir miel alvéole sabot horizon hotdog hôtel heure sablier cabane
jacinthe iceberg glaçage igloo encre insecte instrument entretien inventeur invitation facture iris fer lierre jade
jaguar confiture jamboree jasmin jean méduse maillot bijoutier journaliste voyage judo jongleur jus jungle genévrier
jury kaléidoscope kangourou kayak kebab ketchup clavier kilogramme kilomètre kimono kiosque cuisine kiwi besace
chevalier koala étiquette labyrinthe lacet échelle lagune paysage lanterne mélèze lasagne laurier lave lavande gazon
tondeuse avocat feuille laisse cuir registre légende citron limonade citronnelle lentille léopard leçon lettre
levier bibliothèque couvercle ascenseur lumière phare lilas lys limette limousine lion réglisse lézard homard
locomotive logo sucette loterie berceuse lupin luth lynx macaroni ara machine maquereau magazine magicien aimant
magnolia mammouth mandoline mangue manuscrit érable marathon marbre margarine marché chapiteau marais massepain
maçon matelas mayonnaise prairie boulette mécanicien réunion mégaphone melon menu meringue sirène message métal
météore métronome micro microscope lait millimètre mimosa minéral minibus minigolf menthe minute miroir moufle
mixeur monastère lundi monument mobylette mosaïque moustique mite moteur autoroute mozzarella boue muffin mûrier
musée champignon musicien moutarde clou serviette collier nectarine néon ortie salamandre rossignol nouille nord
bloc nougat roman nombre pépinière muscade chêne flocons avoine obélisque hautbois océan octogone pieuvre cabinet
huile olive olympiade omelette omnibus oignon opéra opticien orange orchestre orchidée origan orgue ornement
autruche four bœuf huître paella pagode peinture palette palmier crêpe panda panorama panthère papaye papier
trombone paprika parachute défilé parasol colis parchemin parc parking parlement parmesan persil panais perdrix
passager maracuja passeport pâtisserie patchwork sentier chalet sommet pédale piéton pélican stylo crayon manchot
pentagone pivoine poivre parfum périscope essence pétunia faisan photo photographe pianiste piano cornichon tirelire
pigment colonne pilote ananas tuyau pistache pichet pizza planétarium plastique plateau quai platine récréation
pince plumage plombier contreplaqué poche poème polaroid grenade poncho étang piscine popcorn peuplier coquelicot
porcelaine portrait affiche casserole patate praline président bretzel primevère princesse prisme prix cortège
profil programme projecteur hélice proverbe flan flaque poulie pompe citrouille marionnette purée puzzle pyjama
pylône pyramide quartz reine couette coing quiz raton radar radio rampe pluie imperméable framboise corbeau ravioli
reçu recette disque rectangle récif refrain relais reporter restaurant rhinocéros rhododendron rhubarbe rythme
énigme bague rivière route rougegorge robot rocher rodéo brioche patins coq corde aviron caoutchouc roquette
gouvernail rugby règle piste seigle safran sel salière samba sandale sandwich saphir sardine sari satellite satin
sauce sauna saucisse savane scie sciure saxophone balance école ciseaux éclaireur vis scénario sculpteur hippocampe
phoque secrétaire semoule sérénade sésame échalote shampooing étagère berger navire cordonnier douche crevette
navette signature silhouette argent sœur sitar esquisse ski jupe lucarne ardoise luge duvet pantoufle écluse tuba
neige bonhomme savon sombrero sonate soprano oseille soufflé sud soja bêche spaghetti spectateur épinard cuillère
spot tableur tremplin épicéa squash calmar stade scène tige timbre agrafeuse vapeur acier pochoir steppe autocollant
échasse tabouret chronomètre cigogne cuisinière paille fraise étudiant banlieue succulente sudoku sucre été soleil
dimanche tournesol supermarché surf surprise sushi cygne pull nageur balançoire interrupteur symphonie sirop nappe
tablette tailleur tambourin tandem clémentine robinet tapisserie estragon tarte taxi thé professeur théière
télégramme téléphone télescope télévision temple tennis tente terrasse terrarium textile théâtre thermomètre thermos
grive thym billet titre péage tomate tombola topaze torche tortilla toucan touriste tournoi essuie ville jouet
tracteur circulation remorque tram trampoline traducteur trapèze triangle tribune tricycle trépied trophée pantalon
truite truffe trompette tronc tulipe thon toundra tunique tunnel turbine dinde turquoise tortue jumeau pneu ukulélé
parapluie oncle licorne monocycle uniforme université aspirateur valentin vanille vase légume véhicule véranda
vestibule viaduc vigne vinaigre violette visiteur volcan volley gaufre wagon serveur portefeuille noix entrepôt
wasabi montre cresson nénuphar pastèque polo cire girouette tisserand toile webcam mariage semaine weekend ouest blé
brouette sanglier vent éolienne rebord hiver glycine loup mot travailleur atelier roitelet xylophone yacht yoga
yaourt zèbre zeppelin zinnia zodiaque zoo
`
