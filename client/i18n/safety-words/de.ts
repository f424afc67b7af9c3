/** The safety words in German. */
export const words = `
Akkordeon Schauspieler Abenteuer Flughafen Luftschiff Album Nische Alphabet Bernstein Amphore Sardelle Anbau
Antilope Antenne Hymne Amboss Wohnung Aprikose Aquarell Aquarium Arkade Architekt Archiv Arena Rüstung Pfeil
Artischocke Künstler Spargel Asphalt Astronaut Athlet Atlas Dachboden Herbst Rückhand Rucksack Speck Badminton
Beutel Dudelsack Stangenbrot Bäckerei Ballon Bambus Banane Banjo Bank Grillfest Barometer Becken Basketball
Bademantel Badewanne Batterie Basar Schlafzimmer Nachttisch Biene Bienenstock Imker Begonie Glocke Sitzbank
Baskenmütze Fahrrad Fernglas Biografie Birke Vogelhaus Geburtstag Bison Brombeere Amsel Schmied Wolldecke Rollladen
Heidelbeere Brett Boiler Motorhaube Bonsai Lesezeichen Buchhandlung Bumerang Stiefel Grenze Boutique Bug Kegelbahn
Armband Bremse Frühstück Ziegel Gipser Brücke Brokkoli Bronze Besen Brühe Eimer Büfett Bauarbeiter Glühbirne
Planierraupe Bungalow Busch Knopf Bussard Cabrio Kaktus Cafeteria Rechner Kalender Kamera Campingplatz Kanal
Kerzenhalter Bonbon Kanu Kantine Schlucht Kap Auto Karamell Wohnwagen Karton Strickjacke Karikatur Karneval
Karussell Zimmermann Teppich Kutsche Karotte Cashew Kassette Katalog Raupe Vieh Kaviar Sellerie Cello Zement Müsli
Feier Kette Chamäleon Kapitel Damespiel Kirsche Kommode Kastanie Küken Chicorée Kamin Schimpanse Chips Meißel
Schokolade Chor Schnitzel Kino Zimt Zirkus Klarinette Ton Angestellter Klippe Uhr Wäscheleine Klee Mantel Kakao
Kokosnuss Dorsch Kaffee Collage Kamm Komödie Komma Ausschuss Kompost Computer Konzert Beton Kondor Konfetti
Nadelbaum Konsul Container Kontinent Vertrag Konvoi Keks Kupfer Koralle Koriander Mais Baumwolle Land Zucchini
Couscous Cousin Cowboy Kuhstall Krabbe Moosbeere Kran Krater Krokodil Krokus Hörnchen Kreuz Kreuzung Kristall Kubus
Gurke Kümmel Tasse Schrank Curry Vorhang Kunde Besteck Zypresse Narzisse Dahlie Tänzer Löwenzahn Dattel Debatte
Liegestuhl Schmuck Hirsch Wüste Schreibtisch Detektiv Tau Diamant Tagebuch Würfel Diktat Wörterbuch Bagger Dill
Abendessen Dinosaurier Diplom Regisseur Entdeckung Spülmaschine Graben Hund Delfin Kuppel Domino Tür Klingel
Fußmatte Schwelle Teig Krapfen Drache Libelle Zeichnung Salatsoße Tropfen Trommler Düne Mülleimer Daunendecke Dynamo
Osten Echo Finsternis Redakteur Aal Aubergine Elektriker Elefant Stickerei Smaragd Emu Lexikon Endivie Ingenieur
Umschlag Äquator Espresso Landgut Eukalyptus Abend Ausflug Entdecker Fabel Fabrik Falke Ventilator Blaskapelle
Bauernhof Vater Filzhut Zaun Fenchel Farn Fähre Festival Feta Acker Feige Film Fink Fischerboot Fischer Fjord Flagge
Flamingo Flanell Flohmarkt Florist Mehl Blume Schaum Fußball Fußabdruck Formel Brunnen Freund Frosch Fuchsie
Jahrmarkt Möbel Sicherung Gerät Galerie Garage Gärtner Girlande Knoblauch Gartenlaube Gazelle Zahnrad Gecko Geranie
Geysir Ingwer Giraffe Gladiole Brille Glaser Globus Glühwürmchen Ziel Torwart Gold Goldfisch Gondel Gong Gans
Gorilla Gulasch Grammatik Oma Granit Pampelmuse Diagramm Gras Heuschrecke Kies Gewächshaus Gitarre Gitarrist
Turnhalle Gymnastik Friseur Hamburger Hängematte Taschentuch Lenker Reling Handschrift Harfe Cembalo Ernte Habicht
Heu Haselnuss Kopfhörer Heizung Igel Hubschrauber Helm Halbkugel Reiher Hering Sechseck Hibiskus Scharnier Nilpferd
Hobby Urlaub Stechpalme Hologramm Hausaufgabe Honig Honigwabe Huf Horizont Hotdog Hotel Stunde Sanduhr Hütte
Hyazinthe Eisberg Zuckerguss Iglu Tinte Insekt Instrument Interview Erfinder Einladung Rechnung Iris Bügeleisen Efeu
Jade Jaguar Marmelade Jamboree Jasmin Jeans Qualle Trikot Juwelier Journalist Reise Judo Jongleur Saft Dschungel
Wacholder Jury Kaleidoskop Känguru Kajak Kebab Ketchup Tastatur Kilogramm Kilometer Kimono Kiosk Küche Kiwi Ranzen
Ritter Koala Etikett Labyrinth Schnürsenkel Leiter Lagune Landschaft Laterne Lärche Lasagne Lorbeer Lava Lavendel
Rasen Rasenmäher Anwalt Blatt Leine Leder Kassenbuch Legende Zitrone Limonade Zitronengras Linse Leopard Unterricht
Brief Hebel Bibliothek Deckel Aufzug Licht Leuchtturm Flieder Lilie Limette Limousine Löwe Lakritze Eidechse Hummer
Lokomotive Logo Lutscher Lotterie Wiegenlied Lupine Laute Luchs Makkaroni Ara Maschine Makrele Zeitschrift Zauberer
Magnet Magnolie Mammut Mandoline Mango Manuskript Ahorn Marathon Marmor Margarine Markt Festzelt Sumpf Marzipan
Maurer Matratze Mayonnaise Wiese Frikadelle Mechaniker Sitzung Megafon Melone Speisekarte Baiser Meerjungfrau
Nachricht Metall Meteor Metronom Mikrofon Mikroskop Milch Millimeter Mimose Mineral Kleinbus Minigolf Minze Minute
Spiegel Fäustling Mixer Kloster Montag Denkmal Mofa Mosaik Mücke Motte Motor Autobahn Mozzarella Schlamm Muffin
Maulbeere Museum Pilz Musiker Senf Nagel Serviette Halskette Nektarine Neon Nessel Salamander Nachtigall Nudel
Norden Notizblock Nougat Roman Zahl Baumschule Muskat Eiche Haferflocken Hafer Obelisk Oboe Ozean Achteck Krake Büro
Öl Olive Olympiade Omelett Omnibus Zwiebel Oper Optiker Orange Orchester Orchidee Oregano Orgel Ornament Strauß Ofen
Ochse Auster Paella Pagode Farbe Palette Palme Pfannkuchen Panda Panorama Panther Papaya Papier Büroklammer Paprika
Fallschirm Parade Sonnenschirm Paket Pergament Park Parkplatz Parlament Parmesan Petersilie Pastinake Rebhuhn
Passagier Maracuja Reisepass Gebäck Flickwerk Pfad Gartenhaus Gipfel Pedal Fußgänger Pelikan Stift Bleistift Pinguin
Fünfeck Pfingstrose Pfeffer Parfüm Periskop Benzin Petunie Fasan Foto Fotograf Pianist Klavier Essiggurke
Sparschwein Pigment Säule Pilot Ananas Rohr Pistazie Karaffe Pizza Planetarium Plastik Hochebene Bahnsteig Platin
Spielplatz Zange Gefieder Klempner Sperrholz Hosentasche Gedicht Polaroid Granatapfel Poncho Teich Schwimmbad
Popcorn Pappel Mohn Porzellan Porträt Plakat Kochtopf Kartoffel Praline Präsident Brezel Primel Prinzessin Prisma
Preis Umzug Profil Programm Projektor Propeller Sprichwort Pudding Pfütze Flaschenzug Pumpe Kürbis Marionette Püree
Puzzle Schlafanzug Strommast Pyramide Quarz Königin Steppdecke Quitte Quiz Waschbär Radar Radio Geländer Regen
Regenmantel Himbeere Rabe Ravioli Quittung Rezept Schallplatte Rechteck Riff Refrain Staffellauf Reporter Restaurant
Nashorn Rhododendron Rhabarber Rhythmus Rätsel Ring Fluss Weg Rotkehlchen Roboter Felsen Rodeo Brötchen Rollschuh
Hahn Seil Rudern Gummi Rucola Steuer Rugby Lineal Startbahn Roggen Safran Salz Salzstreuer Samba Sandale Sandwich
Saphir Sardine Sari Satellit Satin Soße Sauna Wurst Savanne Säge Sägemehl Saxofon Waage Schule Schere Pfadfinder
Schraube Drehbuch Bildhauer Seepferdchen Robbe Sekretär Grieß Serenade Sesam Schalotte Haarwäsche Regal Hirte Schiff
Schuster Dusche Garnele Pendelbus Unterschrift Silhouette Silber Schwester Sitar Skizze Ski Rock Dachfenster
Schiefer Schlitten Schlafsack Pantoffel Schleuse Schnorchel Schnee Schneemann Seife Sombrero Sonate Sopran
Sauerampfer Auflauf Süden Soja Spaten Spaghetti Zuschauer Spinat Löffel Strahler Tabelle Sprungbrett Fichte Squash
Tintenfisch Stadion Bühne Stängel Briefmarke Hefter Dampf Stahl Schablone Steppe Aufkleber Stelze Hocker Stoppuhr
Storch Herd Strohhalm Erdbeere Student Vorort Sukkulente Sudoku Zucker Sommer Sonne Sonntag Sonnenblume Supermarkt
Surfbrett Überraschung Sushi Schwan Pullover Schwimmer Schaukel Schalter Sinfonie Sirup Tischdecke Tablet Schneider
Tamburin Tandem Klementine Wasserhahn Wandteppich Estragon Torte Taxi Tee Lehrer Teekanne Telegramm Telefon Fernrohr
Fernseher Tempel Tennis Zelt Terrasse Terrarium Textil Theater Thermometer Thermoskanne Drossel Thymian Fahrkarte
Titel Mautstelle Tomate Tombola Topas Taschenlampe Tortilla Tukan Tourist Turnier Handtuch Stadt Spielzeug Traktor
Verkehr Anhänger Straßenbahn Trampolin Übersetzer Trapez Dreieck Tribüne Dreirad Stativ Trophäe Hose Forelle Trüffel
Trompete Baumstamm Tulpe Thunfisch Tundra Tunika Tunnel Turbine Truthahn Türkis Schildkröte Zwilling Reifen Ukulele
Regenschirm Onkel Einhorn Einrad Uniform Universität Staubsauger Valentin Vanille Vase Gemüse Fahrzeug Veranda Diele
Viadukt Weinrebe Essig Veilchen Besucher Vulkan Volleyball Waffel Waggon Kellner Geldbörse Walnuss Lager Wasabi
Armbanduhr Kresse Seerose Wassermelone Wasserball Wachs Wetterfahne Weber Spinnennetz Webcam Hochzeit Woche
Wochenende Westen Weizen Schubkarre Wildschwein Wind Windrad Fensterbank Winter Glyzinie Wolf Wort Arbeiter
Werkstatt Zaunkönig Xylofon Jacht Yoga Joghurt Zebra Zeppelin Zinnie Tierkreis Zoo
`
