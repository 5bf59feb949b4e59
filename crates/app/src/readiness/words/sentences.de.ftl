## Was die Regeln sagen. Das Englische steht bei den Regeln selbst.

rule-any-switched-off = { $who } hat diese Regel am { $on } abgeschaltet: { $reason }.

rule-stmt-missing-in-force = „{ $title }“ Version { $version } ist in Kraft; { $signatory } hat sie am { $signed } unterschrieben.
rule-stmt-missing-nothing-recorded = Noch nichts aufgezeichnet: Es gibt keine Erklärung der obersten Leitung.
rule-stmt-missing-unsigned = „{ $title }“ Version { $version } ist ein Entwurf, den niemand unterschrieben hat.
rule-stmt-missing-unconfirmed-file = „{ $title }“ Version { $version } beruht auf einer eingelesenen Datei, die { $signatory } nicht persönlich bestätigt hat.
rule-stmt-missing-other-text = „{ $title }“ Version { $version } ist unterschrieben, aber die Unterschrift gilt einem anderen Text.
rule-stmt-missing-not-yet-effective = „{ $title }“ Version { $version } ist unterschrieben, gilt aber erst ab { $effective }.
rule-stmt-missing-withdrawn = „{ $title }“ Version { $version } wurde am { $withdrawn } zurückgezogen und durch nichts ersetzt.
rule-stmt-missing-placeholders = „{ $title }“ Version { $version } wurde mit Platzhaltern im Text unterschrieben: { $placeholders }.
rule-stmt-missing-scope = Keine Erklärung in Kraft spricht für { $entities }.

rule-stmt-stale-fresh = „{ $title }“ Version { $version } wurde am { $signed } unterschrieben und muss erst zum { $due } erneuert werden.
rule-stmt-stale-due-soon = „{ $title }“ Version { $version } wurde am { $signed } unterschrieben und ist bis { $due } zu erneuern.
rule-stmt-stale-too-old = „{ $title }“ Version { $version } wurde am { $signed } unterschrieben und hätte bis { $due } erneuert werden müssen.
rule-stmt-stale-renewed-without-answer = „{ $title }“ Version { $version } wurde am { $again } mit demselben Text und ohne ein Wort darüber, was sich geändert hat, erneut unterschrieben; ihr Alter zählt ab { $signed }, und sie hätte bis { $due } erneuert werden müssen.
rule-stmt-stale-overtaken = „{ $title }“ Version { $version } wurde am { $signed } unterschrieben, bevor sich am { $changed } { $turn ->
        [scope] der Geltungsbereich
        [owner] das Eigentum an der Organisation
       *[strategy] die Strategie
    } änderte.
rule-stmt-stale-nothing-recorded = Noch nichts aufgezeichnet: Es ist keine Erklärung in Kraft, deren Alter zu beurteilen wäre.

rule-stmt-wrong-signatory-appointed = { $signatory }, { $capacity } seit { $since }, hat „{ $title }“ Version { $version } am { $signed } unterschrieben.
rule-stmt-wrong-signatory-appointed-recently = { $signatory }, { $capacity } seit { $since }, hat „{ $title }“ Version { $version } am { $signed } unterschrieben; die Bestellung wurde erst { $days ->
        [0] am selben Tag
        [one] einen Tag vorher
       *[other] { $days } Tage vorher
    } in das Register eingetragen.
rule-stmt-wrong-signatory-sole = { $signatory }, { $capacity } seit { $since }, hat „{ $title }“ Version { $version } am { $signed } unterschrieben; niemand sonst gehört zur obersten Leitung und könnte die Bestellung bestätigen.
rule-stmt-wrong-signatory-entities = { $signatory } hat „{ $title }“ Version { $version } am { $signed } unterschrieben, ohne für jede juristische Person im Geltungsbereich bestellt zu sein.
rule-stmt-wrong-signatory-unconfirmed = { $signatory } hat „{ $title }“ Version { $version } am { $signed } unterschrieben, aber kein anderes Mitglied der obersten Leitung hat die Bestellung bestätigt.
rule-stmt-wrong-signatory-confirmed-later = { $signatory } hat „{ $title }“ Version { $version } am { $signed } unterschrieben, bevor ein anderes Mitglied der obersten Leitung die Bestellung bestätigt hatte.
rule-stmt-wrong-signatory-no-basis = { $signatory } hat „{ $title }“ Version { $version } am { $signed } unterschrieben, aber nichts zeigt, worauf die Bestellung beruht.
rule-stmt-wrong-signatory-recorded-later = { $signatory } hat „{ $title }“ Version { $version } am { $signed } unterschrieben, bevor die Bestellung in das Register eingetragen wurde.
rule-stmt-wrong-signatory-not-appointed = { $signatory } hat „{ $title }“ Version { $version } am { $signed } unterschrieben, ohne im Register der obersten Leitung zu stehen.
rule-stmt-wrong-signatory-nothing-recorded = Noch nichts aufgezeichnet: Es ist keine Erklärung in Kraft, deren Unterschrift nachzuschlagen wäre.

rule-stmt-signatory-left-still-there = { $signatory } hat „{ $title }“ Version { $version } unterschrieben und ist noch immer { $capacity }.
rule-stmt-signatory-left-successor-has-time = { $signatory } hat „{ $title }“ Version { $version } unterschrieben und war bis { $gone } { $capacity }; wer nachfolgt, hat bis { $due } Zeit zu unterschreiben.
rule-stmt-signatory-left-due-soon = { $signatory } hat „{ $title }“ Version { $version } unterschrieben und war bis { $gone } { $capacity }; wer nachfolgt, soll bis { $due } unterschreiben.
rule-stmt-signatory-left-left = { $signatory } hat „{ $title }“ Version { $version } unterschrieben und war bis { $gone } { $capacity }; bis { $due } hatte niemand in der Nachfolge unterschrieben.
rule-stmt-signatory-left-left-but-open = { $signatory } hat „{ $title }“ Version { $version } als { $capacity } unterschrieben und ist am { $gone } ausgeschieden, obwohl das Register die Bestellung noch zeigt; bis { $due } hatte niemand in der Nachfolge unterschrieben.
rule-stmt-signatory-left-nothing-recorded = Noch nichts aufgezeichnet: Es ist keine Erklärung in Kraft, die ein Mitglied der obersten Leitung unterschrieben hat.

rule-stmt-unpublished-published = „{ $title }“ Version { $version } ist seit { $since } für alle zugänglich, auch für neu Eintretende.
rule-stmt-unpublished-never = „{ $title }“ Version { $version } ist unterschrieben, aber nicht veröffentlicht.
rule-stmt-unpublished-taken-down = „{ $title }“ Version { $version } ist in Kraft, aber seit { $since } nicht mehr zugänglich.
rule-stmt-unpublished-unreachable = „{ $title }“ Version { $version } ist seit { $since } nicht lesbar.
rule-stmt-unpublished-not-everyone = „{ $title }“ Version { $version } ist nicht für alle zugänglich.
rule-stmt-unpublished-not-joiners = „{ $title }“ Version { $version } wird neu Eintretenden nicht gezeigt.
rule-stmt-unpublished-interrupted = „{ $title }“ Version { $version } ist seit { $since } veröffentlicht, war davon aber { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    } nicht lesbar.
rule-stmt-unpublished-nothing-recorded = Noch nichts aufgezeichnet: Es ist keine Erklärung in Kraft, die veröffentlicht werden könnte.

rule-stmt-hollow-complete = „{ $title }“ Version { $version } hat alle zwölf Inhalte, bestätigt von jemand anderem als der Verfasserin oder dem Verfasser, und gleicht dem Muster zu { $percent } %.
rule-stmt-hollow-missing = In „{ $title }“ Version { $version } ist nichts bestätigt zu: { $missing }.
rule-stmt-hollow-own-word = Was „{ $title }“ Version { $version } enthält, hat nur bestätigt, wer den Text verfasst hat.
rule-stmt-hollow-like-sample = „{ $title }“ Version { $version } gleicht dem Muster zu { $percent } %; mehr als { $limit } % sind kein eigener Text.
rule-stmt-hollow-not-compared = „{ $title }“ Version { $version } wurde nicht mit dem Muster verglichen.
rule-stmt-hollow-unconfirmed = Noch niemand hat bestätigt, was „{ $title }“ Version { $version } enthält.
rule-stmt-hollow-nothing-recorded = Noch nichts aufgezeichnet: Es ist keine Erklärung in Kraft, deren Inhalt zu lesen wäre.

rule-comms-from-top-missing-recent = { $manager } stand am { $sent } hinter „{ $title }“ ({ $channel }); das nächste Wort der Leitung ist bis { $due } fällig.
rule-comms-from-top-missing-due-soon = { $manager } stand zuletzt am { $sent } hinter einer Mitteilung zur Sicherheit („{ $title }“); die nächste ist bis { $due } fällig.
rule-comms-from-top-missing-lapsed = { $manager } stand zuletzt am { $sent } hinter einer Mitteilung zur Sicherheit („{ $title }“); sechs Monate waren am { $due } vorbei.
rule-comms-from-top-missing-name-only = Kein Mitglied der obersten Leitung hat eine Mitteilung zur Sicherheit persönlich bestätigt; „{ $title }“ vom { $sent } beruht allein auf einem Namen.
rule-comms-from-top-missing-none = Keine Mitteilung zur Sicherheit ist aufgezeichnet.
rule-comms-from-top-missing-nothing-recorded = Noch nichts aufgezeichnet: Über Mitteilungen zur Sicherheit wird kein Verzeichnis geführt.

rule-policy-changed-after-approval-same = „{ $title }“ Version { $version } ist genau so veröffentlicht, wie sie am { $signed } unterschrieben wurde.
rule-policy-changed-after-approval-differs = „{ $title }“ Version { $version } ist seit { $published } mit einem anderen Text veröffentlicht als dem unterschriebenen.
rule-policy-changed-after-approval-unapproved = „{ $title }“ Version { $version } ist seit { $published } veröffentlicht, ohne eine Unterschrift, mit der ihr Text zu vergleichen wäre.
rule-policy-changed-after-approval-not-published = Zurzeit ist kein Dokument veröffentlicht, also kann keines vom Unterschriebenen abweichen.
rule-policy-changed-after-approval-nothing-recorded = Noch nichts aufgezeichnet: Es gibt kein Dokument, das veröffentlicht werden könnte.

rule-policy-ack-missing-complete = „{ $title }“ Version { $version }: { $owed ->
        [one] Die eine gebundene Person hat
       *[other] Alle { $owed } gebundenen Personen haben
    } bestätigt.
rule-policy-ack-missing-due-soon = „{ $title }“ Version { $version }: { $done } von { $owed } gebundenen Personen haben bestätigt; die anderen sind ab { $due } fällig.
rule-policy-ack-missing-late = „{ $title }“ Version { $version }: { $done } von { $owed } gebundenen Personen haben bestätigt, { $late } sind im Verzug, am längsten seit { $due }.
rule-policy-ack-missing-top-late = „{ $title }“ Version { $version }: { $done } von { $owed } gebundenen Personen haben bestätigt, { $late } sind im Verzug, am längsten seit { $due }; darunter aus der obersten Leitung: { $managers }.
rule-policy-ack-missing-declined = „{ $title }“ Version { $version }: { $declined } von { $owed } gebundenen Personen haben die Bestätigung abgelehnt, zuerst am { $first }.
rule-policy-ack-missing-top-declined = „{ $title }“ Version { $version }: { $declined } von { $owed } gebundenen Personen haben die Bestätigung abgelehnt, zuerst am { $first }; darunter aus der obersten Leitung: { $managers }.
rule-policy-ack-missing-late-before = „{ $title }“ Version { $version }: { $late } von { $owed } gebundenen Personen haben den letzten Tag einer früheren Version verstreichen lassen und seither nichts bestätigt, am längsten seit { $due }.
rule-policy-ack-missing-top-late-before = „{ $title }“ Version { $version }: { $late } von { $owed } gebundenen Personen haben den letzten Tag einer früheren Version verstreichen lassen und seither nichts bestätigt, am längsten seit { $due }; darunter aus der obersten Leitung: { $managers }.
rule-policy-ack-missing-left-out = „{ $title }“ Version { $version } bindet alle, aber { $missing ->
        [one] eine Person ist
       *[other] { $missing } Personen sind
    } weder gebunden noch ausgenommen.
rule-policy-ack-missing-unexplained-exclusion = „{ $title }“ Version { $version } bindet { $excluded } nicht, ohne einen Grund, den jemand anderes gebilligt hat.
rule-policy-ack-missing-nobody-bound = „{ $title }“ Version { $version } ist veröffentlicht, bindet aber noch niemanden.
rule-policy-ack-missing-nothing-recorded = Noch nichts aufgezeichnet: Kein veröffentlichtes Dokument verlangt eine Bestätigung.

rule-exec-ack-missing-done = { $manager } hat „{ $title }“ Version { $version } am { $done } bestätigt.
rule-exec-ack-missing-due-soon = { $manager } soll „{ $title }“ Version { $version } bis { $due } bestätigen.
rule-exec-ack-missing-late = { $manager } hätte „{ $title }“ Version { $version } bis { $due } bestätigen müssen.
rule-exec-ack-missing-late-before = { $manager } hat den letzten Tag einer früheren Version von „{ $title }“ am { $before } verstreichen lassen und seither nichts bestätigt; Version { $version } ist bis { $due } fällig.
rule-exec-ack-missing-declined = { $manager } hat es am { $declined } abgelehnt, „{ $title }“ Version { $version } zu bestätigen.
rule-exec-ack-missing-not-asked = „{ $title }“ Version { $version } bindet alle, aber { $manager } wurde nicht um Bestätigung gebeten.
rule-exec-ack-missing-unjustified-exclusion = { $manager } ist von „{ $title }“ Version { $version } ausgenommen, ohne einen Grund, den jemand anderes gebilligt hat.
rule-exec-ack-missing-excused = { $manager } ist von „{ $title }“ Version { $version } ausgenommen, gebilligt von { $approver }: { $reason }.
rule-exec-ack-missing-nothing-recorded = Noch nichts aufgezeichnet: Es gibt kein Mitglied der obersten Leitung und kein veröffentlichtes Dokument, die zu vergleichen wären.

rule-backdated-record-straight = Angesehene Aufzeichnungen: { $records }, davon als Nachtrag gekennzeichnet: { $late }; keine ist rückdatiert.
rule-backdated-record-unlabelled = „{ $subject }“ soll am { $claimed } geschehen sein, wurde aber am { $recorded } aufgezeichnet, ohne als Nachtrag gekennzeichnet zu sein.
rule-backdated-record-unexplained = „{ $subject }“ soll am { $claimed } geschehen sein, wurde aber am { $recorded } aufgezeichnet, als Nachtrag ohne Begründung.
rule-backdated-record-effective-before-signature = „{ $subject }“ will ab { $claimed } gelten, wurde aber erst am { $recorded } unterschrieben.
rule-backdated-record-clock-went-back = Aufzeichnung { $index } („{ $subject }“) trägt eine frühere Zeit als eine Aufzeichnung vor ihr: { $recorded }.
rule-backdated-record-witnessed-earlier = Aufzeichnung { $index } („{ $subject }“) wurde außerhalb am { $claimed } bezeugt, vor ihrer eigenen Zeit vom { $recorded }.
rule-backdated-record-nothing-recorded = Noch nichts aufgezeichnet: Es gibt keine Aufzeichnungen, deren Zeiten zu vergleichen wären.

rule-impossible-chronology-possible = Verglichene Handlungen: { $acts }; ihre Zeiten widersprechen sich nicht.
rule-impossible-chronology-signed-before-text = { $person } hat „{ $subject }“ am { $at } unterschrieben, bevor der Text am { $other } aufgezeichnet wurde.
rule-impossible-chronology-signed-before-start = { $person } hat „{ $subject }“ am { $at } unterschrieben, vor dem Eintritt am { $other }.
rule-impossible-chronology-signed-after-leaving = { $person } hat „{ $subject }“ am { $at } unterschrieben, nach dem Ausscheiden am { $other }.
rule-impossible-chronology-confirmed-before-text = { $person } hat einen Inhalt von „{ $subject }“ am { $at } bestätigt, bevor der Text am { $other } aufgezeichnet wurde.
rule-impossible-chronology-published-before-text = „{ $subject }“ wurde am { $at } veröffentlicht, bevor der Text am { $other } aufgezeichnet wurde.
rule-impossible-chronology-acknowledged-before-publication = { $person } hat „{ $subject }“ am { $at } bestätigt, vor der Veröffentlichung am { $other }.
rule-impossible-chronology-acknowledged-after-leaving = { $person } hat „{ $subject }“ am { $at } bestätigt, nach dem Ausscheiden am { $other }.
rule-impossible-chronology-recorded-before-claimed = „{ $subject }“ wurde am { $other } aufgezeichnet, bevor es am { $at } geschehen sein soll.
rule-impossible-chronology-appointment-ends-first = Die Bestellung von { $person } als { $subject } endet am { $at }, bevor sie am { $other } beginnt.
rule-impossible-chronology-left-before-joining = { $person } ist am { $at } ausgeschieden, vor dem Eintritt am { $other }.
rule-impossible-chronology-nothing-recorded = Noch nichts aufgezeichnet: Es gibt keine Handlungen, deren Reihenfolge zu vergleichen wäre.

rule-log-broken-intact = Geprüft am { $checked }: Alle { $records } Aufzeichnungen sind, wo sie waren, und stimmen mit einem Prüfpunkt überein, den { $holder } seit { $since } verwahrt.
rule-log-broken-no-copy-outside = Geprüft am { $checked }: Alle { $records } Aufzeichnungen sind, wo sie waren; niemand außerhalb verwahrt bisher einen Prüfpunkt, sodass ein im Ganzen neu gebautes Protokoll nicht auffiele.
rule-log-broken-broken = Das Protokoll lässt sich seit { $found } nicht mehr bestätigen: { $what }
rule-log-broken-older-than-outside = Das Protokoll hat { $records } Aufzeichnungen, aber { $holder } verwahrt seit { $since } einen Prüfpunkt über { $outside } Aufzeichnungen: Es fehlen Aufzeichnungen, oder das Protokoll wurde aus einer älteren Kopie wiederhergestellt.
rule-log-broken-stale = Das Protokoll wurde zuletzt am { $checked } geprüft, vor mehr als { $limit } Tagen.
rule-log-broken-nothing-recorded = Noch nichts aufgezeichnet: Das Protokoll wurde noch nicht geprüft.

rule-evidence-undated-dated = „{ $name }“, Anlage zu „{ $subject }“, wurde am { $captured } von { $capturer } aus { $source } entnommen: Nachweis der Güte { $grade }.
rule-evidence-undated-undated = „{ $name }“, Anlage zu „{ $subject }“, lässt offen: { $missing }.
rule-evidence-undated-nothing-recorded = Noch nichts aufgezeichnet: Keine Datei ist als Nachweis beigefügt.

rule-rule-weakened-unchanged = Aufgezeichnete Änderungen von Regeln und Schwellen: keine; alle gelten wie ausgeliefert.
rule-rule-weakened-all-decided = Aufgezeichnete Änderungen von Regeln und Schwellen: { $changes }; jede Lockerung hat die oberste Leitung entschieden.
rule-rule-weakened-loosened = { $who } hat „{ $what }“ am { $on } ohne Entscheidung der obersten Leitung von { $from } auf { $to } geändert.
rule-rule-weakened-taken-back = { $who } hatte „{ $what }“ am { $on } ohne Entscheidung der obersten Leitung von { $from } auf { $to } geändert; das wurde inzwischen zurückgenommen.
rule-rule-weakened-disabled = { $who } hat die Regel „{ $what }“ am { $on } ohne Entscheidung der obersten Leitung abgeschaltet.
rule-rule-weakened-cut = { $who } hat „{ $what }“ am { $on } ohne Entscheidung der obersten Leitung von { $from } auf { $to } gekürzt.
rule-rule-weakened-unrecorded = „{ $what }“ stand bei { $from }, als { $who } es am { $on } änderte, aber der letzte aufgezeichnete Wert war { $to }: Es war außerhalb geändert worden.
rule-rule-weakened-unknown-threshold = { $who } hat am { $on } „{ $what }“ geändert, was hier keine Regel verwendet.

## Inhalte einer Erklärung

content-speaker = wer spricht
content-own-reason = warum es für dieses Geschäft wichtig ist
content-binds-everyone = dass sie alle bindet, auch die Leitung
content-what-to-do = was jede und jeder zu tun hat
content-own-commitment = die eigene Verpflichtung der Leitung, sich daran zu halten
content-resources = dass Mittel bereitgestellt werden
content-roles = verantwortliche Rollen mit Namen
content-speak-up = das Recht, Bedenken zu äußern
content-consequences = Folgen eines Verstoßes
content-improvement = Verbesserung und jährliche Überprüfung
content-dates = Gültigkeitsdatum, Version und nächste Überprüfung
content-personal-signature = eine persönliche Unterschrift

## Herkunft einer Datei

provenance-source-system = das Quellsystem
provenance-capture-time = die Zeit der Entnahme
provenance-capturer = wer sie entnommen hat
provenance-population-or-query = die Grundgesamtheit oder Abfrage

## Was beim Nachlesen des Protokolls gefunden wurde

log-finding-intact = Alle Aufzeichnungen sind, wo sie waren.
log-finding-checkpoint = Der unterschriebene Prüfpunkt gehört nicht zu diesem Protokoll oder nennt eine andere Länge.
log-finding-missing = Die Aufzeichnung mit der Nummer { $place } fehlt.
log-finding-altered = Die Aufzeichnung mit der Nummer { $place } ist nicht die, die protokolliert wurde.
log-finding-other-root = Die Aufzeichnungen sind nicht die, deren Wurzel unterschrieben wurde.

## Die zwölf Fragen

question-1 = Zeigen Sie mir die eigene, unterschriebene und datierte Erklärung der obersten Leitung.
question-2 = Wer hat welche Richtlinie in welcher Version wann genehmigt?
question-3 = Wer hat den Schulungsplan genehmigt, und wurde er an den heutigen Bedrohungen gemessen?
question-4 = Zeigen Sie mir einen Antrag auf Mittel für die Sicherheit, den die Leitung entschieden hat.
question-5 = Zeigen Sie mir ein Protokoll, in dem die Sicherheitsthemen wirklich besprochen wurden.
question-6 = Halten sich die Führungskräfte selbst an die Regeln?
question-7 = Wurde den Menschen alles gesagt, bevor sie Zugang bekamen?
question-8 = Was wird die Geschäftsführung antworten, wenn ich nach Risiko, Budget und Richtlinie frage?
question-9 = Gibt es Verträge, Austrittsverfahren und Disziplinarverfahren, und laufen sie jedes Mal?
question-10 = Wie meldet jemand Bedenken, und ist das sicher?
question-11 = Was geschah, als sich eine Person in leitender Stellung nicht daran hielt?
question-12 = Sind die Erwartungen an jede Rolle aufgeschrieben und von der Person unterschrieben?

## Pflichten, auf die sich Regeln stützen

obligation-OB-01 = Die oberste Leitung zeigt sichtbar und im eigenen Namen, dass Sicherheit zählt und dass die Richtlinie alle bindet.
obligation-OB-02 = Es gibt eine Sicherheitsrichtlinie mit dem verlangten Inhalt, genehmigt vom zuständigen Gremium an einem bekannten Tag.
obligation-OB-04 = Die Richtlinie ist den Menschen, die sie bindet, mitgeteilt und von ihnen bestätigt.
obligation-OB-11 = Die Managementbewertung findet in geplanten Abständen statt, mit der obersten Leitung und mit allen vorgeschriebenen Eingaben.
obligation-OB-13 = Das Leitungsorgan selbst billigt und überwacht die Maßnahmen zum Risiko; das ist nicht übertragbar.
obligation-OB-23 = Die Leitung hält sich an dieselben Regeln; jede Ausnahme ist aufgezeichnet, begründet, unabhängig entschieden und befristet.
obligation-OB-35 = Aufzeichnungen sind gekennzeichnet, datiert, genehmigt, vor Verlust und Änderung geschützt und werden nach Plan aufbewahrt und gelöscht.
obligation-OB-36 = Es gibt einen Plan für die Kommunikation: was, wann, an wen, wie.
